package plantao;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Shows desktop notifications through the `notify-send` of the freedesktop.org notifications, where there is one.
final class NotifySend {
    private static final long MOST_SECONDS = 5;

    private final @Nullable Path program;

    /// @param environment whose `PATH` is searched; relative folders in it are passed over
    NotifySend(Map<String, String> environment) {
        Path found = null;
        for (String folder : environment.getOrDefault("PATH", "").split(":")) {
            if (found == null && folder.startsWith("/") && Files.isExecutable(Path.of(folder, "notify-send"))) {
                found = Path.of(folder, "notify-send");
            }
        }
        program = found;
    }

    /// Shows one; waits until the desktop has taken it, five seconds at most.
    ///
    /// @param urgent whether it stays until it is closed, where the desktop knows such
    /// @return whether it was taken
    boolean show(String title, String body, boolean urgent) {
        if (program == null) {
            return false;
        }
        ProcessBuilder order = new ProcessBuilder(order(program, title, body, urgent));
        order.redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
        order.redirectOutput(ProcessBuilder.Redirect.DISCARD);
        order.redirectError(ProcessBuilder.Redirect.DISCARD);
        try {
            Process sending = order.start();
            try {
                return sending.waitFor(MOST_SECONDS, TimeUnit.SECONDS) && sending.exitValue() == 0;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            } finally {
                sending.destroyForcibly();
            }
        } catch (IOException e) {
            return false; // the window's title still tells
        }
    }

    /// The words stand behind `--`, so that none of them can be an option.
    static List<String> order(Path program, String title, String body, boolean urgent) {
        return List.of(
                program.toString(),
                "--app-name=Plantão",
                "--urgency=" + (urgent ? "critical" : "normal"),
                "--",
                title.isBlank() ? "Plantão" : title,
                plain(body));
    }

    /// A body is markup to the desktop, and `notify-send` itself reads C escapes in it.
    private static String plain(String body) {
        return body.replace("\\", "\\\\")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;");
    }
}
