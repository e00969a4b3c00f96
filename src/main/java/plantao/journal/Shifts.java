package plantao.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// The fold of entries into shifts.
final class Shifts {
    private Shifts() {}

    static List<Shift> next(List<Shift> shifts, Entry entry) {
        return switch (entry.detail()) {
            case Detail.ShiftStarted d -> started(shifts, entry, d.shift());
            case Detail.ShiftEnded d -> ended(recorded(shifts, entry), entry, d.shift());
            default -> recorded(shifts, entry);
        };
    }

    /// Starting a shift ends the one that was going on, so that only a system's last shift can be going on.
    private static List<Shift> started(List<Shift> shifts, Entry entry, UUID id) {
        int going = going(shifts, entry.system());
        List<Shift> before = going < 0 ? shifts : Chunks.with(shifts, going, ended(shifts.get(going), entry));
        return Chunks.plus(before, new Shift(
                id, entry.system(), entry.operator(), entry.at(), null, Chunks.plus(List.of(), entry)));
    }

    private static List<Shift> recorded(List<Shift> shifts, Entry entry) {
        int going = going(shifts, entry.system());
        if (going < 0) {
            return shifts;
        }
        Shift s = shifts.get(going);
        return Chunks.with(shifts, going, new Shift(
                s.id(), s.system(), s.operator(), s.started(), null, Chunks.plus(s.entries(), entry)));
    }

    private static List<Shift> ended(List<Shift> shifts, Entry entry, UUID id) {
        for (int i = shifts.size() - 1; i >= 0; i--) {
            Shift s = shifts.get(i);
            if (s.id().equals(id)) {
                return s.ended() == null ? Chunks.with(shifts, i, ended(s, entry)) : shifts;
            }
        }
        return shifts;
    }

    /// Where a system's shift is that is going on, or -1.
    private static int going(List<Shift> shifts, String system) {
        for (int i = shifts.size() - 1; i >= 0; i--) {
            if (shifts.get(i).system().equals(system)) {
                return shifts.get(i).ended() == null ? i : -1;
            }
        }
        return -1;
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
                    ticks.removeIf(k -> same(k, t.checklist(), t.line()));
                    ticks.add(new Tick(t.checklist(), t.line(), entry.operator(), entry.at(), t.evidence()));
                }
                case Detail.ItemUnticked u -> ticks.removeIf(k -> same(k, u.checklist(), u.line()));
                default -> {}
            }
        }
        return List.copyOf(ticks);
    }

    private static boolean same(Tick tick, String checklist, int line) {
        return tick.line() == line && tick.checklist().equals(checklist);
    }
}
