package plantao;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import plantao.desk.Board;
import plantao.desk.Course;
import plantao.desk.Effect;
import plantao.desk.Event;
import plantao.desk.SystemBoard;
import plantao.journal.Entry;
import plantao.journal.SearchResult;
import plantao.journal.Tally;
import plantao.runbook.ProbeSpec.Subject;
import plantao.store.Ids;
import plantao.store.Log;
import plantao.store.LogDoor;
import plantao.store.LogReply;
import plantao.store.LogRequest;
import plantao.store.RingReading;
import plantao.store.Rings;

/// What a console remembers: its log, its readings, and the team it shares the log with. Opened with the first
/// thing there is to remember. Practice keeps no readings and shares with nobody.
final class ConsoleStorage implements AutoCloseable {
    private static final int MOST_RECALLED = 20_000;

    private final Console.Setup setup;
    private final String device;
    private final Ids ids;
    private final Supplier<Board> board;
    private final Consumer<Event> desk;
    private volatile @Nullable Log log;
    private volatile @Nullable Rings rings;
    private volatile @Nullable TeamSync sharing;
    private volatile boolean practising;

    ConsoleStorage(Console.Setup setup, String device, Ids ids, Supplier<Board> board, Consumer<Event> desk) {
        this.setup = setup;
        this.device = device;
        this.ids = ids;
        this.board = board;
        this.desk = desk;
    }

    /// From now on, which is before anything was remembered, this is practice.
    void practise() {
        practising = true;
    }

    /// Tells the board that what earlier days left is about to be read, unless it has been already.
    void expect() {
        if (log == null) {
            desk.accept(new Event.LogOpening());
        }
    }

    boolean practising() {
        return practising;
    }

    /// Where the log and the exported documents lie: apart for practice.
    Path data() {
        return practising ? setup.folders().practiceLog() : setup.folders().log();
    }

    /// The log, opened when it is not yet.
    synchronized Log log() {
        Log open = log;
        if (open == null) {
            open = Log.in(
                    data(),
                    setup.folders().state(),
                    device,
                    new Log.Listener(
                            this::remembered,
                            this::stored,
                            problem -> desk.accept(new Event.StoreFailed(problem)),
                            this::joined,
                            entries -> desk.accept(new Event.EntriesRedacted(entries))));
            if (!practising && setup.sharing()) {
                sharing = new TeamSync(setup, device, ids, open, desk);
            }
            log = open;
            if (!practising) {
                rings = new Rings(
                        data(),
                        setup.clock(),
                        problem -> desk.accept(new Event.NoticeRaised(Board.Notice.Level.WARNING, problem)));
                board.get().systems().forEach(this::recall);
            }
        }
        return open;
    }

    /// Looks into the whole log; may block.
    SearchResult find(String typed, int most) {
        LogReply answer =
                log().ask(new LogRequest.Find(typed, ZoneId.systemDefault().getId(), most));
        return answer.done() ? LogDoor.found(answer) : SearchResult.NOTHING;
    }

    /// All that figures are counted from since then; empty when the log cannot be read now. May block.
    Optional<List<Entry>> counted(Instant from) {
        LogReply answer = log().ask(new LogRequest.OfKinds(Tally.KINDS, from.toString()));
        return answer.done() ? Optional.of(LogDoor.entries(answer)) : Optional.empty();
    }

    /// Puts what was written down about a system in a time onto the board; may block.
    void recall(Effect.FetchEntries wanted) {
        LogReply answer = log().ask(new LogRequest.Between(
                wanted.system(), wanted.from().toString(), wanted.to().toString(), MOST_RECALLED));
        if (answer.done()) {
            desk.accept(new Event.EntriesAdded(LogDoor.entries(answer)));
        }
    }

    /// Puts what is known of a system's earlier readings onto its board.
    void recall(SystemBoard system) {
        Rings open = rings;
        if (open != null) {
            String name = system.name();
            String target = system.target().id();
            open.recall(name, target, found -> desk.accept(new Event.HistoryRead(name, target, found)));
        }
    }

    /// Gives a figure's last day and month; nothing where no readings are kept.
    void course(SystemBoard system, Subject of, String subject, Consumer<Course> found) {
        Rings open = rings;
        if (open == null) {
            found.accept(Course.NONE);
        } else {
            open.line(Course.series(system, of, subject), past -> found.accept(Course.of(past)));
        }
    }

    void keep(RingReading measured) {
        Rings open = rings;
        if (open != null) {
            open.add(measured);
        }
    }

    /// This is open on the screen now; returns at once.
    void attend(Effect.TellPresence open) {
        TeamSync team = sharing;
        if (team != null) {
            team.attend(open);
        }
    }

    /// Goes over to another team, or to none when the URL is empty; may block.
    void share(String url) {
        log();
        TeamSync team = sharing;
        if (team == null) {
            desk.accept(new Event.NoticeRaised(
                    Board.Notice.Level.WARNING,
                    "What is practised is shared with nobody. Open a runbook of your own and share its log there."));
            return;
        }
        String problem = team.change(url);
        if (problem != null) {
            desk.accept(new Event.NoticeRaised(Board.Notice.Level.ERROR, problem));
        }
    }

    /// Each practice begins afresh: what was left open in an earlier one is nobody's work. The log keeps it all.
    private void remembered(List<Entry> entries) {
        follow(entries);
        desk.accept(new Event.LogOpened(practising ? List.of() : entries));
        if (practising) {
            desk.accept(new Event.PastPracticeRead(entries));
        }
        nudge();
    }

    private void joined(List<Entry> entries) {
        follow(entries);
        desk.accept(new Event.EntriesAdded(entries));
        nudge();
    }

    private void stored(Set<UUID> saved) {
        desk.accept(new Event.Stored(saved));
        nudge();
    }

    /// What is written from now on comes after these.
    private void follow(List<Entry> entries) {
        entries.stream().map(Entry::id).max(UUID::compareTo).ifPresent(ids::after);
    }

    private void nudge() {
        TeamSync team = sharing;
        if (team != null) {
            team.nudge();
        }
    }

    /// To be called after the desk has ended, which may write something down until then: the team still gets that.
    @Override
    public void close() {
        TeamSync team = sharing;
        if (team != null) {
            team.close();
        }
        Log written = log;
        if (written != null) {
            written.close();
        }
        Rings measured = rings;
        if (measured != null) {
            measured.close();
        }
    }
}
