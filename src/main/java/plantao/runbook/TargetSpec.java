package plantao.runbook;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// An environment that commands and probes can be bound to, as `console.yaml` says.
///
/// @param id a short name (`production`)
/// @param kind `production staging local`
/// @param substitutions texts of the runbook (hosts, service and project names) and what they are here
/// @param folder the folder its commands run in, relative to the runbook's, or null
/// @param place where they run, or null for this computer
/// @param database where its SQL runs, variables not yet filled in, or null
/// @param prometheus the Prometheus its PromQL is asked of, variables not yet filled in, or null
public record TargetSpec(
        String id,
        String label,
        String kind,
        Map<String, String> substitutions,
        @Nullable String folder,
        List<VariableSpec> variables,
        @Nullable PlaceSpec place,
        @Nullable String database,
        @Nullable String prometheus) {

    /// An environment on this computer.
    public TargetSpec(
            String id,
            String label,
            String kind,
            Map<String, String> substitutions,
            @Nullable String folder,
            List<VariableSpec> variables) {
        this(id, label, kind, substitutions, folder, variables, null, null, null);
    }
}
