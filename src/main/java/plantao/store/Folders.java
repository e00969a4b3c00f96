package plantao.store;

import java.nio.file.Path;
import java.util.Map;

/// Where this console keeps its things, by the XDG base directory specification (version 0.8).
///
/// @param data what must not be lost: the logs
/// @param config what the operator decided: approvals, settings
/// @param cache what can be made again
/// @param state what may be lost without harm: window positions, and the second place for entries that wait to be
/// saved
public record Folders(Path data, Path config, Path cache, Path state) {

    /// The folders for these environment variables. A relative path in them is ignored, as the specification says.
    ///
    /// @param home the operator's home folder
    public static Folders of(Map<String, String> environment, Path home) {
        return new Folders(
                folder(environment, "XDG_DATA_HOME", home.resolve(".local/share")),
                folder(environment, "XDG_CONFIG_HOME", home.resolve(".config")),
                folder(environment, "XDG_CACHE_HOME", home.resolve(".cache")),
                folder(environment, "XDG_STATE_HOME", home.resolve(".local/state")));
    }

    /// The folder of the log.
    public Path log() {
        return data.resolve("log");
    }

    /// The folder of the practice log, which is never mixed with the real one.
    public Path practiceLog() {
        return data.resolve("practice-log");
    }

    private static Path folder(Map<String, String> environment, String name, Path otherwise) {
        String set = environment.getOrDefault(name, "");
        Path base = Path.of(set).isAbsolute() ? Path.of(set) : otherwise;
        return base.resolve("plantao");
    }
}
