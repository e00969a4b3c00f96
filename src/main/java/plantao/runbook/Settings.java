package plantao.runbook;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What `console.yaml` adds to the prose. Everything is optional.
///
/// @param playbooks an alert's name → its playbook's title, where the reader should not guess
/// @param dependencies a service's name → the services it needs
/// @param nodes a diagram box's label → the service it shows
/// @param practice the folder of the practice stack, relative to the runbook's, or null
/// @param steps what is said about running steps
/// @param watch planned work, networks and changes
public record Settings(
        @Nullable String system,
        List<ProbeSpec> probes,
        List<VariableSpec> variables,
        List<TargetSpec> targets,
        Map<String, String> playbooks,
        Map<String, List<String>> dependencies,
        Map<String, String> nodes,
        @Nullable String practice,
        StepSettings steps,
        WatchSettings watch) {

    /// Nothing about running steps and watching.
    public Settings(
            @Nullable String system,
            List<ProbeSpec> probes,
            List<VariableSpec> variables,
            List<TargetSpec> targets,
            Map<String, String> playbooks,
            Map<String, List<String>> dependencies,
            Map<String, String> nodes,
            @Nullable String practice) {
        this(
                system,
                probes,
                variables,
                targets,
                playbooks,
                dependencies,
                nodes,
                practice,
                StepSettings.NONE,
                WatchSettings.NONE);
    }

    /// No `console.yaml`.
    public static final Settings NONE =
            new Settings(null, List.of(), List.of(), List.of(), Map.of(), Map.of(), Map.of(), null);

    /// The same with other probes.
    public Settings withProbes(List<ProbeSpec> probes) {
        return new Settings(system, probes, variables, targets, playbooks, dependencies, nodes, practice, steps, watch);
    }
}
