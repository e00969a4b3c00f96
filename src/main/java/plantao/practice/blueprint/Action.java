package plantao.practice.blueprint;

import java.io.Serializable;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One thing a route or a job does; exactly one component is set, `when` beside. Texts may hold `{uuid}`, `{job}`,
/// `{result}` (the first value of the last query or Redis answer) and `{env.NAME}`.
///
/// @param sql a statement; placeholders become bound parameters
/// @param redis a command, words apart by spaces
/// @param call hands the request on to another web process
/// @param set switches of this process, which a route's `when` may ask for; they last until it is started again
/// @param measure answers with what the process measures on itself
/// @param pauseMillis waits
/// @param computeMillis keeps one processor busy
/// @param log writes a line into the process's log
/// @param when the action is done only if these values hold: name (`result`, `env.NAME`) → text, placeholders in it
/// filled in; with `!` before it, if they do not
public record Action(
        @Nullable String sql,
        @Nullable String redis,
        @Nullable Call call,
        @Nullable Respond respond,
        @Nullable Map<String, String> set,
        @Nullable Measure measure,
        int pauseMillis,
        int computeMillis,
        @Nullable Line log,
        Map<String, String> when)
        implements Serializable {
    public Action {
        when = when == null ? Map.of() : when;
    }

    /// A line of the log.
    ///
    /// @param level `info`, `warning`, `error` or `critical`
    public record Line(String level, String text) implements Serializable {}

    /// Answers with the measurements, in the Prometheus text format or as one JSON object.
    ///
    /// @param json whether as JSON
    /// @param textFor a query that asks for text all the same, such as
    /// `format=prometheus`
    /// @param names beginnings of names here → what stands for them
    public record Measure(boolean json, @Nullable String textFor, Map<String, String> names) implements Serializable {
        public Measure {
            names = names == null ? Map.of() : names;
        }
    }

    /// Hands the request on.
    ///
    /// @param process the web process
    /// @param timeoutSeconds after which the answer is 504
    public record Call(String process, double timeoutSeconds) implements Serializable {
        public Call {
            timeoutSeconds = timeoutSeconds == 0 ? 5 : timeoutSeconds;
        }
    }

    /// Answers.
    ///
    /// @param file a file of the working folder, instead of a body
    public record Respond(
            int status, @Nullable String body, @Nullable String file, String type, Map<String, String> headers)
            implements Serializable {
        public Respond {
            status = status == 0 ? 200 : status;
            type = type == null ? "application/json" : type;
            headers = headers == null ? Map.of() : headers;
        }
    }
}
