package plantao.journal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What the entries read so far add up to. Adding an entry gives a new journal; an entry already in it
/// changes nothing. What it gives out is immutable. Adding is cheap however long it is: the new journal
/// shares nearly all with the old.
public final class Journal {
    public static final Journal EMPTY = new Journal(
            Chronicle.EMPTY,
            Incidents.EMPTY,
            Shifts.EMPTY,
            OpenRuns.EMPTY,
            PersistentVector.empty(),
            Map.of(),
            Map.of(),
            Watched.NONE,
            FollowUps.EMPTY,
            List.of());

    /// Every so many entries the journal is kept as it was then, and so many of these: what comes late is put in
    /// its place from the last one before it.
    private static final int STRIDE = 512;

    private static final int KEPT = 16;

    private final Chronicle chronicle;
    private final Incidents incidents;
    private final Shifts shifts;
    private final OpenRuns walks;
    private final List<Handoff> handoffs;
    private final Map<String, List<ItemState>> items;
    private final Map<String, Instant> known;
    private final Watched watched;
    private final FollowUps followUps;
    private final List<Journal> earlier;

    private Journal(
            Chronicle chronicle,
            Incidents incidents,
            Shifts shifts,
            OpenRuns walks,
            List<Handoff> handoffs,
            Map<String, List<ItemState>> items,
            Map<String, Instant> known,
            Watched watched,
            FollowUps followUps,
            List<Journal> earlier) {
        this.chronicle = chronicle;
        this.incidents = incidents;
        this.shifts = shifts;
        this.walks = walks;
        this.handoffs = handoffs;
        this.items = items;
        this.known = known;
        this.watched = watched;
        this.followUps = followUps;
        this.earlier = earlier;
    }

