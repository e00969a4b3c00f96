package plantao.playbook;

import java.util.List;
import java.util.Optional;
import plantao.runbook.Command;
import plantao.runbook.Step;

/// What a step of several commands has left when one of them failed: a `status` that reports what has stopped is no
/// reason not to look at the rest.
public final class StepRest {
    private StepRest() {}

    /// The commands behind the one that failed, as a step of their own; empty when nothing is left, when nothing
    /// says where it stopped, where a session is typed into, and once they were added to the run.
    public static Optional<Step> of(Run run, int index) {
        return of(run.steps().get(index), run.states().get(index))
                .filter(left -> run.steps().stream().noneMatch(left::equals));
    }

    private static Optional<Step> of(Step step, StepState state) {
        if (state.status() != StepState.Status.FAILED
                || !(state.result() instanceof StepResult.Exited failed)
                || failed.line() < 1
                || step.commands().stream()
                        .anyMatch(c -> c.interactive() || !c.inputs().isEmpty())) {
            return Optional.empty();
        }
        long end = 0;
        for (int i = 0; i < step.commands().size(); i++) {
            end += step.commands().get(i).text().lines().count();
            if (failed.line() <= end) {
                return rest(step, step.commands().subList(i + 1, step.commands().size()));
            }
        }
        return Optional.empty();
    }

    private static Optional<Step> rest(Step step, List<Command> left) {
        return left.isEmpty()
                ? Optional.empty()
                : Optional.of(Step.of(
                        step.title() + " …", List.copyOf(left), left.getFirst().origin()));
    }
}
