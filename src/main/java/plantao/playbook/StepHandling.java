package plantao.playbook;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import plantao.runbook.Runner;
import plantao.runbook.StepSettings;

/// How a step is to be run, beside what it is.
///
/// @param runner what runs it; never [Runner#NONE]
/// @param source the database or the Prometheus that is asked, with its login; null for other runners
/// @param changing whether it may change data where the runner can forbid that
/// @param asked commands that print a value, by the variable (or place in the query) that gets it
/// @param captures what of its output becomes a value
/// @param kept whether its output may be stored: not when it prints secrets
/// @param terminal whether it opens a session that somebody types into: its terminal is drawn
public record StepHandling(
        Runner runner,
        @Nullable String source,
        boolean changing,
        Map<String, String> asked,
        List<StepSettings.Capture> captures,
        boolean kept,
        boolean terminal) {
    /// A shell's script whose output is kept.
    public static final StepHandling SHELL =
            new StepHandling(Runner.SHELL, null, true, Map.of(), List.of(), true, false);

    /// What stands in the log for an output that must not be stored.
    public static final String NOT_KEPT = "••••••••";

    public StepHandling {
        asked = Map.copyOf(asked);
        captures = List.copyOf(captures);
    }

    /// The same, asking another database or Prometheus.
    StepHandling from(@Nullable String other) {
        return new StepHandling(runner, other, changing, asked, captures, kept, terminal);
    }

    @Override
    public String toString() {
        return "Handling[" + runner + "]";
    }
}
