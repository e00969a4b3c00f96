package plantao.practice;

import org.jspecify.annotations.Nullable;

/// What the Practice screen shows of one part.
///
/// @param name its name in the blueprint
/// @param label for people
/// @param kind `web`, `worker`, `traffic`, `postgres`, `redis`, `guardian`
/// @param pid null when it does not run
/// @param port where it listens, or null
/// @param version the commit that runs, or null for a server
public record PartStatus(
        String name,
        String label,
        String kind,
        State state,
        @Nullable Long pid,
        @Nullable Integer port,
        @Nullable String version) {

    /// How a part is.
    public enum State {
        RUNNING,
        FROZEN,
        SUSPENDED,
        DEAD
    }
}
