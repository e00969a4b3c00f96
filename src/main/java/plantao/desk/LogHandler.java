package plantao.desk;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import plantao.export.PrintedHtml;
import plantao.journal.Detail;
import plantao.journal.Entry;
import plantao.journal.Journal;

/// Writing down what happened: into the board's journal at once, into the log file as an effect.
final class LogHandler {
    private LogHandler() {}

    /// Records one happening. The screen shows it at once, marked as unsaved until the file has it.
    static Outcome record(Board board, EventContext stamp, String system, String subject, Detail detail) {
        return all(board, stamp, system, List.of(detail), _ -> subject);
    }

    /// Records many happenings at once, in this order.
    ///
    /// @param subject what each is about
    static Outcome all(
            Board board, EventContext stamp, String system, List<Detail> details, Function<Detail, String> subject) {
        if (details.isEmpty()) {
            return Outcome.of(board);
        }
        Set<UUID> unsaved = new HashSet<>(board.unsaved());
        List<Effect> effects = new ArrayList<>(details.size());
        Journal journal = board.journal();
        for (Detail detail : details) {
            Entry entry = new Entry(
                    stamp.ids().get(),
                    stamp.now(),
                    board.operator(),
                    stamp.device(),
                    system,
                    subject.apply(detail),
                    stamp.masked(detail));
            unsaved.add(entry.id());
            journal = journal.plus(entry);
            effects.add(new Effect.Append(entry));
        }
        return new Outcome(board.withJournal(journal).withUnsaved(unsaved), effects);
    }

    /// Entries of earlier days come before those made since the start.
    static Outcome remembered(Board board, List<Entry> earlier, EventContext stamp) {
        Set<UUID> known = new HashSet<>();
        earlier.forEach(e -> known.add(e.id()));
        List<Entry> all = new ArrayList<>(earlier);
        board.journal().entries().stream().filter(e -> !known.contains(e.id())).forEach(all::add);
        Journal journal = Journal.inOrder(all);
        return RunRestore.left(StateRestore.all(board.withJournal(journal).withRecalling(false), stamp), stamp);
    }

    /// Entries that come in later than the others find their places by their times.
    static Outcome joined(Board board, List<Entry> entries) {
        return Outcome.of(board.withJournal(board.journal().and(entries)).withRecalling(false));
    }

    /// Only a long log begins without the timelines of old incidents.
    static Outcome recall(Board board, UUID incident) {
        return board.journal()
                .incident(incident)
                .map(i -> new Outcome(
                        board,
                        List.<Effect>of(new Effect.FetchEntries(
                                i.system(), i.began(), i.closed() == null ? board.now() : i.closed()))))
                .orElse(Outcome.of(board));
    }

    /// What was blanked in the log is gone from the screen too.
    static Outcome blanked(Board board, List<Entry> now) {
        return Outcome.of(board.withJournal(board.journal().with(now)));
    }

    static Outcome stored(Board board, Set<UUID> ids) {
        Set<UUID> left = new HashSet<>(board.unsaved());
        left.removeAll(ids);
        return Outcome.of(board.withUnsaved(left).withLogProblem(null));
    }

    static Outcome failed(Board board, String message) {
        return Outcome.of(board.withLogProblem(message));
    }

    /// What an operator typed into a document is masked like what the log holds, before it becomes HTML.
    static Outcome export(Board board, Event.ExportFile e, EventContext stamp) {
        if (e.name().isEmpty()) {
            return Outcome.of(board); // the operator changed their mind
        }
        String masked = stamp.mask().apply(e.text());
        String language = e.language() != null
                ? e.language()
                : board.system(e.system()).map(s -> s.runbook().language()).orElse("en");
        String text = e.name().endsWith(".html") ? PrintedHtml.of(masked, language) : masked;
        int cut = e.name().lastIndexOf('/');
        Effect.Place chosen = cut < 0 ? null : new Effect.Place(e.name().substring(0, cut + 1), "", true);
        String name = e.name().substring(cut + 1);
        return new Outcome(board, List.of(new Effect.WriteFile(e.system(), e.what(), name, text, chosen)));
    }

    static Outcome fileWritten(Board board, Event.FileWritten e, EventContext stamp) {
        return record(board, stamp, e.system(), e.what(), new Detail.Exported(e.what(), e.file()))
                .then(b -> NoticeHandler.written(b, e.file(), stamp));
    }
}
