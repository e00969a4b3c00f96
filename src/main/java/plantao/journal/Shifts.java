package plantao.journal;

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
            case Detail.ShiftStarted d -> started(entry, d);
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
                all.with(
                        place, new Shift(s.id(), s.system(), s.operator(), s.started(), s.until(), s.ended(), entries)),
                going);
    }

    /// Starting a shift ends the one that was going on.
    private Shifts started(Entry entry, Detail.ShiftStarted d) {
        @Nullable Integer place = going.get(entry.system());
        PersistentVector<Shift> before = place == null ? all : all.with(place, ended(all.get(place), entry));
        Map<String, Integer> now = new HashMap<>(going);
        now.put(entry.system(), before.size());
        List<Entry> entries = PersistentVector.<Entry>empty().plus(entry);
        return new Shifts(
                before.plus(
                        new Shift(d.shift(), entry.system(), entry.operator(), entry.at(), d.until(), null, entries)),
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
        return new Shift(s.id(), s.system(), s.operator(), s.started(), s.until(), entry.at(), s.entries());
    }
}
