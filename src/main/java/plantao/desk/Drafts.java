package plantao.desk;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import plantao.alert.Alert;
import plantao.alert.Health;
import plantao.export.Facts;
import plantao.export.FileName;
import plantao.export.HandoffText;
import plantao.export.PostmortemText;
import plantao.journal.Incident;
import plantao.journal.ItemKey;
import plantao.journal.ItemState;
import plantao.journal.Routine;
import plantao.journal.Shift;
import plantao.probe.Reading;
import plantao.runbook.Maintenance;
import plantao.runbook.Template;

/// The documents that the log can write, filled with what the board knows.
public final class Drafts {
    private Drafts() {}

    /// A shift's handoff, as Markdown; empty when there is no such shift.
    public static String handoff(Board board, UUID shift, Locale locale, ZoneId zone) {
        return shift(board, shift)
                .map(s -> HandoffText.draft(board.journal(), s, facts(board, s), board.now(), locale, zone))
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

    private static Facts facts(Board board, Shift shift) {
        SystemBoard system = board.system(shift.system()).orElse(null);
        if (system == null) {
            return Facts.NONE;
        }
        List<String> up = new ArrayList<>();
        List<String> down = new ArrayList<>();
        for (ServiceTile tile : system.services()) {
            if (tile.health().state() == Health.State.UP) {
                up.add(tile.name());
            } else if (tile.health().state() == Health.State.DOWN) {
                down.add(tile.name() + (tile.health().last() instanceof Reading.Down d ? " (" + d.reason() + ")" : ""));
            }
        }
        return new Facts(
                up,
                down,
                system.alerts().stream()
                        .filter(Alert::firing)
                        .map(a -> a.rule().name())
                        .toList(),
                checklists(system, shift),
                system.runbook().maintenance().stream()
                        .filter(m -> m.when() != null)
                        .map(Drafts::ahead)
                        .toList());
    }

    private static String ahead(Maintenance maintenance) {
        return maintenance.title() + ": " + maintenance.when();
    }

    /// The checklists that begin or end a shift; what is to be done all through it is never open at its end.
    private static List<Facts.Progress> checklists(SystemBoard system, Shift shift) {
        Map<ItemKey, ItemState> states = new HashMap<>();
        shift.items().forEach(i -> states.put(i.key(), i));
        List<Facts.Progress> all = new ArrayList<>();
        for (Routine.Group checklist : Routine.of(system.runbook()).groups()) {
            if (checklist.part() == Routine.Part.START || checklist.part() == Routine.Part.END) {
                List<Facts.Item> open = checklist.things().stream()
                        .filter(t -> !states.containsKey(t.key())
                                || !states.get(t.key()).settled())
                        .map(t -> new Facts.Item(t.text(), t.origin().line()))
                        .toList();
                all.add(new Facts.Progress(
                        checklist.title(),
                        checklist.origin().line(),
                        checklist.things().size(),
                        open));
            }
        }
        return all;
    }
}
