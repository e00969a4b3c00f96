package plantao.playbook;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/// What the runners have to show: the output of every step that was run in this session, and the tools that steps
/// find.
public final class Outputs {
    private record Key(UUID run, int step) {}

    private final Map<Key, Output> outputs = new ConcurrentHashMap<>();

    private final ShellTools tools;

    /// @param environment this process's environment variables
    public Outputs(Map<String, String> environment) {
        this.tools = new ShellTools(environment);
    }

    /// Outputs on a computer that nothing is known of.
    public Outputs() {
        this(Map.of());
    }

    /// The programs of this computer.
    public ShellTools tools() {
        return tools;
    }

    /// The output of a step; empty until it runs.
    public Output of(UUID run, int step) {
        return outputs.computeIfAbsent(new Key(run, step), _ -> new Output());
    }

    /// A fresh output for a step that is run (again).
    public Output renewed(UUID run, int step) {
        Output output = new Output();
        outputs.put(new Key(run, step), output);
        return output;
    }
}
