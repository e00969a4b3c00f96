package plantao.journal;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// What the entries read so far add up to. Adding an entry gives a new journal, which shares what it can with the old
/// one. An entry is to be added once.
///
/// @param entries all of them, in the order they were added
/// @param incidents oldest first
/// @param shifts oldest first
/// @param handoffs oldest first
public record Journal(List<Entry> entries, List<Incident> incidents, List<Shift> shifts, List<Handoff> handoffs) {
    public static final Journal EMPTY = new Journal(List.of(), List.of(), List.of(), List.of());

    /// The fold of these entries, taken in order.
    public static Journal of(List<Entry> entries) {
        Journal journal = EMPTY;
        for (Entry entry : entries) {
            journal = journal.plus(entry);
        }
        return journal;
    }

    /// This journal with one more entry.
    public Journal plus(Entry entry) {
        return new Journal(
                Chunks.plus(entries, entry),
                Incidents.next(incidents, entries, entry),
                Shifts.next(shifts, entry),
                Handoffs.next(handoffs, entry));
    }

    /// The incident of a system that is not yet closed, the latest if there are several.
    public Optional<Incident> openIncident(String system) {
        return incidents.reversed().stream().filter(i -> i.system().equals(system) && i.open()).findFirst();
    }

    public Optional<Incident> incident(UUID id) {
        return incidents.stream().filter(i -> i.id().equals(id)).findFirst();
    }

    /// The shift that is going on for a system.
    public Optional<Shift> currentShift(String system) {
        return shifts.reversed().stream().filter(s -> s.system().equals(system) && s.ended() == null).findFirst();
    }

    /// The last handoff of a system that nobody has accepted yet.
    public Optional<Handoff> waitingHandoff(String system) {
        return handoffs.reversed().stream()
                .filter(h -> h.system().equals(system))
                .findFirst()
                .filter(h -> h.accepted() == null);
    }
}
