package plantao.desk;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import plantao.export.FileName;
import plantao.export.HandoffText;
import plantao.export.MessageText;
import plantao.export.PostmortemText;
import plantao.export.PracticeRemark;
import plantao.export.RunbookPatch;
import plantao.journal.Change;
import plantao.journal.Entry;
import plantao.journal.Incident;
import plantao.journal.Shift;
import plantao.runbook.MessageSettings;
import plantao.runbook.Template;
import plantao.values.Target;

/// The documents that the log can write, filled with what the board knows.
public final class Drafts {
    /// No procedure is walked for longer.
    private static final Duration LATELY = Duration.ofHours(12);

    private Drafts() {}

    /// A shift's handoff, as Markdown; empty when there is no such shift.
    public static String handoff(Board seen, UUID shift, Locale locale, ZoneId zone) {
        Board board = seen.withNow(moment(seen));
        return shift(board, shift)
                .map(s -> {
                    String text = HandoffText.draft(
                            board.journal(), s, HandoffFacts.of(board, s, zone), board.now(), locale, zone);
                    return practised(board, s.system()) ? PracticeRemark.marked(text, locale) : text;
                })
                .orElse("");
    }

    /// The board's clock moves once a second; what happened since belongs into the document too.
    private static Instant moment(Board board) {
        List<Entry> entries = board.journal().entries();
        Instant last = entries.isEmpty() ? board.now() : entries.getLast().at();
        return last.isAfter(board.now()) ? last : board.now();
    }

    /// An incident's post-mortem, as Markdown, in the runbook's own template and language; empty when there is no
    /// such incident.
    public static String postmortem(Board board, UUID incident, Locale locale, ZoneId zone) {
        Incident found = board.journal().incident(incident).orElse(null);
        if (found == null) {
            return "";
        }
        SystemBoard system = board.system(found.system()).orElse(null);
        String text = PostmortemText.draft(found, before(board, found), template(system), own(system, locale));
        return practised(board, found.system()) ? PracticeRemark.marked(text, own(system, locale)) : text;
    }

    /// The runbook's own templates for messages, in its order.
    public static List<Template> messageTemplates(SystemBoard system) {
        return system.runbook().templates().stream()
                .filter(t -> t.kind().equals("message"))
                .toList();
    }

    /// A message about an incident, in the runbook's language.
    ///
    /// @param every how long after it the next one is due;
    /// null for never
    public static MessageText message(
            Board board, Incident incident, @Nullable Template template, @Nullable Duration every, Locale locale) {
        Locale own = own(board.system(incident.system()).orElse(null), locale);
        MessageText message = MessageText.of(incident, template, board.operator(), board.now(), every, own);
        return practised(board, incident.system())
                ? new MessageText(
                        PracticeRemark.subject(message.subject(), own), PracticeRemark.told(message.text(), own))
                : message;
    }

    /// What an incident taught about the runbook, as a diff; nothing while the system is not open.
    public static RunbookPatch patch(Board board, Incident incident, Locale locale) {
        SystemBoard system = board.system(incident.system()).orElse(null);
        return system == null
                ? new RunbookPatch("", 0)
                : RunbookPatch.of(incident, system.runbook(), own(system, locale), practised(board, incident.system()));
    }

    /// How long after a message about such an incident the next one is due.
    public static Duration every(SystemBoard system, int severity) {
        return system.runbook().settings().watch().links().messages().every(severity);
    }

    /// Where messages of a system can be sent now.
    public static List<MessageSettings.Place> messagePlaces(Board board, SystemBoard system) {
        return MessageHandler.places(board, system);
    }

    private static boolean practised(Board board, String system) {
        return board.practice().state() != PracticeBoard.State.OFF
                || board.system(system)
                        .filter(s -> s.target().kind() == Target.Kind.PRACTICE)
                        .isPresent();
    }

    private static Locale own(@Nullable SystemBoard system, Locale locale) {
        return system == null
                ? locale
                : system.runbook().language().equals("pt") ? Locale.of("pt", "BR") : Locale.ENGLISH;
    }

    /// What was changed in the hour before an incident began.
    private static List<Change> before(Board board, Incident incident) {
        List<Entry> lately = board.journal().entries().stream()
                .filter(e -> e.system().equals(incident.system()) && e.at().isBefore(incident.began()))
                .filter(e -> e.at().isAfter(incident.began().minus(LATELY)))
                .toList();
        return Change.of(lately).stream()
                .filter(c -> c.ended() == null
                        || !c.ended().isBefore(incident.began().minus(PostmortemText.SHORTLY)))
                .toList();
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

    /// The folder, below the runbook's, where the end of a shift leaves its handoff; empty when that is nowhere.
    public static String handoffFolder(SystemBoard system) {
        Effect.Place place = ShiftHandler.place(system);
        return place == null ? "" : place.folder();
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
