package plantao.playbook;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongConsumer;
import plantao.values.Masking;

/// Runs steps in `bash`: a session on a terminal of its own for each run and place, so that what a step sets is
/// there for the next. A bounded number at a time, on platform threads: reading a terminal blocks the thread that
/// carries it.
public final class ShellRunner implements AutoCloseable {
    /// How many runs have a session at a time. When one more wants one, the session that was idle longest is
    /// closed.
    public static final int MOST = 8;

    /// For each session: three threads that attend it, one that waits for its step, one that stops what was left
    /// behind, one that types, one that closes it.
    private static final int THREADS = 8;

    private static final long CLOSING_SECONDS = 5;

    private final ShellSystem system;
    private final ShellSessions sessions;
    private final ShellAnswers asked;
    private final Path spools;
    private final long spoolLimit;
    private final Function<StepOrder, Masking> masking;
    private final InstantSource clock;
    private final ThreadPoolExecutor threads =
            new ThreadPoolExecutor(0, MOST * THREADS, 10, TimeUnit.SECONDS, new SynchronousQueue<>(), naming());

    /// @param environment this process's; its PATH is where bash is looked for
    /// @param spools the folder for whole outputs; made when missing
    /// @param spoolLimit the most bytes kept of one output
    /// @param masking the secrets of an order, taken out of its output before anything else sees it
    /// @param started told the process id of every session's shell, which is its process group too
    public ShellRunner(
            Map<String, String> environment,
            Path spools,
            long spoolLimit,
            Function<StepOrder, Masking> masking,
            InstantSource clock,
            LongConsumer started) {
        this.system = new ShellSystem(environment.getOrDefault("PATH", "/usr/bin:/bin"));
        ShellLogin login = new ShellLogin(environment);
        this.asked = new ShellAnswers(system, login);
        this.sessions = new ShellSessions(system, login, threads, started, MOST);
        this.spools = spools;
        this.spoolLimit = spoolLimit;
        this.masking = masking;
        this.clock = clock;
    }

    /// Starts a step and returns at once. Its lines go to `output`, which takes what is typed to it while it runs;
    /// `ended` is called once, on a thread of the runner.
    public RunningStep start(StepOrder order, Output output, Consumer<StepResult> ended) {
        RunningStep step = new RunningStep(order, output, ended, masking.apply(order), clock);
        threads.execute(() -> run(order, step));
        return step;
    }

    private void run(StepOrder order, RunningStep step) {
        try {
            StepOrder complete = complete(order, step);
            switch (sessions.lease(complete)) {
                case ShellSessions.Lease.Refused(String reason) -> step.refuse(reason);
                case ShellSessions.Lease.Granted granted ->
                    step.run(
                            granted.session(),
                            granted.remark(),
                            spools,
                            spoolLimit,
                            threads::execute,
                            () -> sessions.giveBack(order));
            }
        } catch (ShellAnswers.Refused e) {
            step.refuse(String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            step.refuse("The console is being closed.");
            Thread.currentThread().interrupt();
        }
    }

    /// The order with the values that commands are asked for.
    private StepOrder complete(StepOrder order, RunningStep step) throws ShellAnswers.Refused, InterruptedException {
        Map<String, String> wanted = order.handling().asked();
        if (wanted.isEmpty()) {
            return order;
        }
        StepOrder complete = order.with(asked.of(wanted, order.place().folder()));
        step.with(complete, masking.apply(complete));
        return complete;
    }

    /// The run is over: its sessions end, with all they left running. Returns at once.
    public void end(UUID run) {
        sessions.end(run).forEach(session -> threads.execute(session::close));
    }

    /// Stops every step and what steps have left running in the background.
    @Override
    public void close() {
        List<ShellSession> left = sessions.endAll();
        left.forEach(session -> threads.execute(session::close));
        threads.shutdown();
        try {
            if (!threads.awaitTermination(CLOSING_SECONDS, TimeUnit.SECONDS)) {
                left.forEach(ShellSession::kill);
                threads.shutdownNow();
                threads.awaitTermination(1, TimeUnit.SECONDS);
            }
        } catch (InterruptedException e) {
            left.forEach(ShellSession::kill);
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
