package plantao.practice;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import plantao.practice.blueprint.BlueprintReader;

/// Starts parts side by side and tells of each.
///
/// @param folder where the blueprint lies, for messages
record StartUp(Path folder, Consumer<PracticeEvent> events) {

    /// Starts a server.
    ///
    /// @param start gives its process id
    Void server(String part, int port, Callable<Long> start) throws Exception {
        reserve(part, port);
        events.accept(new PracticeEvent.PartStarting(part));
        long begun = System.nanoTime();
        long pid = start.call();
        events.accept(new PracticeEvent.PartReady(part, pid, port, (System.nanoTime() - begun) / 1_000_000));
        return null;
    }

    /// Starts a process, which tells of itself.
    Void unit(ManagedProcess unit) throws PracticeException, InterruptedException {
        if (unit.port() != 0) {
            reserve(unit.name(), unit.port());
        }
        LaunchOutcome outcome = unit.start();
        if (outcome instanceof LaunchOutcome.Up) {
            return null;
        }
        throw new PracticeException(
                "A practice process does not start: " + StartWording.of(outcome),
                "process " + unit.name(),
                "See " + BlueprintReader.FILE + " in " + folder + ".",
                null);
    }

    private static void reserve(String part, int port) throws PracticeException {
        if (!Ports.free(new InetSocketAddress("127.0.0.1", port))) {
            throw new PracticeException(
                    "Port " + port + " on 127.0.0.1 is taken by another program",
                    "practice part " + part,
                    "End that program, or take the fixed port out of " + BlueprintReader.FILE + ".",
                    null);
        }
    }

    /// Does all of these at once and waits for them; the first failure interrupts the others.
    static void together(List<Callable<Void>> tasks) throws PracticeException, InterruptedException {
        try (ExecutorService threads = Executors.newFixedThreadPool(Math.max(1, tasks.size()))) {
            try {
                List<Future<Void>> started = new ArrayList<>();
                tasks.forEach(task -> started.add(threads.submit(task)));
                for (Future<Void> one : started) {
                    one.get();
                }
            } finally {
                threads.shutdownNow();
            }
        } catch (ExecutionException e) {
            if (e.getCause() instanceof PracticeException known) {
                throw known;
            }
            throw new PracticeException(
                    "A part of the practice stack failed: " + e.getCause(), "practice", "Start practice again.", e);
        }
    }
}
