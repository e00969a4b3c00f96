package plantao.playbook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// Asks commands for values (`pass show …`, `op read …`, `vault kv get …`), right before a step needs them. What
/// they
/// print goes from here into the step's environment and nowhere else.
final class ShellAnswers {
    private static final long LONGEST_SECONDS = 60;
    private static final int LONGEST = 64 * 1024;

    private final ShellSystem system;
    private final ShellLogin login;

    ShellAnswers(ShellSystem system, ShellLogin login) {
        this.system = system;
        this.login = login;
    }

    /// No value was got. The message says of which variable, why, and what to do.
    static final class Refused extends Exception {
        Refused(String message) {
            super(message, null, false, false);
        }
    }

    /// The values, by the same names; a command that stands for several is asked once. May block.
    Map<String, String> of(Map<String, String> asked, Path folder) throws Refused, InterruptedException {
        Map<String, String> answers = new LinkedHashMap<>();
        Map<String, String> values = new LinkedHashMap<>();
        for (Map.Entry<String, String> ask : asked.entrySet()) {
            String value = answers.get(ask.getValue());
            if (value == null) {
                value = ask(ask.getKey(), ask.getValue(), folder);
                answers.put(ask.getValue(), value);
            }
            values.put(ask.getKey(), value);
        }
        return values;
    }

    private String ask(String name, String command, Path folder) throws Refused, InterruptedException {
        Process process = null;
        try {
            ProcessBuilder builder = new ProcessBuilder(system.bash(), "-c", command).directory(folder.toFile());
            builder.environment().clear();
            builder.environment().putAll(login.environment());
            process = builder.redirectInput(ProcessBuilder.Redirect.from(new java.io.File("/dev/null")))
                    .start();
            Process started = process;
            CompletableFuture<String> printed = reading(started.getInputStream());
            CompletableFuture<String> complaint = reading(started.getErrorStream());
            if (!started.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
                throw new Refused(said(name, command, "did not answer within " + LONGEST_SECONDS + " s"));
            }
            String value = printed.join().replaceFirst("\\R+$", "");
            if (started.exitValue() != 0 || value.isEmpty() || value.indexOf(0) >= 0) {
                String why = complaint.join().lines().findFirst().orElse("it printed nothing");
                throw new Refused(said(name, command, "ended with " + started.exitValue() + ": " + why));
            }
            return value;
        } catch (IOException e) {
            throw new Refused(said(name, command, "could not be started: " + e.getMessage()));
        } finally {
            if (process != null) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
            }
        }
    }

    private static String said(String name, String command, String what) {
        return "The value of " + name + " is missing: `" + command + "` " + what
                + ". Nothing was run. Try the command in a terminal (is the store unlocked?), then run the step again.";
    }

    private static CompletableFuture<String> reading(java.io.InputStream in) {
        CompletableFuture<String> text = new CompletableFuture<>();
        Thread.ofPlatform().daemon().name("asked-value").start(() -> {
            try (in) {
                text.complete(new String(in.readNBytes(LONGEST), StandardCharsets.UTF_8));
            } catch (IOException | UncheckedIOException e) {
                text.complete("");
            }
        });
        return text;
    }
}
