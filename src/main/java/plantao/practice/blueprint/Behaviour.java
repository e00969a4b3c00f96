package plantao.practice.blueprint;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What is wrong with a version of a process.
///
/// @param crash it ends as soon as it is started
/// @param leak it opens a database connection for each request and keeps it
/// @param pauseMillis every request takes this much longer
/// @param failShare the share of its database queries that fail, 0 to 1
/// @param busyThreads how many threads of it do nothing but compute, beside its requests
/// @param environment variables this version sets itself, whatever the process is given
/// @param files texts this version puts into the working folder: path → content
public record Behaviour(
        @Nullable Crash crash,
        @Nullable Leak leak,
        int pauseMillis,
        double failShare,
        int busyThreads,
        Map<String, String> environment,
        Map<String, String> files)
        implements Serializable {
    /// Nothing is wrong.
    public static final Behaviour SOUND = new Behaviour(null, null, 0, 0, 0, Map.of(), Map.of());

    public Behaviour {
        environment = environment == null ? Map.of() : environment;
        files = files == null ? Map.of() : files;
    }

    /// Whether nothing is wrong.
    public boolean sound() {
        return equals(SOUND);
    }

    /// Ends at once.
    ///
    /// @param exit the exit status
    /// @param log the last lines of its log
    public record Crash(int exit, List<String> log) implements Serializable {
        public Crash {
            exit = exit == 0 ? 1 : exit;
            log = log == null ? List.of() : List.copyOf(log);
        }
    }

    /// Keeps connections.
    ///
    /// @param limit how many it opens before its requests fail
    public record Leak(int limit) implements Serializable {}
}
