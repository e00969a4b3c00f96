package plantao.practice.blueprint;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A stand-in for a command, as patterns of words.
///
/// @param options what its options mean here: `process`, `lines`, `since`, `deploy`, … → how they are written
/// (`--tail`, `-n`)
/// @param ignored options that make no difference here; one that ends with `=` takes a value
/// @param process the process that is meant when none is named
/// @param patterns what it can do, the first that fits is taken; anything else is not possible in practice
public record CommandSpec(
        Map<String, List<String>> options,
        List<String> ignored,
        @Nullable String process,
        List<Pattern> patterns) {
    public CommandSpec {
        options = options == null ? Map.of() : options;
        ignored = ignored == null ? List.of() : List.copyOf(ignored);
        patterns = patterns == null ? List.of() : List.copyOf(patterns);
    }

    /// What one form of the command does.
    ///
    /// @param words literal words, `<name>` for one word or a part of one, `<name...>` for the rest; a word in
    /// brackets may be missing
    /// @param act one of the acts of the stack
    /// @param process the process it acts on, when the command does not say so
    /// @param text what `print` prints; what `script` has the shell run, the words behind the pattern's literal
    /// ones as `$1`, `$2`, …
    /// @param sql what `sql` runs; `{name}` is bound to the word of that name
    /// @param restart whether a change of the environment restarts the process, as some hosts do
    /// @param inside patterns for the command that `run` carries out, or for the lines typed into a `session`; for
    /// `compose` and `docker` those of `exec` and `run`, the service first
    public record Pattern(
            String words,
            Act act,
            @Nullable String process,
            @Nullable String text,
            @Nullable String sql,
            boolean restart,
            List<Pattern> inside) {
        public Pattern {
            inside = inside == null ? List.of() : List.copyOf(inside);
        }
    }

    /// What a stand-in can do.
    public enum Act {
        START,
        STOP,
        RESTART,
        SUSPEND,
        RESUME,
        STATUS,
        LOGS,
        DEPLOYS,
        DEPLOY,
        ROLLBACK,
        REDEPLOY,
        ENV_LIST,
        ENV_GET,
        ENV_SET,
        ENV_UNSET,
        PRINT,
        SQL,
        SESSION,
        RUN,
        PSQL,
        PG_DUMP,
        PG_RESTORE,
        REDIS_CLI,
        PG_ISREADY,
        SCRIPT,
        COMPOSE,
        DOCKER,
        GIT
    }
}
