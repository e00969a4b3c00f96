package plantao.values;

import java.util.HashMap;
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

    /// The same environment with a value that was learned; one that its owner set is not replaced.
    public Target with(Variable learned) {
        Variable before = variables.get(learned.name());
        if (before != null && before.owned() && !learned.owned()) {
            return this;
        }
        Map<String, Variable> all = new HashMap<>(variables);
        all.put(learned.name(), learned);
        return new Target(id, label, kind, substitutions, Map.copyOf(all), place);
    }

    /// How careful to be.
    public enum Kind {
        PRODUCTION,
        STAGING,
        LOCAL,
        PRACTICE
    }
}
