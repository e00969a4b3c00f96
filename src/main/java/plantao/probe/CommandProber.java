package plantao.probe;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import plantao.values.Asked;

/// Runs a shell command. On a few threads of the system's own, for waiting for a process holds a virtual thread's
/// carrier; what it prints is polled, so that a program that goes on in the background and keeps the pipe open
/// blocks
/// nobody.
final class CommandProber implements Prober<Check.Command>, AutoCloseable {
    private static final int THREADS = 32;

    private final ExecutorService threads;

    CommandProber() {
        ThreadPoolExecutor pool = new ThreadPoolExecutor(
                THREADS,
                THREADS,
                20,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                Thread.ofPlatform().daemon().name("probe-command-", 0).factory());
        pool.allowCoreThreadTimeOut(true);
        threads = pool;
    }

    @Override
    public Reading read(Attempt attempt, Check.Command check) {
        Future<Reading> reading;
        try {
            reading = threads.submit(() -> run(attempt, check));
        } catch (RejectedExecutionException e) {
            return attempt.noData("the console is closing");
        }
        try {
            return reading.get(attempt.left().toMillis() + 1000, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            reading.cancel(true);
            return attempt.noData("too many commands are under way: it had to wait for its turn");
        } catch (InterruptedException e) {
            reading.cancel(true);
            Thread.currentThread().interrupt();
            return attempt.noData("the console is closing");
        } catch (ExecutionException e) {
            return attempt.noData("the probe itself failed: " + Reasons.words(e));
        }
    }

    private static Reading run(Attempt attempt, Check.Command check) {
        Map<String, String> environment = new HashMap<>(check.inherits() ? System.getenv() : Map.of());
        environment.putAll(check.environment());
        try {
            Asked asked =
                    Asked.of(List.of("/bin/sh", "-c", check.command()), check.folder(), environment, attempt.left());
            return asked.ended()
                    ? CommandAnswer.judged(attempt, check, asked.status(), asked.printed(), asked.complaint())
                    : attempt.down(
                            "not finished in " + Phases.limit(attempt.probe().timeout()),
                            CommandAnswer.evidence(asked.printed(), asked.complaint()));
        } catch (IOException e) {
            return attempt.noData("cannot be started: " + Reasons.words(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return attempt.noData("the console is closing");
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
