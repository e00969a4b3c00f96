package plantao.runbook;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What `console.yaml` says about running steps.
///
/// @param secretOutput texts: what a command that holds one of them prints is shown and never kept
/// @param captures what of a step's output becomes a value
/// @param database where SQL runs in environments that don't say it themselves, variables not yet filled in, or
/// null
/// @param prometheus likewise the Prometheus that PromQL is asked of
/// @param limits how long steps may take
public record StepSettings(
        List<String> secretOutput,
        List<Capture> captures,
        @Nullable String database,
        @Nullable String prometheus,
        StepLimits limits) {
    /// Nothing said.
    public static final StepSettings NONE = new StepSettings(List.of(), List.of(), null, null, StepLimits.STANDARD);

    /// A value taken from the output of the steps whose commands hold a text.
    ///
    /// @param name the placeholder or variable that gets it
    /// @param from a text in the command
    /// @param pattern a regular expression; its first group is the value, or all it finds when it has none
    public record Capture(String name, String from, String pattern) {}

    public StepSettings {
        secretOutput = List.copyOf(secretOutput);
        captures = List.copyOf(captures);
    }
}
