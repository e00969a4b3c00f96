package plantao.probe;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import plantao.values.Place;

/// How a check's command is run in its environment's place: in a shell there, whose text comes on standard input,
/// so that no value stands in a process's arguments. A mark tells what the way prints (a greeting, a refusal) from
/// what the command prints: without it the place was not reached, and that says nothing about the service.
///
/// @param words the program that leads there and its arguments
/// @param script what the shell there reads
/// @param mark the line that the shell prints when it is there
record CommandPlace(List<String> words, byte[] script, String mark) {
    /// The status of a command that was stopped for its time (timeout(1)).
    static final int STOPPED = 124;

    /// @param container the program that runs containers here (docker or podman)
    /// @param seconds the most that the command may take there
    /// @param word that nothing else prints
    static CommandPlace of(Place.Reach reach, Check.Command check, String container, long seconds, String word) {
        String mark = "plantao-" + word;
        byte[] script = script(check, reach.folder(), seconds, mark).getBytes(StandardCharsets.UTF_8);
        List<String> words = switch (reach) {
            case Place.Reach.Here _ -> List.of("/bin/sh", "-s");
            case Place.Reach.Ssh ssh ->
                List.of(
                        "ssh",
                        "-T",
                        "-o",
                        "BatchMode=yes",
                        "-o",
                        "ConnectTimeout=" + seconds,
                        "-o",
                        "LogLevel=ERROR",
                        ssh.alias(),
                        "exec /bin/sh -s");
            case Place.Reach.Container to -> List.of(container, "exec", "-i", to.name(), "/bin/sh", "-s");
        };
        return new CommandPlace(words, script, mark);
    }

    private static String script(Check.Command check, String folder, long seconds, String mark) {
        StringBuilder text = new StringBuilder();
        for (Map.Entry<String, String> variable : check.environment().entrySet()) {
            if (variable.getKey().matches("[A-Za-z_]\\w*")) {
                text.append("export ")
                        .append(variable.getKey())
                        .append('=')
                        .append(quoted(variable.getValue()))
                        .append('\n');
            }
        }
        if (!folder.isEmpty()) {
            text.append("cd -- ").append(quoted(folder)).append(" || exit 3\n");
        }
        text.append("echo ").append(mark).append('\n');
        String command = "/bin/sh -c " + quoted(check.command()) + " </dev/null";
        return text.append("if command -v timeout >/dev/null 2>&1; then exec timeout ")
                .append(seconds)
                .append(' ')
                .append(command)
                .append("; else exec ")
                .append(command)
                .append("; fi\n")
                .toString();
    }

    private static String quoted(String text) {
        return "'" + text.replace("\0", "").replace("'", "'\\''") + "'";
    }

    /// What the command printed; null when the place was not reached.
    @Nullable
    String behindMark(String printed) {
        int at = printed.indexOf(mark + "\n");
        return at < 0 ? null : printed.substring(at + mark.length() + 1);
    }
}
