package plantao.runbook.read;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import plantao.runbook.Checklist;
import plantao.runbook.Maintenance;
import plantao.runbook.Origin;
import plantao.runbook.Procedure;
import plantao.runbook.text.Expression;
import plantao.runbook.text.Phrases;
import plantao.runbook.text.Role;
import plantao.runbook.text.Vocabulary;
import plantao.runbook.text.Words;

/// Work that comes back, from the procedures and checklists of maintenance sections and from schedules.
final class Maintenances {
    private static final Expression SCHEDULE = Expression.of(
            "\\b(?:segundas?|tercas?|quartas?|quintas?|sextas?|sabados?|domingos?|mondays?|tuesdays?|wednesdays?|thursdays?|fridays?|saturdays?|sundays?|lunes|martes|miercoles|jueves|viernes)\\b|\\b\\d{1,2}[:h]\\d{2}\\b|\\b(?:as|at|a las) \\d{1,2} ?(?:h|am|pm)\\b|\\b\\d{1,2} ?(?:am|pm)\\b|\\b(?:dia|day) \\d|\\b(?:do mes|of the month|del mes)\\b");

    private static final Expression CLOCK = Expression.of(
            "\\b\\d{1,2}[:h]\\d{2}\\b|\\b(?:as|at|a las) \\d{1,2} ?(?:h|am|pm)\\b|\\b\\d{1,2} ?(?:am|pm)\\b");

    // "First Monday of the month"
    private static final Expression NTH = Expression.of(
            "^(?:first|second|third|fourth|last|1st|2nd|3rd|4th|primeir[oa]|segund[oa]|terceir[oa]|quart[oa]|ultim[oa]|primer|primera|tercer|tercera|cuart[oa]|\\d[ºª°]) \\p{L}");

    private static final Expression WHEN = Expression.of(
            "schedule|when|frequency|agendamento|quando|horario|frequencia|periodicidade|programacion|cuando|frecuencia|periodicidad");

    private static final Expression DASH = Expression.of("\\s+[-–—]\\s+");

    private Maintenances() {}

    static boolean isSchedule(String title) {
        return SCHEDULE.in(Words.folded(title));
    }

    /// Whether it names a time of the day outside of its parenthesis.
    static boolean isTimed(String title) {
        return CLOCK.in(Words.folded(Words.unqualified(title)));
    }

    /// The schedule as written: in the heading's parenthesis, in a lead-in below it, or in the parenthesis above
    /// it.
    static @Nullable String when(Topic t) {
        String own = Words.qualifier(t.title());
        if (isSchedule(own)) {
            return own;
        }
        if (t.role() == null && CLOCK.in(Words.folded(t.title())) && isSchedule(t.title())) {
            return t.title();
        }
        // "Second Tuesday - Restore drill"
        String[] dashed = t.role() == null ? DASH.split(t.title(), 2) : new String[0];
        if (dashed.length > 1 && isSchedule(dashed[0]) && dashed[0].length() < 30) {
            return dashed[0];
        }
        for (Topic child : t.children()) {
            if (child.section().isLead() && isSchedule(child.title())) {
                return child.title();
            }
            // "**Schedule**: Sundays at 02:00"
            if (child.section().isLead()
                    && WHEN.matcher(child.normal()).matches()
                    && isSchedule(child.section().value())) {
                return Words.plain(child.section().value());
            }
        }
        if (t.role() == null && NTH.in(t.folded()) && isSchedule(t.title())) {
            return Words.unqualified(t.title());
        }
        Topic.Head parent = t.parent();
        return parent != null && isSchedule(Words.qualifier(parent.title())) ? Words.qualifier(parent.title()) : null;
    }

    static @Nullable String cadence(Topic t, Vocabulary vocabulary) {
        String own = Phrases.cadence(t.title(), vocabulary);
        for (Topic child : t.children()) {
            own = own == null && child.section().isLead() ? Phrases.cadence(child.title(), vocabulary) : own;
        }
        for (Topic.Head h : t.above().reversed()) {
            own = own == null && h.section().level() > 1 ? Phrases.cadence(h.title(), vocabulary) : own;
        }
        return own;
    }

    static List<Maintenance> in(
            Topic root, List<Procedure> procedures, List<Checklist> checklists, Vocabulary vocabulary) {
        List<Maintenance> out = new ArrayList<>();
        Set<Integer> lines = new HashSet<>();
        procedures.forEach(p -> {
            if (p.maintenance() != null
                    && p.origin().file().equals(root.file())
                    && lines.add(p.origin().line())) {
                out.add(p.maintenance());
            }
        });
        Map<Origin, List<Checklist>> at = checklists.stream().collect(Collectors.groupingBy(Checklist::origin));
        root.all()
                .filter(t -> t.within(Role.MAINTENANCE, Role.MAINTENANCE_WINDOW))
                .forEach(t -> at.getOrDefault(t.origin(), List.of()).stream()
                        .filter(c -> c.cadence() != null && lines.add(c.origin().line()))
                        .forEach(c -> out.add(new Maintenance(
                                t.title(), c.cadence(), c.when(), c.origin(), t.within(Role.MAINTENANCE_WINDOW)))));
        checklists.stream()
                .filter(c -> c.origin().file().equals(root.file()))
                .flatMap(c -> RecurringWork.items(c, vocabulary).stream())
                .filter(m -> lines.add(m.origin().line()))
                .forEach(out::add);
        // A line may tell of several ("Weekly: …. Monthly: …").
        Set<String> told = new HashSet<>();
        root.all()
                .flatMap(t -> RecurringWork.in(t, vocabulary).stream())
                .filter(m -> !lines.contains(m.origin().line())
                        && told.add(m.origin().line() + " " + m.cadence() + " " + m.title()))
                .forEach(out::add);
        out.sort(java.util.Comparator.comparingInt(m -> m.origin().line()));
        return List.copyOf(out);
    }
}
