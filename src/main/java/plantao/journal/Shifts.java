package plantao.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// The fold of entries into shifts.
final class Shifts {
    private Shifts() {}

    static List<Shift> next(List<Shift> shifts, Entry entry) {
        List<Shift> recorded = shifts.stream()
                .map(s -> s.ended() == null && s.system().equals(entry.system()) ? withEntry(s, entry) : s)
                .toList();
        return switch (entry.detail()) {
            case Detail.ShiftStarted d -> started(shifts, entry, d.shift());
            case Detail.ShiftEnded d ->
                recorded.stream().map(s -> s.id().equals(d.shift()) ? ended(s, entry) : s).toList();
            default -> recorded;
        };
    }

    /// Starting a shift ends the one that was going on.
    private static List<Shift> started(List<Shift> shifts, Entry entry, UUID id) {
        List<Shift> all = new ArrayList<>();
        for (Shift s : shifts) {
            all.add(s.ended() == null && s.system().equals(entry.system()) ? ended(s, entry) : s);
        }
        all.add(new Shift(id, entry.system(), entry.operator(), entry.at(), null, List.of(entry)));
        return List.copyOf(all);
    }

    private static Shift withEntry(Shift s, Entry entry) {
        List<Entry> entries = new ArrayList<>(s.entries());
        entries.add(entry);
        return new Shift(s.id(), s.system(), s.operator(), s.started(), s.ended(), List.copyOf(entries));
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
