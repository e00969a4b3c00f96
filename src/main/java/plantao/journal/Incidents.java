package plantao.journal;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// The fold of entries into incidents.
///
/// @param all oldest first
/// @param open the places of each system's incidents that are not yet closed
/// @param same incidents that were declared again on another console for the same alert, and the one they are
/// @param belonging which of the runs are none of theirs
record Incidents(
        PersistentVector<Incident> all,
        Map<String, List<Integer>> open,
        Map<UUID, UUID> same,
        TimelineMembership belonging) {
    static final Incidents EMPTY = new Incidents(PersistentVector.empty(), Map.of(), Map.of(), TimelineMembership.NONE);

    /// The incident that an id means.
    UUID one(UUID id) {
        return same.getOrDefault(id, id);
    }

    /// @param before the entries that came earlier
    Incidents next(Chronicle before, Entry entry) {
        return switch (entry.detail()) {
            case Detail.IncidentDeclared d -> declared(before, entry, d);
            case Detail.IncidentResolved d -> recorded(entry).changed(d.incident(), i -> resolved(i, entry.at()));
            case Detail.IncidentClosed d -> recorded(entry).closed(entry, d);
            case Detail.IncidentGraded d -> recorded(entry).changed(d.incident(), i -> graded(i, d.severity()));
            case Detail.PostmortemSaved d ->
                changed(d.incident(), i -> with(i, i.resolved(), i.closed(), i.timeline(), d.markdown()));
            default -> recorded(entry);
        };
    }

    private Incidents declared(Chronicle before, Entry entry, Detail.IncidentDeclared d) {
        @Nullable Incident twin = twin(entry, d);
        if (twin != null) {
            Map<UUID, UUID> more = new HashMap<>(same);
            more.put(d.incident(), twin.id());
            return new Incidents(all, open, Map.copyOf(more), belonging).recorded(entry);
        }
        PersistentVector<Entry> timeline = PersistentVector.empty();
        // as precise as an entry's own time, so that the alert that fired at that moment is not before it
        Instant began = d.began().truncatedTo(ChronoUnit.MICROS);
        for (Entry earlier : before.since(entry.system(), began)) {
            boolean strange = TimelineMembership.incident(earlier.detail()) != null;
            timeline = tells(earlier) && !strange ? placed(timeline, earlier) : timeline;
        }
        Incident incident = new Incident(
                d.incident(),
                entry.system(),
                number(entry.system(), d),
                d.title(),
                d.severity(),
                began,
                entry.at(),
                entry.operator(),
                d.alert(),
                d.playbook(),
                d.services(),
                null,
                null,
                timeline.plus(entry),
                null);
        List<Integer> places = PersistentVector.of(open.getOrDefault(entry.system(), List.of()))
                .plus(all.size());
        return new Incidents(all.plus(incident), openWith(entry.system(), places), same, belonging);
    }

    /// The open incident about the same thing, whose trouble was not over when this one's began: two consoles that
    /// could not see each other declared one episode, perhaps each for another of its rules. The same thing is the
    /// same alert, playbook or service.
    private @Nullable Incident twin(Entry entry, Detail.IncidentDeclared d) {
        for (int place : open.getOrDefault(entry.system(), List.of())) {
            Incident i = all.get(place);
            Instant over = i.resolved();
            if (about(i, d)
                    && (over == null || !d.began().isAfter(over))
                    && !declaredOn(i).equals(entry.device())) {
                return i;
            }
        }
        return null;
    }

    private static boolean about(Incident i, Detail.IncidentDeclared d) {
        return d.alert() != null && d.alert().equals(i.alert())
                || d.playbook() != null && d.playbook().equals(i.playbook())
                || d.services().stream().anyMatch(i.services()::contains);
    }

    private static String declaredOn(Incident incident) {
        return incident.timeline().stream()
                .filter(e -> e.detail() instanceof Detail.IncidentDeclared d
                        && d.incident().equals(incident.id()))
                .map(Entry::device)
                .findFirst()
                .orElse("");
    }

    /// Two consoles that could not see each other may have counted the same.
    private int number(String system, Detail.IncidentDeclared d) {
        int last = 0;
        boolean used = false;
        for (Incident i : all) {
            if (i.system().equals(system)) {
                used |= i.number() == d.number();
                last = Math.max(last, i.number());
            }
        }
        return used ? last + 1 : d.number();
    }

    /// The entry stands on the timelines of those open incidents of its system that it belongs to.
    private Incidents recorded(Entry entry) {
        List<Integer> places = open.getOrDefault(entry.system(), List.of());
        if (places.isEmpty() || !tells(entry)) {
            return this;
        }
        PersistentVector<Incident> next = all;
        List<Incident> still = places.stream().map(all::get).toList();
        TimelineMembership known = belonging.next(entry, still);
        UUID named = TimelineMembership.incident(entry.detail());
        for (int place : places) {
            Incident i = next.get(place);
            if (!known.of(i, entry, named == null ? null : one(named), still)) {
                continue;
            }
            List<Entry> timeline = placed(PersistentVector.of(i.timeline()), entry);
            next = next.with(place, with(i, i.resolved(), i.closed(), timeline, i.postmortem()));
        }
        return new Incidents(next, open, same, known);
    }

    /// A note about something earlier stands on the timeline where it happened, with that time.
    private static PersistentVector<Entry> placed(PersistentVector<Entry> timeline, Entry entry) {
        if (!(entry.detail() instanceof Detail.Note(String _, @Nullable Instant happened)) || happened == null) {
            return timeline.plus(entry);
        }
        List<Entry> all = new ArrayList<>(timeline);
        int place = all.size();
        while (place > 0 && all.get(place - 1).at().isAfter(happened)) {
            place--;
        }
        all.add(
                place,
                new Entry(
                        entry.id(),
                        happened,
                        entry.operator(),
                        entry.device(),
                        entry.system(),
                        entry.subject(),
                        entry.detail()));
        return PersistentVector.of(all);
    }

    private static boolean tells(Entry entry) {
        return switch (entry.detail()) {
            case Detail.PostmortemSaved _,
                    Detail.HandoffWritten _,
                    Detail.Exported _,
                    Detail.AlertPending _,
                    Detail.AlertEased _,
                    Detail.SilenceEnding _ -> false;
            default -> true;
        };
    }

    private Incidents closed(Entry entry, Detail.IncidentClosed d) {
        Incidents next = changed(d.incident(), i -> {
            Incident over = resolved(i, entry.at());
            @Nullable Instant closed = over.closed() == null ? entry.at() : over.closed();
            return with(over, over.resolved(), closed, over.timeline(), d.markdown());
        });
        Map<String, List<Integer>> left = new HashMap<>();
        next.open.forEach((system, places) -> left.put(
                system, places.stream().filter(p -> next.all.get(p).open()).toList()));
        return new Incidents(next.all, Map.copyOf(left), next.same, next.belonging);
    }

    /// An incident that is not known changes nothing.
    private Incidents changed(UUID id, UnaryOperator<Incident> change) {
        for (int place = all.size() - 1; place >= 0; place--) {
            if (all.get(place).id().equals(one(id))) {
                return new Incidents(all.with(place, change.apply(all.get(place))), open, same, belonging);
            }
        }
        return this;
    }

    private Map<String, List<Integer>> openWith(String system, List<Integer> places) {
        Map<String, List<Integer>> now = new HashMap<>(open);
        now.put(system, places);
        return Map.copyOf(now);
    }

    /// The first time it was said to be over counts.
    private static Incident resolved(Incident i, Instant at) {
        return with(i, i.resolved() == null ? at : i.resolved(), i.closed(), i.timeline(), i.postmortem());
    }

    private static Incident graded(Incident i, int severity) {
        return with(i, severity, i.resolved(), i.closed(), i.timeline(), i.postmortem());
    }

    private static Incident with(
            Incident i,
            @Nullable Instant resolved,
            @Nullable Instant closed,
            List<Entry> timeline,
            @Nullable String postmortem) {
        return with(i, i.severity(), resolved, closed, timeline, postmortem);
    }

    private static Incident with(
            Incident i,
            int severity,
            @Nullable Instant resolved,
            @Nullable Instant closed,
            List<Entry> timeline,
            @Nullable String postmortem) {
        return new Incident(
                i.id(),
                i.system(),
                i.number(),
                i.title(),
                severity,
                i.began(),
                i.declared(),
                i.commander(),
                i.alert(),
                i.playbook(),
                i.services(),
                resolved,
                closed,
                timeline,
                postmortem);
    }
}
