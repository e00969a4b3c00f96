package plantao.desk;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import plantao.playbook.Run;
import plantao.playbook.StepResult;
import plantao.runbook.Command;
import plantao.runbook.Step;
import plantao.values.ResolvedCommand;
import plantao.values.Resolver;

/// What a step's commands look like with everything filled in that is known, in the environment the run is bound
/// to:
/// another one may be on the board by now.
final class Resolutions {
    private Resolutions() {}

    static ResolvedCommand of(Run run, int step) {
        return of(run, step, false);
    }

    /// @param session without the lines for a session that somebody types into
    static ResolvedCommand of(Run run, int step, boolean session) {
        Step of = run.steps().get(step);
        List<Command> commands = session ? SessionSteps.opening(run, of) : of.commands();
        ResolvedCommand resolved = Resolver.resolve(commands, run.target(), run.given(), Map.of(), behind(run, step));
        return resolved.refusal() == null
                ? StepCare.wrongComputer(run, of, resolved)
                        .map(resolved::refused)
                        .orElse(resolved)
                : resolved;
    }

    /// The steps that the run's shell has run before, with what they were given then. It is a new one after a
    /// restart.
    private static List<Resolver.Before> behind(Run run, int step) {
        Instant since = run.left() == null ? Instant.MIN : run.left().last();
        return IntStream.range(0, run.steps().size())
                .filter(i -> i != step && run.states().get(i).result() instanceof StepResult.Exited)
                .filter(i -> ran(run, i).isAfter(since))
                .boxed()
                .sorted(Comparator.comparing(i -> ran(run, i)))
                .map(i -> new Resolver.Before(
                        run.steps().get(i).commands(), run.used().getOrDefault(i, run.given())))
                .toList();
    }

    private static Instant ran(Run run, int step) {
        Instant at = run.states().get(step).at();
        return at == null ? Instant.MIN : at;
    }
}
