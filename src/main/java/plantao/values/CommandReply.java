package plantao.values;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// What a short command answered that was asked for a value: a probe's check, a password store, a list of changes.
///
/// @param ended whether it ended in time; if not, it was killed and the status says nothing
/// @param status its exit status
/// @param printed the first 64 KiB of its standard output, read as UTF-8
/// @param complaint the same of its standard error
public record CommandReply(boolean ended, int status, String printed, String complaint) {
    private static final int MOST_BYTES = 64 * 1024;
    private static final int POLL_MILLIS = 5;

    /// Runs a command without input and waits for it. What it leaves in the background is not waited for, even if
    /// that holds on to its output; what it printed beyond the limit is read and forgotten.
    ///
    /// @param words the program and its arguments
    /// @param environment its whole environment
    /// @throws IOException when it cannot be started
    public static CommandReply of(List<String> words, Path folder, Map<String, String> environment, Duration limit)
            throws IOException, InterruptedException {
        return of(words, folder, environment, new byte[0], limit);
    }

    /// The same with something to read on its standard input.
    ///
    /// @param input small: no more than a pipe holds
    public static CommandReply of(
            List<String> words, Path folder, Map<String, String> environment, byte[] input, Duration limit)
            throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(words).directory(folder.toFile());
        if (input.length == 0) {
            builder.redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")));
        }
        builder.environment().clear();
        builder.environment().putAll(environment);
        long begun = System.nanoTime();
        Process process = builder.start();
        if (input.length > 0) {
            hand(process, input);
        }
        Taken out = new Taken(process.getInputStream());
        Taken errors = new Taken(process.getErrorStream());
        try {
            while (process.isAlive() && System.nanoTime() - begun < limit.toNanos()) {
                if (!more(out, errors)) {
                    process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS);
                }
            }
            boolean ended = !process.isAlive();
            // What it printed last; something left behind may print on for ever.
            while (more(out, errors) && System.nanoTime() - begun < limit.toNanos()) {}
            return new CommandReply(ended, ended ? process.exitValue() : -1, out.text(), errors.text());
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private static void hand(Process process, byte[] input) {
        try (OutputStream to = process.getOutputStream()) {
            to.write(input);
        } catch (IOException e) {
            // It has ended without reading it; its complaint says why.
        }
    }

    private static boolean more(Taken out, Taken errors) {
        boolean any = out.take();
        return errors.take() || any;
    }

    /// What a program prints: as much of it as is kept.
    private static final class Taken {
        private final InputStream from;
        private final ByteArrayOutputStream kept = new ByteArrayOutputStream();

        Taken(InputStream from) {
            this.from = from;
        }

        /// Takes what there is.
        ///
        /// @return whether there was anything
        boolean take() {
            try {
                int there = from.available();
                if (there <= 0) {
                    return false;
                }
                byte[] some = from.readNBytes(Math.min(there, MOST_BYTES));
                kept.write(some, 0, Math.min(some.length, MOST_BYTES - kept.size()));
                return true;
            } catch (IOException e) {
                return false; // it has closed its end
            }
        }

        String text() {
            return kept.toString(StandardCharsets.UTF_8);
        }
    }
}
