package plantao.journal;

import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;

/// The fold of entries into incidents.
final class Incidents {
    private Incidents() {}

    static List<Incident> next(List<Incident> incidents, List<Entry> before, Entry entry) {
        return switch (entry.detail()) {
            case Detail.IncidentDeclared d -> declared(recorded(incidents, entry), before, entry, d);
            case Detail.IncidentResolved d -> changed(recorded(incidents, entry), d.incident(), i -> resolved(i, entry));
            case Detail.IncidentClosed d ->
                changed(recorded(incidents, entry), d.incident(), i -> closed(i, entry, d.markdown()));
            case Detail.PostmortemSaved d -> changed(incidents, d.incident(), i -> saved(i, d.markdown()));
            default -> recorded(incidents, entry);
        };
    }

    private static List<Incident> declared(
            List<Incident> incidents, List<Entry> before, Entry entry, Detail.IncidentDeclared d) {
        List<Entry> timeline = List.of();
        for (Entry earlier : before) {
            if (!earlier.at().isBefore(d.began()) && earlier.system().equals(entry.system()) && tells(earlier)) {
                timeline = Chunks.plus(timeline, earlier);
            }
        }
        timeline = Chunks.plus(timeline, entry);
        return Chunks.plus(incidents, new Incident(
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
                timeline,
                null));
    }

    /// Every entry of the system belongs to the timeline of its open incidents.
    private static List<Incident> recorded(List<Incident> incidents, Entry entry) {
        if (!tells(entry)) {
            return incidents;
        }
        List<Incident> all = incidents;
        for (int i = incidents.size() - 1; i >= 0; i--) {
            Incident incident = incidents.get(i);
            if (incident.open() && incident.system().equals(entry.system())) {
                all = Chunks.with(all, i, withTimeline(incident, entry));
            }
        }
        return all;
    }

    private static boolean tells(Entry entry) {
        return switch (entry.detail()) {
            case Detail.PostmortemSaved _, Detail.HandoffWritten _, Detail.Exported _ -> false;
            default -> true;
        };
    }

    private static List<Incident> changed(List<Incident> incidents, UUID id, UnaryOperator<Incident> change) {
        for (int i = incidents.size() - 1; i >= 0; i--) {
            if (incidents.get(i).id().equals(id)) {
                return Chunks.with(incidents, i, change.apply(incidents.get(i)));
            }
        }
        return incidents;
    }

    private static Incident withTimeline(Incident i, Entry entry) {
        return new Incident(
                i.id(), i.system(), i.number(), i.title(), i.severity(), i.began(), i.declared(), i.commander(), i.alert(),
                i.playbook(), i.services(), i.resolved(), i.closed(), Chunks.plus(i.timeline(), entry), i.postmortem());
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
                i.playbook(), i.services(), i.resolved() == null ? entry.at() : i.resolved(),
                i.closed() == null ? entry.at() : i.closed(), i.timeline(),
                markdown);
    }

    private static Incident saved(Incident i, String markdown) {
        return new Incident(
                i.id(), i.system(), i.number(), i.title(), i.severity(), i.began(), i.declared(), i.commander(), i.alert(),
                i.playbook(), i.services(), i.resolved(), i.closed(), i.timeline(), markdown);
    }
}
