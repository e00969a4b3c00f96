package plantao.desk;

import java.time.ZoneId;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import plantao.export.FileName;
import plantao.export.HandoffText;
import plantao.export.PostmortemText;
import plantao.journal.Incident;
import plantao.journal.Shift;
import plantao.runbook.Template;

/// The documents that the log can write, filled with what the board knows.
public final class Drafts {
    private Drafts() {}

    /// A shift's handoff, as Markdown; empty when there is no such shift.
    public static String handoff(Board board, UUID shift, Locale locale, ZoneId zone) {
        return shift(board, shift)
                .map(s -> HandoffText.draft(
                        board.journal(), s, HandoffFacts.of(board, s, zone), board.now(), locale, zone))
                .orElse("");
    }

    /// An incident's post-mortem, as Markdown, in the runbook's own template and language; empty when there is no
    /// such
    /// incident.
    public static String postmortem(Board board, UUID incident, Locale locale, ZoneId zone) {
        Incident found = board.journal().incident(incident).orElse(null);
        if (found == null) {
            return "";
        }
        SystemBoard system = board.system(found.system()).orElse(null);
        Locale own = system == null
                ? locale
                : system.runbook().language().equals("pt") ? Locale.of("pt", "BR") : Locale.ENGLISH;
        return PostmortemText.draft(found, template(system), own);
    }

    private static @Nullable Template template(@Nullable SystemBoard system) {
        return system == null
                ? null
                : system.runbook().templates().stream()
                        .filter(t -> t.kind().equals("postmortem"))
                        .findFirst()
                        .orElse(null);
    }

    /// The file name of a post-mortem, as the runbook asks for it.
    public static String postmortemName(Board board, UUID incident) {
        Incident found = board.journal().incident(incident).orElse(null);
        if (found == null) {
            return "incident.md";
        }
        Template template = template(board.system(found.system()).orElse(null));
        return FileName.of(template == null ? null : template.filePattern(), found.title(), found.began());
    }

    /// The file name of a handoff.
    public static String handoffName(Board board, UUID shift) {
        return shift(board, shift)
                .map(s ->
                        FileName.of("YYYY-MM-DD-{title}.md", "handoff " + s.system() + " " + s.operator(), s.started()))
                .orElse("handoff.md");
    }

    private static java.util.Optional<Shift> shift(Board board, UUID id) {
        return board.journal().shifts().stream().filter(s -> s.id().equals(id)).findFirst();
    }
}
