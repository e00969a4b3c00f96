package plantao.playbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import plantao.values.Masking;
import plantao.values.Place;

/// A runner and one run whose steps share a session.
final class ShellBench implements AutoCloseable {
    static final Duration LONG = Duration.ofMinutes(1);

    final List<Long> pids = Collections.synchronizedList(new ArrayList<>());
    final ShellSystem system = new ShellSystem(System.getenv("PATH"));
    final UUID run = UUID.randomUUID();
    final ShellRunner runner;
    private final Path folder;
    Output output = new Output();

    ShellBench(Path folder) {
        this.folder = folder;
        this.runner = new ShellRunner(
                Map.of("PATH", System.getenv("PATH")),
                folder.resolve("spool"),
                100L << 20,
                _ -> Masking.of(List.of("hunter22")),
                InstantSource.system(),
                pids::add);
    }

    /// A step that was started.
    record Started(RunningStep step, CompletableFuture<StepResult> result) {
        StepResult end() throws Exception {
            return result.get(60, TimeUnit.SECONDS);
        }
    }

    StepOrder order(UUID of, String script, Map<String, String> values) {
        return new StepOrder(of, 0, script, values, new Place("test", folder, true, Map.of(), null), LONG);
    }

    Started start(String script) {
        return start(order(run, script, Map.of()));
    }

    Started start(StepOrder order) {
        output = new Output();
        CompletableFuture<StepResult> result = new CompletableFuture<>();
        return new Started(runner.start(order, output, result::complete), result);
    }

    StepResult run(String script) throws Exception {
        return start(script).end();
    }

    StepResult run(String script, Map<String, String> values) throws Exception {
        return start(order(run, script, values)).end();
    }

    /// What the last step printed.
    String printed() {
        return output.tail(Output.KEPT).stream().map(Output.Line::text).collect(Collectors.joining("\n"));
    }

    int members() {
        return system.members(pids.getLast()).size();
    }

    static void until(Callable<Boolean> condition) throws Exception {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!condition.call()) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            Thread.sleep(10);
        }
    }

    @Override
    public void close() {
        runner.close();
    }
}
