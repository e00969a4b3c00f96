package plantao.desk;

import java.time.Duration;
import plantao.playbook.Run;
import plantao.runbook.Runner;
import plantao.runbook.Step;
import plantao.values.Disclosure;
import plantao.values.ResolvedCommand;

/// What a step's command looks like before it runs, for the screen.
public final class Previews {
    private Previews() {}

    /// After this a step is stopped; zero for one that runs until it ends or somebody stops it.
    public static Duration limit(SystemBoard system, Step step) {
        return StepHandler.timeout(system, step);
    }

    /// What runs a step, and where that is.
    ///
    /// @param runner [Runner#NONE] when the step can only be copied
    /// @param at the database or Prometheus that is asked, without its login; empty for others
    /// @param changing whether it may change data there
    public record Ran(Runner runner, String at, boolean changing) {}

    /// What runs a step of a run.
    public static Ran runner(Run run, Step step) {
        return StepOrders.ran(run, step);
    }

    /// Whether the output of a step may be stored: not when its commands print secrets.
    public static boolean kept(SystemBoard system, Step step) {
        return !Disclosure.of(step, system.runbook().settings().steps().secretOutput());
    }

    /// The resolved commands of a run's step in the environment the run is bound to.
    ///
    /// @param step an index into the run's steps
    public static ResolvedCommand of(Run run, int step) {
        return Resolutions.of(run, step);
    }
}
