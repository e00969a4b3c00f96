package plantao.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;

/// The fold of entries into incidents.
final class Incidents {
    private Incidents() {}

    static List<Incident> next(List<Incident> incidents, List<Entry> before, Entry entry) {
        return switch (entry.detail()) {
            case Detail.IncidentDeclared d -> declared(incidents, before, entry, d);
            case Detail.IncidentResolved d -> changed(recorded(incidents, entry), d.incident(), i -> resolved(i, entry));
            case Detail.IncidentClosed d ->
                changed(recorded(incidents, entry), d.incident(), i -> closed(i, entry, d.markdown()));
            case Detail.PostmortemSaved d -> changed(incidents, d.incident(), i -> saved(i, d.markdown()));
            default -> recorded(incidents, entry);
        };
    }

    private static List<Incident> declared(
            List<Incident> incidents, List<Entry> before, Entry entry, Detail.IncidentDeclared d) {
        List<Entry> timeline = new ArrayList<>();
        for (Entry earlier : before) {
            if (earlier.system().equals(entry.system()) && !earlier.at().isBefore(d.began()) && tells(earlier)) {
                timeline.add(earlier);
            }
        }
        timeline.add(entry);
        List<Incident> all = new ArrayList<>(incidents);
        all.add(new Incident(
                d.incident(),
                entry.system(),
                d.number(),
                d.title(),
                d.severity(),
                d.began(),
                entry.at(),
                entry.operator(),
                d.alert(),
                d.playbook(),
                d.services(),
                null,
                null,
                List.copyOf(timeline),
                null));
        return List.copyOf(all);
    }

    /// Every entry of the system belongs to the timeline of its open incidents.
    private static List<Incident> recorded(List<Incident> incidents, Entry entry) {
        if (!tells(entry) || incidents.stream().noneMatch(i -> i.open() && i.system().equals(entry.system()))) {
            return incidents;
        }
        return incidents.stream()
                .map(i -> i.open() && i.system().equals(entry.system()) ? withTimeline(i, entry) : i)
                .toList();
    }

    private static boolean tells(Entry entry) {
        return switch (entry.detail()) {
            case Detail.PostmortemSaved _, Detail.HandoffWritten _, Detail.Exported _ -> false;
            default -> true;
        };
    }

    private static List<Incident> changed(List<Incident> incidents, UUID id, UnaryOperator<Incident> change) {
        return incidents.stream().map(i -> i.id().equals(id) ? change.apply(i) : i).toList();
    }

    private static Incident withTimeline(Incident i, Entry entry) {
        List<Entry> timeline = new ArrayList<>(i.timeline());
        timeline.add(entry);
        return new Incident(
                i.id(), i.system(), i.number(), i.title(), i.severity(), i.began(), i.declared(), i.commander(), i.alert(),
                i.playbook(), i.services(), i.resolved(), i.closed(), List.copyOf(timeline), i.postmortem());
    }

    private static Incident resolved(Incident i, Entry entry) {
        return new Incident(
                i.id(), i.system(), i.number(), i.title(), i.severity(), i.began(), i.declared(), i.commander(), i.alert(),
                i.playbook(), i.services(), i.resolved() == null ? entry.at() : i.resolved(), i.closed(), i.timeline(),
                i.postmortem());
    }

    private static Incident closed(Incident i, Entry entry, String markdown) {
        return new Incident(
                i.id(), i.system(), i.number(), i.title(), i.severity(), i.began(), i.declared(), i.commander(), i.alert(),
                i.playbook(), i.services(), i.resolved() == null ? entry.at() : i.resolved(), entry.at(), i.timeline(),
                markdown);
    }

    private static Incident saved(Incident i, String markdown) {
        return new Incident(
                i.id(), i.system(), i.number(), i.title(), i.severity(), i.began(), i.declared(), i.commander(), i.alert(),
                i.playbook(), i.services(), i.resolved(), i.closed(), i.timeline(), markdown);
    }
}
