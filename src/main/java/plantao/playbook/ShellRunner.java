package plantao.playbook;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongConsumer;
import plantao.values.Masking;

/// Runs steps in `bash`, one process in a session of its own for each. A bounded number at a time, on platform
/// threads:
/// reading a pipe blocks the thread that carries it.
public final class ShellRunner implements AutoCloseable {
    /// How many steps run, or have left something running, at a time.
    public static final int MOST = 8;

    /// For each step: one thread that waits, two that read, one that stops what was left behind.
    private static final int THREADS = 4;

    private final Shell shell;
    private final Path spools;
    private final long spoolLimit;
    private final Function<StepOrder, Masking> masking;
    private final InstantSource clock;
    private final LongConsumer started;
    private final Semaphore room = new Semaphore(MOST);
    private final Set<RunningStep> running = ConcurrentHashMap.newKeySet();
    private final ThreadPoolExecutor threads =
            new ThreadPoolExecutor(0, MOST * THREADS, 10, TimeUnit.SECONDS, new SynchronousQueue<>(), naming());

    /// @param searchPath where bash is looked for, as PATH has it
    /// @param spools the folder for whole outputs; made when missing
    /// @param spoolLimit the most bytes kept of one output
    /// @param masking the secrets of an order, taken out of its output before anything else sees it
    /// @param started told the process id of every started step, which is its process group too
    public ShellRunner(
            String searchPath,
            Path spools,
            long spoolLimit,
            Function<StepOrder, Masking> masking,
            InstantSource clock,
            LongConsumer started) {
        this.shell = new Shell(searchPath);
        this.spools = spools;
        this.spoolLimit = spoolLimit;
        this.masking = masking;
        this.clock = clock;
        this.started = started;
    }

    /// Starts a step and returns at once. Its lines go to `output`; `ended` is called once, on a thread of the
    /// runner, or
    /// on the caller's when there is no room for another step.
    public RunningStep start(StepOrder order, Output output, Consumer<StepResult> ended) {
        RunningStep step = new RunningStep(order, output, ended, shell, masking.apply(order), clock, started);
        if (!room.tryAcquire()) {
            step.refuse(MOST
                    + " steps are running or have left something running. Stop one of them, then run this one again.");
            return step;
        }
        running.add(step);
        threads.execute(() -> {
            try {
                step.run(threads, spools, spoolLimit);
            } finally {
                step.whenAllRead(() -> {
                    running.remove(step);
                    room.release();
                });
            }
        });
        return step;
    }

    /// Stops every step and what steps have left running in the background.
    @Override
    public void close() {
        List<RunningStep> left = List.copyOf(running);
        left.forEach(RunningStep::cancel);
        threads.shutdown();
        try {
            if (!threads.awaitTermination(1, TimeUnit.SECONDS)) {
                left.forEach(RunningStep::kill);
                threads.awaitTermination(5, TimeUnit.SECONDS);
            }
        } catch (InterruptedException e) {
            left.forEach(RunningStep::kill);
            Thread.currentThread().interrupt();
        }
    }

    private static ThreadFactory naming() {
        AtomicInteger count = new AtomicInteger();
        return work -> {
            Thread thread = Thread.ofPlatform()
                    .daemon()
                    .name("step-" + count.incrementAndGet())
                    .unstarted(work);
            thread.setUncaughtExceptionHandler((_, e) -> System.getLogger(ShellRunner.class.getName())
                    .log(System.Logger.Level.ERROR, "A step's thread failed", e));
            return thread;
        };
    }
}
