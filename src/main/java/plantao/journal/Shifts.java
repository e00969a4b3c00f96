package plantao.journal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The fold of entries into shifts.
///
/// @param all oldest first
/// @param going the place of each system's shift that has not ended
record Shifts(PersistentVector<Shift> all, Map<String, Integer> going) {
    static final Shifts EMPTY = new Shifts(PersistentVector.empty(), Map.of());

    Shifts next(Entry entry) {
        return switch (entry.detail()) {
            case Detail.ShiftStarted d -> started(entry, d.shift());
            case Detail.ShiftEnded d -> recorded(entry).ended(entry, d.shift());
            default -> recorded(entry);
        };
    }

    private Shifts recorded(Entry entry) {
        @Nullable Integer place = going.get(entry.system());
        if (place == null) {
            return this;
        }
        Shift s = all.get(place);
        List<Entry> entries = PersistentVector.of(s.entries()).plus(entry);
        return new Shifts(
                all.with(place, new Shift(s.id(), s.system(), s.operator(), s.started(), s.ended(), entries)), going);
    }

    /// Starting a shift ends the one that was going on.
    private Shifts started(Entry entry, UUID id) {
        @Nullable Integer place = going.get(entry.system());
        PersistentVector<Shift> before = place == null ? all : all.with(place, ended(all.get(place), entry));
        Map<String, Integer> now = new HashMap<>(going);
        now.put(entry.system(), before.size());
        List<Entry> entries = PersistentVector.<Entry>empty().plus(entry);
        return new Shifts(
                before.plus(new Shift(id, entry.system(), entry.operator(), entry.at(), null, entries)),
                Map.copyOf(now));
    }

    /// Ending a shift that has ended, or is not known, changes nothing.
    private Shifts ended(Entry entry, UUID id) {
        for (Map.Entry<String, Integer> open : going.entrySet()) {
            Shift shift = all.get(open.getValue());
            if (shift.id().equals(id)) {
                Map<String, Integer> now = new HashMap<>(going);
                now.remove(open.getKey());
                return new Shifts(all.with(open.getValue(), ended(shift, entry)), Map.copyOf(now));
            }
        }
        return this;
    }

    private static Shift ended(Shift s, Entry entry) {
        return new Shift(s.id(), s.system(), s.operator(), s.started(), entry.at(), s.entries());
    }

    /// The ticks of a shift that still stand, in the order they were made.
    static List<Tick> ticks(Shift shift) {
        List<Tick> ticks = new ArrayList<>();
        for (Entry entry : shift.entries()) {
            switch (entry.detail()) {
                case Detail.ItemTicked t -> {
                    ticks.removeIf(k -> k.line() == t.line());
                    ticks.add(new Tick(t.checklist(), t.line(), entry.operator(), entry.at(), t.evidence()));
                }
                case Detail.ItemUnticked u -> ticks.removeIf(k -> k.line() == u.line());
                default -> {}
            }
        }
        return List.copyOf(ticks);
    }
}
