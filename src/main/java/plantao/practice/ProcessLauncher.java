package plantao.practice;

import java.io.IOException;
import java.io.ObjectOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import plantao.practice.process.Launch;
import plantao.practice.process.StackProcess;

/// Starts and ends the processes of a stack, and holds what all of them share.
///
/// @param program how Java is started
/// @param folder the stack's folder
/// @param addresses the web processes' base addresses, by name
record ProcessLauncher(
        Clock clock,
        JavaProgram program,
        Guardian guardian,
        Path folder,
        Path work,
        Path logs,
        int diskMegabytes,
        Map<String, String> addresses,
        Launch.Servers servers) {
    private static final Duration LONGEST_START = Duration.ofSeconds(20);

    /// @param process what runs now, or null
    record Started(LaunchOutcome outcome, @Nullable Process process) {}

    /// Starts a process and waits until it does its work.
    ///
    /// @param launch what it is told, given the file that it creates when it is ready
    /// @param log what it prints is added there
    Started start(Function<Path, Launch> launch, String name, Path log) throws IOException, InterruptedException {
        long begun = System.nanoTime();
        Path ready = folder.resolve("run").resolve(name + "." + UUID.randomUUID() + ".ready");
        var builder = new ProcessBuilder(program.words(StackProcess.class))
                .directory(work.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().clear();
        builder.environment().putAll(Map.of("PATH", "/usr/bin:/bin", "LANG", "C.UTF-8"));
        Process process = builder.start();
        guardian.watch(process, "KILL");
        tell(process, launch.apply(ready));
        while (!Files.exists(ready)) {
            if (!process.isAlive()) {
                guardian.forget(process.pid());
                return new Started(new LaunchOutcome.Died(process.exitValue(), lastLine(log)), null);
            }
            if (System.nanoTime() - begun > LONGEST_START.toNanos()) {
                end(process);
                return new Started(new LaunchOutcome.Late(LONGEST_START.toSeconds()), null);
            }
            Thread.sleep(10);
        }
        Files.delete(ready);
        return new Started(new LaunchOutcome.Up(process.pid(), (System.nanoTime() - begun) / 1_000_000), process);
    }

    /// The pipe stays open: the process ends when it closes.
    private static void tell(Process process, Launch launch) throws InterruptedException {
        try {
            var out = new ObjectOutputStream(process.getOutputStream());
            out.writeObject(launch);
            out.flush();
        } catch (IOException e) {
            process.waitFor(2, TimeUnit.SECONDS); // it ended before it read: its status says why
        }
    }

    /// Kills a process and waits until it is gone.
    void end(Process process) throws InterruptedException {
        process.destroyForcibly().waitFor(5, TimeUnit.SECONDS);
        try {
            guardian.forget(process.pid());
        } catch (IOException e) {
            throw new IllegalStateException("the practice stack is closed", e);
        }
    }

    private static String lastLine(Path log) throws IOException {
        if (!Files.exists(log)) {
            return "there is none";
        }
        List<String> lines = new String(Files.readAllBytes(log), StandardCharsets.UTF_8)
                .lines()
                .toList();
        return lines.isEmpty() ? "there is none" : lines.getLast();
    }
}
