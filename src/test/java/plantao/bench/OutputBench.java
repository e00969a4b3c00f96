package plantao.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import plantao.playbook.Output;
import plantao.playbook.ShellRunner;
import plantao.playbook.StepOrder;
import plantao.playbook.StepResult;
import plantao.values.Masking;
import plantao.values.Place;

/// One million lines, 100 MB, through a step, against `script -qc … /dev/null` of the same command, turn by turn,
/// with the program's options of the Java machine: first the step by itself, then run from the window, which shows
/// it. Time, memory and frames; prints figures and judges nothing.
public final class OutputBench {
    private static final int ROUNDS = 5;
    private static final String LINE = "line-of-99-".repeat(9);
    static final String COMMAND = "yes " + LINE + " | head -n 1000000";
    private static final Path STATUS = Path.of("/proc/self/status");

    private OutputBench() {}

    /// @param arguments the project's folder, the staged program's folder, the jar with this class
    public static void main(String[] arguments) throws IOException, InterruptedException, ExecutionException {
        if (arguments.length == 0) {
            measure();
            return;
        }
        MeasuringProcess.run(arguments, OutputBench.class.getName());
        MeasuringProcess.run(arguments, "plantao.bench.OutputLoad", String.valueOf(ROUNDS));
    }

    private static void measure() throws IOException, InterruptedException, ExecutionException {
        Path scratch = Files.createTempDirectory("plantao-bench");
        var ours = new ArrayList<Long>();
        var script = new ArrayList<Long>();
        try (ShellRunner runner = new ShellRunner(
                System.getenv(),
                scratch.resolve("spool"),
                1L << 30,
                _ -> Masking.NONE,
                InstantSource.system(),
                _ -> {})) {
            step(runner, scratch, "true"); // the terminal's library is there
            long before = kilobytes("VmRSS");
            for (int i = 0; i < ROUNDS; i++) {
                script.add(script());
                ours.add(step(runner, scratch, COMMAND));
            }
            print("script", script);
            print("step", ours);
            System.out.printf(Locale.ROOT, "ratio of the medians: %.2f%n", (double) median(ours) / median(script));
            System.out.printf(
                    Locale.ROOT,
                    "memory at its peak, beyond what the start took: %d MB%n",
                    (kilobytes("VmHWM") - before) / 1024);
        } finally {
            delete(scratch);
        }
    }

    private static long script() throws IOException, InterruptedException {
        long begun = System.nanoTime();
        new ProcessBuilder("script", "-qc", COMMAND, "/dev/null")
                .redirectInput(new File("/dev/null"))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
    }

    private static long step(ShellRunner runner, Path scratch, String command)
            throws InterruptedException, ExecutionException {
        Place place = new Place("bench", scratch, true, Map.of(), null);
        Output output = new Output();
        CompletableFuture<StepResult> result = new CompletableFuture<>();
        long begun = System.nanoTime();
        runner.start(
                new StepOrder(new UUID(0, 1), 0, command, Map.of(), place, Duration.ofMinutes(5)),
                output,
                result::complete);
        StepResult ended = result.get();
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
        if (!ended.good() || command.equals(COMMAND) && output.lines() != 1_000_000) {
            throw new IllegalStateException(ended + " with " + output.lines() + " lines");
        }
        return millis;
    }

    static long kilobytes(String field) throws IOException {
        return Files.readAllLines(STATUS).stream()
                .filter(line -> line.startsWith(field + ":"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElseThrow();
    }

    static void print(String name, List<Long> millis) {
        System.out.printf(Locale.ROOT, "%-8s median %5d ms of %s%n", name, median(millis), millis);
    }

    private static long median(List<Long> millis) {
        return millis.stream().sorted().toList().get(millis.size() / 2);
    }

    static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            files.sorted(java.util.Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        }
    }
}
