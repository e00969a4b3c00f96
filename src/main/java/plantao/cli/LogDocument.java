package plantao.cli;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import plantao.desk.Board;
import plantao.desk.Drafts;
import plantao.export.FileName;
import plantao.export.IncidentText;
import plantao.export.LogText;
import plantao.journal.Entry;
import plantao.journal.Handoff;
import plantao.journal.Incident;
import plantao.journal.Shift;

/// A document of the log.
///
/// @param name its file's name
/// @param text Markdown
record LogDocument(String name, String text) {

    /// What there is to be written.
    enum Kind {
        HANDOFF,
        INCIDENT,
        POSTMORTEM,
        LOG
    }

    /// What is asked of the log.
    ///
    /// @param system null for all
    /// @param incident an incident's number, or null
    /// @param since only what went on after it; null for the latest document, or for the whole log
    record Wanted(
            @Nullable String system,
            @Nullable Integer incident,
            @Nullable Instant since) {
        boolean of(String name) {
            return system == null || system.equals(name);
        }
    }

    /// The documents, oldest first.
    static List<LogDocument> of(Kind kind, Board board, Wanted wanted, Locale locale, ZoneId zone) {
        List<LogDocument> papers = switch (kind) {
            case HANDOFF -> handoffs(board, wanted, locale, zone);
            case INCIDENT, POSTMORTEM -> incidents(kind, board, wanted, locale, zone);
            case LOG -> log(board, wanted, locale);
        };
        boolean all = wanted.since() != null || papers.isEmpty();
        return all ? papers : List.of(papers.getLast());
    }

    /// As it was handed over; a draft where it was not yet.
    private static List<LogDocument> handoffs(Board board, Wanted wanted, Locale locale, ZoneId zone) {
        List<LogDocument> papers = new ArrayList<>();
        for (Shift shift : board.journal().shifts()) {
            boolean over = shift.ended() != null
                    && wanted.since() != null
                    && shift.ended().isBefore(wanted.since());
            if (wanted.of(shift.system()) && !over) {
                String text = board.journal().handoffs().reversed().stream()
                        .filter(h -> h.shift().equals(shift.id()))
                        .map(Handoff::markdown)
                        .findFirst()
                        .orElseGet(() -> Drafts.handoff(board, shift.id(), locale, zone));
                papers.add(new LogDocument(Drafts.handoffName(board, shift.id()), text));
            }
        }
        return papers;
    }

    private static List<LogDocument> incidents(Kind kind, Board board, Wanted wanted, Locale locale, ZoneId zone) {
        List<LogDocument> papers = new ArrayList<>();
        for (Incident i : board.journal().incidents()) {
            boolean over =
                    wanted.since() != null && i.closed() != null && i.closed().isBefore(wanted.since());
            boolean other = wanted.incident() != null && wanted.incident() != i.number();
            if (wanted.of(i.system()) && !over && !other) {
                papers.add(kind == Kind.INCIDENT ? incident(i, board, locale) : postmortem(i, board, locale, zone));
            }
        }
        return papers;
    }

    private static LogDocument incident(Incident i, Board board, Locale locale) {
        String title = "incident " + i.number() + " " + i.system() + " " + i.title();
        return new LogDocument(
                FileName.of("YYYY-MM-DD-{title}.md", title, i.began()), IncidentText.of(i, board.now(), locale));
    }

    /// As it was last saved; a draft where it was not yet.
    private static LogDocument postmortem(Incident i, Board board, Locale locale, ZoneId zone) {
        String saved = i.postmortem();
        return new LogDocument(
                Drafts.postmortemName(board, i.id()),
                saved == null ? Drafts.postmortem(board, i.id(), locale, zone) : saved);
    }

    private static List<LogDocument> log(Board board, Wanted wanted, Locale locale) {
        List<Entry> entries = board.journal().entries().stream()
                .filter(e -> wanted.of(e.system()))
                .filter(e -> wanted.since() == null || !e.at().isBefore(wanted.since()))
                .toList();
        String title = wanted.system() == null ? "Plantão" : wanted.system();
        return entries.isEmpty()
                ? List.of()
                : List.of(new LogDocument(
                        FileName.of("YYYY-MM-DD-{title}.md", "log " + title, board.now()),
                        LogText.of(title, entries, locale)));
    }
}
