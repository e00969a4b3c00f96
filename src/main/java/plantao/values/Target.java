package plantao.values;

import java.util.Map;

/// An environment that probes and runs are bound to.
///
/// @param substitutions texts of the runbook (a host, a service's name) → what stands for them here
/// @param variables by name
public record Target(
        String id,
        String label,
        Kind kind,
        Map<String, String> substitutions,
        Map<String, Variable> variables,
        Place place) {

    /// How careful to be.
    public enum Kind {
        PRODUCTION,
        STAGING,
        LOCAL,
        PRACTICE
    }
}
