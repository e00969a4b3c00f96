package plantao.playbook;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/// The output of every step that was run in this session.
public final class Outputs {
    private record Key(UUID run, int step) {}

    private final Map<Key, Output> outputs = new ConcurrentHashMap<>();

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
