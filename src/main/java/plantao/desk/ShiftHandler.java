package plantao.desk;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import plantao.journal.Detail;
import plantao.journal.Handoff;
import plantao.journal.Shift;
import plantao.values.Target;

/// Shifts and their handoffs.
final class ShiftHandler {
    private ShiftHandler() {}

    static Outcome start(Board board, Event.StartShift e, EventContext stamp) {
        UUID shift = stamp.ids().get();
        return LogHandler.record(
                board.withOperator(e.operator()),
                stamp,
                e.system(),
                shift.toString(),
                new Detail.ShiftStarted(shift, e.until()));
    }

    static Outcome end(Board board, Event.EndShift e, EventContext stamp) {
        Optional<Shift> current = board.journal().currentShift(e.system());
        if (current.isEmpty()) {
            return Outcome.of(board);
        }
        UUID shift = current.get().id();
        UUID handoff = stamp.ids().get();
        return ClosedLoop.settle(board, e.system(), stamp, _ -> true)
                .then(b -> LogHandler.record(
                        b,
                        stamp,
                        e.system(),
                        handoff.toString(),
                        new Detail.HandoffWritten(handoff, shift, e.to(), e.markdown())))
                .then(b -> LogHandler.record(b, stamp, e.system(), shift.toString(), new Detail.ShiftEnded(shift)))
                .then(b -> left(b, current.get(), stamp.mask().apply(e.markdown())));
    }

    /// The handoff goes where the runbook wants it, too.
    private static Outcome left(Board board, Shift shift, String markdown) {
        Effect.Place place =
                board.system(shift.system()).map(ShiftHandler::place).orElse(null);
        return place == null
                ? Outcome.of(board)
                : new Outcome(
                        board,
                        List.of(new Effect.WriteFile(
                                shift.system(), "handoff", Drafts.handoffName(board, shift.id()), markdown, place)));
    }

    /// Where the end of a shift leaves its handoff: nowhere from practice, nor before the settings are approved.
    static Effect.@Nullable Place place(SystemBoard system) {
        String folder = system.runbook().settings().watch().links().handoffs();
        return folder == null || !system.trust().settled() || system.target().kind() == Target.Kind.PRACTICE
                ? null
                : new Effect.Place(system.runbook().source(), folder);
    }

    /// The next operator takes over: the handoff is accepted and their shift begins.
    static Outcome accept(Board board, Event.AcceptHandoff e, EventContext stamp) {
        Optional<Handoff> handoff = board.journal().handoffs().stream()
                .filter(h -> h.id().equals(e.handoff()) && h.accepted() == null)
                .findFirst();
        if (handoff.isEmpty()) {
            return Outcome.of(board);
        }
        String system = handoff.get().system();
        return LogHandler.record(
                        board.withOperator(e.operator()),
                        stamp,
                        system,
                        e.handoff().toString(),
                        new Detail.HandoffAccepted(e.handoff()))
                .then(b -> start(b, new Event.StartShift(system, e.operator(), e.until()), stamp));
    }

    static Outcome remark(Board board, Event.RemarkHandoff e, EventContext stamp) {
        return board.journal().handoffs().stream()
                .filter(h -> h.id().equals(e.handoff()) && !e.text().isBlank())
                .findFirst()
                .map(h -> LogHandler.record(
                        board,
                        stamp,
                        h.system(),
                        h.id().toString(),
                        new Detail.HandoffRemarked(h.id(), e.text().strip())))
                .orElseGet(() -> Outcome.of(board));
    }
}
