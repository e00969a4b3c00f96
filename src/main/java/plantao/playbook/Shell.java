package plantao.playbook;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The system's `bash` and how a step is handed to it: all that is bound to Linux lies here.
final class Shell {
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    /// bash sets these itself and lets nobody write them.
    private static final Set<String> READ_ONLY =
            Set.of("UID", "EUID", "PPID", "BASHOPTS", "SHELLOPTS", "BASH_VERSINFO", "BASH_ENV", "ENV", "HISTFILE");

    private final @Nullable Path bash;
    private final @Nullable Path setsid;
    private final String prelude;

    /// @param searchPath folders between `:`, as PATH has them
    Shell(String searchPath) {
        bash = find(searchPath, "bash");
        setsid = find(searchPath, "setsid");
        try (InputStream in = Shell.class.getResourceAsStream("step.sh")) {
            if (in == null) {
                throw new IllegalStateException("step.sh is missing from the program: install it again");
            }
            prelude = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// What is missing to run anything, and what to do about it; empty when nothing is.
    Optional<String> lacking() {
        if (bash == null) {
            return Optional.of("bash was not found on this computer's PATH. Install bash, then run the step again.");
        }
        return setsid == null
                ? Optional.of("setsid was not found on this computer's PATH; without it a step can't be stopped safely."
                        + " Install util-linux, then run the step again.")
                : Optional.empty();
    }

    /// Starts the shell in a session and process group of its own, whose number is the process's. It waits for
    /// [#frame].
    ///
    /// @param report a file that takes what stopped the step
    Process start(StepOrder order, Path report) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                        String.valueOf(setsid),
                        String.valueOf(bash),
                        "--noprofile",
                        "--norc",
                        "-c",
                        prelude,
                        "bash",
                        report.toString())
                .directory(order.place().folder().toFile());
        Map<String, String> environment = builder.environment();
        if (!order.place().inherits()) {
            environment.clear();
        }
        // They would make bash run or print something else first.
        List.of("BASH_ENV", "ENV", "HISTFILE", "SHELLOPTS", "BASHOPTS", "PS4", "PROMPT_COMMAND")
                .forEach(environment::remove);
        return builder.start();
    }

    /// What a started process prints on file descriptor 1 or 2, to the end of the last process that holds it.
    /// Java's own
    /// stream closes the pipe when the first process ends, and what that left in the background dies of it.
    static InputStream printed(Process process, int descriptor) throws IOException {
        InputStream javas = descriptor == 1 ? process.getInputStream() : process.getErrorStream();
        Path pipe = Path.of("/proc/" + process.pid() + "/fd/" + descriptor);
        if (!Files.exists(pipe)) {
            return javas;
        }
        InputStream own = new FileInputStream(pipe.toFile());
        javas.close();
        return own;
    }

    /// What the started shell reads: the place's and the step's variables, then the script. In UTF-8 whatever the
    /// console's own locale, which would turn letters it doesn't know into `?` on the way to a process's
    /// environment.
    static byte[] frame(StepOrder order) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (Map<String, String> variables : List.of(order.place().environment(), order.environment())) {
            variables.forEach((name, value) -> {
                if (NAME.matcher(name).matches() && !READ_ONLY.contains(name) && value.indexOf(0) < 0) {
                    put(bytes, name);
                    put(bytes, value);
                }
            });
        }
        put(bytes, "");
        bytes.writeBytes(order.script().getBytes(StandardCharsets.UTF_8));
        return bytes.toByteArray();
    }

    /// Sends a signal (`INT`, `TERM`, `KILL`) to a process group; one that has ended is no error.
    void signal(long group, String signal) {
        try {
            Process kill = new ProcessBuilder(
                            String.valueOf(bash),
                            "--noprofile",
                            "--norc",
                            "-c",
                            "kill -s \"$1\" -- \"-$2\"",
                            "bash",
                            signal,
                            Long.toString(group))
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            kill.getOutputStream().close();
            kill.waitFor();
        } catch (IOException e) {
            System.getLogger(Shell.class.getName())
                    .log(System.Logger.Level.WARNING, "Signal {0} was not sent", signal, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void put(ByteArrayOutputStream bytes, String text) {
        bytes.writeBytes(text.getBytes(StandardCharsets.UTF_8));
        bytes.write(0);
    }

    private static @Nullable Path find(String searchPath, String program) {
        for (String folder : searchPath.split(File.pathSeparator)) {
            Path candidate = Path.of(folder, program);
            if (!folder.isEmpty() && Files.isExecutable(candidate) && !Files.isDirectory(candidate)) {
                return candidate.toAbsolutePath();
            }
        }
        return null;
    }
}
