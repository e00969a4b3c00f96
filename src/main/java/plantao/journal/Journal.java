package plantao.journal;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What the entries read so far add up to. Adding an entry gives a new journal; an entry already in it
/// changes nothing. What it gives out is immutable. Adding is cheap however long it is: the new journal
/// shares nearly all with the old.
public final class Journal {
    public static final Journal EMPTY =
            new Journal(Chronicle.EMPTY, Incidents.EMPTY, Shifts.EMPTY, PersistentVector.empty());

    private final Chronicle chronicle;
    private final Incidents incidents;
    private final Shifts shifts;
    private final List<Handoff> handoffs;

    private Journal(Chronicle chronicle, Incidents incidents, Shifts shifts, List<Handoff> handoffs) {
        this.chronicle = chronicle;
        this.incidents = incidents;
        this.shifts = shifts;
        this.handoffs = handoffs;
    }

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
        if (chronicle.contains(entry.id())) {
            return this;
        }
        return new Journal(
                chronicle.plus(entry),
                incidents.next(chronicle, entry),
                shifts.next(entry),
                Handoffs.next(handoffs, entry));
    }

    /// All of them, in the order they were added.
    public List<Entry> entries() {
        return chronicle.entries();
    }

    /// Oldest first.
    public List<Incident> incidents() {
        return incidents.all();
    }

    /// Oldest first.
    public List<Shift> shifts() {
        return shifts.all();
    }

    /// Oldest first.
    public List<Handoff> handoffs() {
        return handoffs;
    }

    /// The incident of a system that is not yet closed, the latest if there are several.
    public Optional<Incident> openIncident(String system) {
        return incidents().reversed().stream()
                .filter(i -> i.system().equals(system) && i.open())
                .findFirst();
    }

    public Optional<Incident> incident(UUID id) {
        return incidents().stream().filter(i -> i.id().equals(id)).findFirst();
    }

    /// The shift that is going on for a system.
    public Optional<Shift> currentShift(String system) {
        return shifts().reversed().stream()
                .filter(s -> s.system().equals(system) && s.ended() == null)
                .findFirst();
    }

    /// The last handoff of a system that nobody has accepted yet.
    public Optional<Handoff> waitingHandoff(String system) {
        return handoffs.reversed().stream()
                .filter(h -> h.system().equals(system))
                .findFirst()
                .filter(h -> h.accepted() == null);
    }

    /// Journals of the same entries in the same order add up to the same.
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other || other instanceof Journal journal && entries().equals(journal.entries());
    }

    @Override
    public int hashCode() {
        return entries().hashCode();
    }

    @Override
    public String toString() {
        return "Journal of " + entries().size() + " entries";
    }
}
