package plantao.values;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// An environment that probes and runs are bound to.
///
/// @param substitutions texts of the runbook (a host, a service's name) → what stands for them here
/// @param variables by name
/// @param database where SQL runs, `$NAME` for what must not stand in a file, or null
/// @param prometheus the address of the Prometheus that is asked, likewise, or null
public record Target(
        String id,
        String label,
        Kind kind,
        Map<String, String> substitutions,
        Map<String, Variable> variables,
        Place place,
        @Nullable String database,
        @Nullable String prometheus) {

    /// An environment whose queries are copied.
    public Target(
            String id,
            String label,
            Kind kind,
            Map<String, String> substitutions,
            Map<String, Variable> variables,
            Place place) {
        this(id, label, kind, substitutions, variables, place, null, null);
    }

    /// The same environment with a value that was learned; one that its owner set is not replaced.
    public Target with(Variable learned) {
        Variable before = variables.get(learned.name());
        if (before != null && before.owned() && !learned.owned()) {
            return this;
        }
        Map<String, Variable> all = new HashMap<>(variables);
        all.put(learned.name(), learned);
        return new Target(id, label, kind, substitutions, Map.copyOf(all), place, database, prometheus);
    }

    /// The same environment whose queries run there, as far as these are names of variables it has a value for: an
    /// address as such would be that of another environment.
    public Target asking(@Nullable String namedDatabase, @Nullable String namedPrometheus) {
        return new Target(
                id, label, kind, substitutions, variables, place, known(namedDatabase), known(namedPrometheus));
    }

    private @Nullable String known(@Nullable String named) {
        return named != null && named.startsWith("$") && variables.containsKey(named.replaceAll("[${}]", ""))
                ? named
                : null;
    }

    /// How careful to be.
    public enum Kind {
        PRODUCTION,
        STAGING,
        LOCAL,
        PRACTICE
    }
}
