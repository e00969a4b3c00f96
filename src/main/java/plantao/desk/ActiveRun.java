package plantao.desk;

import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import plantao.playbook.Run;
import plantao.playbook.StepState;

/// A run on the board and the system whose runbook it walks.
record ActiveRun(SystemBoard system, Run run) {

    static Optional<ActiveRun> of(Board board, UUID id) {
        return board.systems().stream()
                .flatMap(s -> s.run(id).stream().map(r -> new ActiveRun(s, r)))
                .findFirst();
    }

    /// Whether the run is going on and none of its steps runs.
    boolean idle() {
        return run.open() && run.running() < 0;
    }

    boolean has(int step) {
        return step >= 0 && step < run.steps().size();
    }

    /// Whether the run is going on and this step of it does not run.
    boolean waits(int step) {
        return run.open() && has(step) && run.states().get(step).status() != StepState.Status.RUNNING;
    }

    /// Changes a run without anything worth writing down; nothing when it is not on the board.
    static Outcome change(Board board, UUID id, UnaryOperator<Run> change) {
        return Outcome.of(of(board, id)
                .map(w -> board.with(
                        w.system.name(),
                        s -> s.withRuns(s.runs().stream()
                                .map(r -> r.id().equals(id) ? change.apply(r) : r)
                                .toList())))
                .orElse(board));
    }
}