    /// What is remembered of the watch over each system: its silences and how its alerts stand.
    private record Watched(
            Map<String, List<Silence>> silences,
            Map<String, Map<String, AlertMemory>> alerts,
            Map<String, Map<String, Instant>> outages) {
        static final Watched NONE = new Watched(Map.of(), Map.of(), Map.of());

        Watched next(Entry entry) {
            List<Silence> quiet = silences.getOrDefault(entry.system(), List.of());
            Map<String, AlertMemory> known = alerts.getOrDefault(entry.system(), Map.of());
            List<Silence> quietAfter = Silences.next(quiet, entry);
            Map<String, AlertMemory> knownAfter = AlertMemory.next(known, entry);
            Map<String, Instant> down = outages.getOrDefault(entry.system(), Map.of());
            Map<String, Instant> downAfter = Outages.next(down, entry);
            return quietAfter == quiet && knownAfter == known && downAfter == down
                    ? this
                    : new Watched(
                            with(silences, entry.system(), quietAfter),
                            with(alerts, entry.system(), knownAfter),
                            with(outages, entry.system(), downAfter));
        }

        private static <V> Map<String, V> with(Map<String, V> before, String system, V value) {
            if (before.get(system) == value) {
                return before;
            }
            Map<String, V> after = new HashMap<>(before);
            after.put(system, value);
            return Map.copyOf(after);
        }
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
                walks.next(entry),
                Handoffs.next(handoffs, entry),
                touched(entry),
                met(entry),
                watched.next(entry),
                followUps.next(entry, incidents),
                kept());
    }

    private List<Journal> kept() {
        int size = chronicle.entries().size();
        if (size == 0 || size % STRIDE != 0) {
            return earlier;
        }
        List<Journal> all = new ArrayList<>(earlier);
        all.add(new Journal(
                chronicle, incidents, shifts, walks, handoffs, items, known, watched, followUps, List.of()));
        return List.copyOf(all.subList(Math.max(0, all.size() - KEPT), all.size()));
    }

    private Journal keeping(List<Journal> earlier) {
        return new Journal(chronicle, incidents, shifts, walks, handoffs, items, known, watched, followUps, earlier);
    }

    /// The fold of entries of several devices, in the one order that every console of a team reads them in.
    ///
    /// @param entries those of each device in the order it wrote them
    public static Journal inOrder(List<Entry> entries) {
        return of(EntryOrder.of(entries));
    }

    /// This journal with what other devices wrote, each entry in its place: what every console of a team makes of
    /// the same entries is the same, whatever order they came in.
    ///
    /// @param others those of each device in the order it wrote them; what is known already changes nothing
    public Journal merged(List<Entry> others) {
        List<Entry> fresh =
                others.stream().filter(e -> !chronicle.contains(e.id())).toList();
        if (fresh.isEmpty()) {
            return this;
        }
        Set<String> devices = fresh.stream().map(Entry::device).collect(Collectors.toSet());
        List<EntryOrder.Placed> placed = EntryOrder.placed(fresh, chronicle.reached(devices));
        int place = chronicle.before(placed.getFirst().key());
        Journal journal = this;
        if (place < entries().size()) {
            List<Journal> before =
                    earlier.stream().filter(j -> j.entries().size() <= place).toList();
            journal = before.isEmpty() ? EMPTY : before.getLast().keeping(before);
        }
        int next = journal.entries().size();
        for (EntryOrder.Placed other : placed) {
            while (next < entries().size() && chronicle.key(next).compareTo(other.key()) <= 0) {
                journal = journal.plus(entries().get(next++));
            }
            journal = journal.plus(other.entry());
        }
        while (next < entries().size()) {
            journal = journal.plus(entries().get(next++));
        }
        return journal;
    }

    /// This journal with entries that it may lack, each at the place of its time.
    public Journal and(List<Entry> later) {
        Map<UUID, Entry> all = new LinkedHashMap<>();
        entries().forEach(e -> all.put(e.id(), e));
        later.forEach(e -> all.putIfAbsent(e.id(), e));
        return all.size() == entries().size()
                ? this
                : of(all.values().stream()
                        .sorted(Comparator.comparing(Entry::at))
                        .toList());
    }

    /// This journal with these entries in place of those with the same ids; unknown ones change nothing.
    public Journal with(List<Entry> changed) {
        Map<UUID, Entry> now = new HashMap<>();
        changed.forEach(e -> now.put(e.id(), e));
        return of(entries().stream().map(e -> now.getOrDefault(e.id(), e)).toList());
    }

    private Map<String, List<ItemState>> touched(Entry entry) {
        List<ItemState> before = items.getOrDefault(entry.system(), List.of());
        List<ItemState> after = ItemState.next(before, entry);
        if (after == before) {
            return items;
        }
        Map<String, List<ItemState>> all = new HashMap<>(items);
        all.put(entry.system(), after);
        return Map.copyOf(all);
    }

    private Map<String, Instant> met(Entry entry) {
        Instant first = known.get(entry.system());
        if (first != null && !entry.at().isBefore(first)) {
            return known;
        }
        Map<String, Instant> all = new HashMap<>(known);
        all.put(entry.system(), entry.at());
        return Map.copyOf(all);
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

    /// The runs that were begun and not ended, the oldest first: each with all that was written down of it, in
    /// order.
    public List<List<Entry>> openWalks() {
        return List.copyOf(walks.open().values());
    }

    /// When the first thing was written down of a system.
    public Optional<Instant> knownSince(String system) {
        return Optional.ofNullable(known.get(system));
    }

    /// A system's silences that were not taken back, oldest first; some may have ended.
    public List<Silence> silences(String system) {
        return watched.silences().getOrDefault(system, List.of());
    }

    /// The services of a system that a device saw go down and not come back, by name, with since when.
    public Map<String, Instant> down(String system, String device) {
        return Outages.of(watched.outages().getOrDefault(system, Map.of()), device);
    }

    /// How a system's alerts stood when they were last written of, by id; quiet ones are left out.
    public Map<String, AlertMemory> alerts(String system) {
        return watched.alerts().getOrDefault(system, Map.of());
    }

    /// What was last done about each item of a system's checklists, in any shift.
    public List<ItemState> items(String system) {
        return items.getOrDefault(system, List.of());
    }

    /// The items of a system that were put off and not taken up since, the longest waiting first.
    public List<ItemState> deferred(String system) {
        return items(system).stream()
                .filter(i -> i.status() == ItemState.Status.DEFERRED)
                .sorted(Comparator.comparing(ItemState::at))
                .toList();
    }

    /// A system's follow-ups, done and not, in the order they were first written down.
    public List<FollowUp> followUps(String system) {
        return followUps.bySystem().getOrDefault(system, List.of());
    }

    /// The incident of a system that is not yet closed, the latest if there are several.
    public Optional<Incident> openIncident(String system) {
        return incidents().reversed().stream()
                .filter(i -> i.system().equals(system) && i.open())
                .findFirst();
    }

    /// The incident with this id, or the one that it was found to be the same as.
    public Optional<Incident> incident(UUID id) {
        UUID known = incidents.one(id);
        return incidents().stream().filter(i -> i.id().equals(known)).findFirst();
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
