package plantao.practice.blueprint;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A practice stack as its `practice.yaml` describes it.
///
/// @param folder the folder the file lies in; the paths in it are relative to this
/// @param holdFactor what hold times are multiplied by while practising, above 0 and at most 1
/// @param servers what commands call the database servers, by `postgres` and `redis`
/// @param processes by name, in the order of the file
/// @param variables variables for commands and probes; values may hold placeholders such as `{redis.port}`
/// @param replaces texts of the runbook → what stands for them; values may hold placeholders
/// @param work a folder whose content is copied into the working folder, or null
/// @param files further files of the scratch tree: path → content; both may hold `{date-1}` (days ago, yyyyMMdd)
/// @param backups files of the scratch tree that hold a real dump of the database, gzipped where the name ends in
/// `.gz`; names as in `files`
/// @param diskMegabytes the size that the scratch tree is measured against
/// @param tools programs of the machine that commands may use
/// @param commands stand-ins, by the name that is typed
public record Blueprint(
        Path folder,
        double holdFactor,
        PostgresSpec postgres,
        Map<String, List<String>> servers,
        Map<String, ProcessSpec> processes,
        Map<String, Gift> variables,
        Map<String, String> replaces,
        @Nullable String work,
        Map<String, String> files,
        List<String> backups,
        int diskMegabytes,
        List<String> tools,
        Map<String, CommandSpec> commands,
        List<Scenario> scenarios) {

    /// The database server.
    ///
    /// @param schema a file with the SQL that makes the tables and their first rows; run again after each fault, so
    /// it must bear that
    /// @param extensions extensions that the server preloads and creates
    public record PostgresSpec(
            String database,
            String user,
            int maxConnections,
            @Nullable String schema,
            List<String> extensions) {
        public PostgresSpec {
            database = database == null ? "practice" : database;
            user = user == null ? "practice" : user;
            maxConnections = maxConnections == 0 ? 100 : maxConnections;
            extensions = extensions == null ? List.of() : List.copyOf(extensions);
        }
    }

    /// A variable that the stack gives.
    ///
    /// @param secret never shown
    public record Gift(String value, boolean secret) {}
}
