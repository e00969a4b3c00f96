package plantao.probe;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Runs a shell command. On a few threads of the system's own, for waiting for a process holds a virtual thread's
/// carrier; what it prints is polled, so that a program that goes on in the background and keeps the pipe open
/// blocks
/// nobody.
final class CommandProber implements Prober<Check.Command>, AutoCloseable {
    private static final int THREADS = 32;
    private static final int OUTPUT_BYTES = 64 * 1024;
    private static final int POLL_MILLIS = 5;

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
        ProcessBuilder builder = new ProcessBuilder("/bin/sh", "-c", check.command())
                .directory(check.folder().toFile())
                .redirectInput(ProcessBuilder.Redirect.from(new java.io.File("/dev/null")));
        Map<String, String> environment = builder.environment();
        if (!check.inherits()) {
            environment.clear();
        }
        environment.putAll(check.environment());
        Process process;
        try {
            process = builder.start();
        } catch (IOException e) {
            return attempt.noData("cannot be started: " + Reasons.words(e));
        }
        Printed out = new Printed(process.getInputStream());
        Printed errors = new Printed(process.getErrorStream());
        try {
            while (process.isAlive() && !attempt.left().isZero()) {
                if (!taken(out, errors)) {
                    process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS);
                }
            }
            boolean ended = !process.isAlive();
            while (taken(out, errors)) {
                // what it printed last
            }
            return ended
                    ? CommandAnswer.judged(attempt, check, process.exitValue(), out.text(), errors.text())
                    : attempt.down(
                            "not finished in " + Phases.limit(attempt.probe().timeout()),
                            CommandAnswer.evidence(out.text(), errors.text()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return attempt.noData("the console is closing");
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private static boolean taken(Printed out, Printed errors) {
        boolean any = out.take();
        return errors.take() || any;
    }

    /// What a program prints: as much of it as is kept, the rest is read and forgotten.
    private static final class Printed {
        private final InputStream from;
        private final ByteArrayOutputStream kept = new ByteArrayOutputStream();

        Printed(InputStream from) {
            this.from = from;
        }

        /// Takes what there is. @return whether there was anything
        boolean take() {
            try {
                int there = from.available();
                if (there <= 0) {
                    return false;
                }
                byte[] some = from.readNBytes(Math.min(there, OUTPUT_BYTES));
                kept.write(some, 0, Math.min(some.length, OUTPUT_BYTES - kept.size()));
                return true;
            } catch (IOException e) {
                return false; // it has closed its end
            }
        }

        String text() {
            return kept.toString(StandardCharsets.UTF_8);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
