package plantao.desk;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import plantao.runbook.VariableSpec;
import plantao.values.Variable;

/// The variables of the chosen environment as anybody may see them: what is secret is told, never shown.
public final class Variables {
    /// How a variable stands.
    public enum State {
        /// It has a value that may be read.
        KNOWN,
        /// It has a value that is kept secret.
        SECRET,
        /// A command prints its value when a step needs it.
        ASKED,
        /// Something in the runbook needs it and it has no value.
        MISSING
    }

    /// @param value what it holds; empty unless it is known
    /// @param from where the value comes from; of a missing one the environment variable it would come from, or
    /// empty
    /// @param about where a person finds it, as `console.yaml` says; null when it does not
    /// @param needed the playbooks, procedures and checklists that cannot run without it
    public record Line(
            String name,
            State state,
            String value,
            String from,
            @Nullable String about,
            List<String> needed) {
        public Line {
            needed = List.copyOf(needed);
        }
    }

    private Variables() {}

    /// What is missing first, then by name.
    public static List<Line> of(SystemBoard system) {
        List<VariableSpec> specs = system.runbook().settings().variables();
        List<Line> lines = new ArrayList<>();
        for (Preflight.Missing m : Preflight.of(system, Set.of())) {
            if (m.kind() == Preflight.Kind.VARIABLE) {
                VariableSpec spec = spec(specs, m.name());
                String from = spec == null || spec.env() == null ? "" : spec.env();
                lines.add(new Line(m.name(), State.MISSING, "", from, about(spec), m.titles()));
            }
        }
        system.target().variables().values().stream()
                .sorted(Comparator.comparing(Variable::name))
                .map(v -> line(v, about(spec(specs, v.name()))))
                .forEach(lines::add);
        return List.copyOf(lines);
    }

    private static Line line(Variable v, @Nullable String about) {
        State state = v.command() != null ? State.ASKED : v.hidden() ? State.SECRET : State.KNOWN;
        return new Line(v.name(), state, state == State.KNOWN ? v.value() : "", v.from(), about, List.of());
    }

    private static @Nullable VariableSpec spec(List<VariableSpec> specs, String name) {
        return specs.stream()
                .filter(s -> Variable.sameName(s.name(), name))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String about(@Nullable VariableSpec spec) {
        return spec == null ? null : spec.about();
    }
}
