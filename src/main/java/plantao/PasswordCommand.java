package plantao;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Asks a command of the operator's, such as a password store's, for a password: the first line that it prints.
final class PasswordCommand {
    private static final long MOST_SECONDS = 20;
    private static final int MOST_BYTES = 4096;

    private final String command;
    private final Map<String, String> environment;

    PasswordCommand(String command, Map<String, String> environment) {
        this.command = command;
        this.environment = environment;
    }

    /// The password, or null when the command fails, prints nothing or takes longer than 20 s.
    @Nullable
    String password() {
        ProcessBuilder order = new ProcessBuilder("/bin/sh", "-c", command);
        order.environment().clear();
        order.environment().putAll(environment);
        order.redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
        order.redirectError(ProcessBuilder.Redirect.DISCARD);
        try {
            Process asked = order.start();
            Thread limit = Thread.ofPlatform().daemon().name("password-limit").start(() -> end(asked));
            try {
                String said = new String(asked.getInputStream().readNBytes(MOST_BYTES), StandardCharsets.UTF_8);
                return asked.waitFor() == 0 ? said.lines().findFirst().orElse(null) : null;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return null;
            } finally {
                asked.destroyForcibly();
                limit.interrupt();
            }
        } catch (IOException e) {
            return null;
        }
    }

    private static void end(Process asked) {
        try {
            if (!asked.waitFor(MOST_SECONDS, TimeUnit.SECONDS)) {
                asked.descendants().forEach(ProcessHandle::destroyForcibly);
                asked.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
