package plantao.values;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/// The wall around a practice place: which paths and hosts a command may name.
///
/// @param tree the only folder whose paths may be named
/// @param hosts the only hosts that may be named, `host` or `host:port`
public record Fence(Path tree, Set<String> hosts) {

    /// Why this resolved command must not run here, for the operator to read; empty when it may.
    public Optional<String> refusal(String command) {
        return Optional.empty();
    }
}
