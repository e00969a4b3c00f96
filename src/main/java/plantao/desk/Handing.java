package plantao.desk;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import plantao.journal.Detail;
import plantao.journal.Handoff;
import plantao.journal.Shift;
import plantao.runbook.Checklist;

/// Shifts, their checklists and their handoffs.
final class Handing {
    private Handing() {}

    static Outcome start(Board board, Event.StartShift e, Stamp stamp) {
        UUID shift = stamp.ids().get();
        return Recording.record(
                board.withOperator(e.operator()), stamp, e.system(), shift.toString(), new Detail.ShiftStarted(shift));
    }

    static Outcome end(Board board, Event.EndShift e, Stamp stamp) {
        Optional<Shift> current = board.journal().currentShift(e.system());
        if (current.isEmpty()) {
            return Outcome.of(board);
        }
        UUID shift = current.get().id();
        UUID handoff = stamp.ids().get();
        return Recording.record(
                        board,
                        stamp,
                        e.system(),
                        handoff.toString(),
                        new Detail.HandoffWritten(handoff, shift, e.to(), e.markdown()))
                .then(b -> Recording.record(b, stamp, e.system(), shift.toString(), new Detail.ShiftEnded(shift)));
    }

    /// The next operator takes over: the handoff is accepted and their shift begins.
    static Outcome accept(Board board, Event.AcceptHandoff e, Stamp stamp) {
        Optional<Handoff> handoff = board.journal().handoffs().stream()
                .filter(h -> h.id().equals(e.handoff()) && h.accepted() == null)
                .findFirst();
        if (handoff.isEmpty()) {
            return Outcome.of(board);
        }
        String system = handoff.get().system();
        return Recording.record(
                        board.withOperator(e.operator()),
                        stamp,
                        system,
                        e.handoff().toString(),
                        new Detail.HandoffAccepted(e.handoff()))
                .then(b -> start(b, new Event.StartShift(system, e.operator()), stamp));
    }

    /// Ticks an item. Nothing requires ceremony: the first tick without a shift starts one.
    static Outcome tick(Board board, Event.TickItem e, Stamp stamp) {
        Optional<Shift> current = board.journal().currentShift(e.system());
        if (current.isEmpty()) {
            return start(board, new Event.StartShift(e.system(), board.operator()), stamp)
                    .then(b -> tick(b, e, stamp));
        }
        UUID shift = current.get().id();
        Found found = found(board, e.system(), e.line());
        return found == null
                ? Outcome.of(board)
                : Recording.record(
                        board,
                        stamp,
                        e.system(),
                        shift.toString(),
                        new Detail.ItemTicked(shift, found.checklist, found.item, e.line(), e.evidence()));
    }

    static Outcome untick(Board board, Event.UntickItem e, Stamp stamp) {
        Optional<Shift> current = board.journal().currentShift(e.system());
        Found found = found(board, e.system(), e.line());
        if (current.isEmpty() || found == null) {
            return Outcome.of(board);
        }
        UUID shift = current.get().id();
        return Recording.record(
                board,
                stamp,
                e.system(),
                shift.toString(),
                new Detail.ItemUnticked(shift, found.checklist, found.item, e.line()));
    }

    private record Found(String checklist, String item) {}

    private static @Nullable Found found(Board board, String system, int line) {
        return board.system(system)
                .flatMap(s -> s.runbook().checklists().stream()
                        .flatMap(c -> c.items().stream()
                                .filter(i -> i.origin().line() == line)
                                .map((Checklist.Item i) -> new Found(c.title(), i.text())))
                        .findFirst())
                .orElse(null);
    }
}
