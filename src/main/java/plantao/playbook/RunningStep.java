package plantao.playbook;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import plantao.values.Masking;

/// One step while it runs.
public final class RunningStep {
    /// How long a signal is given to work.
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    /// How long a pipe may stay silent behind the shell's end before it is taken to be held by a background
    /// process.
    private static final long SILENCE_MILLIS = 300;
    private static final int SILENCES_AT_MOST = 20;

    private final StepOrder order;
    private final Output output;
    private final Consumer<StepResult> ended;
    private final Shell shell;
    private final Masking masking;
    private final InstantSource clock;
    private final LongConsumer started;
    private final CompletableFuture<Boolean> cancelled = new CompletableFuture<>();
    private final CompletableFuture<Boolean> over = new CompletableFuture<>();

    private volatile @Nullable Process process;
    private volatile @Nullable Pipes pipes;

    RunningStep(
            StepOrder order,
            Output output,
            Consumer<StepResult> ended,
            Shell shell,
            Masking masking,
            InstantSource clock,
            LongConsumer started) {
        this.order = order;
        this.output = output;
        this.ended = ended;
        this.shell = shell;
        this.masking = masking;
        this.clock = clock;
        this.started = started;
    }

    /// Asks the step and everything it started to stop: INT, after 2 s TERM, after 2 s more KILL. Behind its end it
    /// stops
    /// what the step left running in the background. Returns at once; more than once does no harm.
    public void cancel() {
        boolean first = cancelled.complete(true);
        Process left = process;
        Pipes reading = pipes;
        if (first
                && over.isDone()
                && left != null
                && reading != null
                && !reading.ended().isDone()) {
            reading.execute(() -> stop(left, reading, "TERM", "KILL"));
        }
    }

    /// The last `lines` lines, masked, for the log.
    public String excerpt(int lines) {
        return excerpt(output, lines, masking);
    }

    /// The last `lines` lines of an output, masked.
    public static String excerpt(Output output, int lines, Masking masking) {
        return masking.mask(String.join(
                "\n", output.tail(lines).stream().map(Output.Line::text).toList()));
    }

    /// The file with the whole output; empty before it starts or when it could not be made.
    public Optional<Path> spool() {
        Pipes reading = pipes;
        return reading == null ? Optional.empty() : reading.file();
    }

    void refuse(String reason) {
        end(new StepResult.NotStarted(reason));
    }

    void kill() {
        Process left = process;
        if (left != null) {
            shell.signal(left.pid(), "KILL");
        }
    }

    /// Runs `then` when nothing of it is read any more.
    void whenAllRead(Runnable then) {
        Pipes reading = pipes;
        if (reading == null) {
            then.run();
        } else {
            var _ = reading.ended().whenComplete((_, _) -> then.run());
        }
    }

    /// Runs it to its end, on a thread that may block.
    void run(Executor threads, Path spools, long spoolLimit) {
        StepResult result;
        Path report = null;
        try {
            Optional<String> obstacle = obstacle();
            if (cancelled.isDone()) {
                result = new StepResult.Cancelled(Duration.ZERO);
            } else if (obstacle.isPresent()) {
                result = new StepResult.NotStarted(obstacle.get());
            } else {
                report = Files.createTempFile("plantao-step", null);
                result = attend(threads, report, spools, spoolLimit);
            }
        } catch (IOException | RuntimeException e) {
            kill();
            result = new StepResult.NotStarted(
                    "The shell could not be started in " + order.place().folder() + ": " + e.getMessage()
                            + ". Nothing was run to its end; look at the computer's memory and disk, then try again.");
        } catch (InterruptedException e) {
            kill();
            result = new StepResult.Cancelled(Duration.ZERO);
            Thread.currentThread().interrupt();
        } finally {
            delete(report);
        }
        end(result);
    }

    private Optional<String> obstacle() {
        return shell.lacking()
                .or(() -> Files.isDirectory(order.place().folder())
                        ? Optional.empty()
                        : Optional.of("The folder " + order.place().folder() + " ("
                                + order.place().label() + ") does not exist."
                                + " Make it, or correct `folder` in console.yaml."));
    }

    private StepResult attend(Executor threads, Path report, Path spools, long spoolLimit)
            throws IOException, InterruptedException {
        Instant from = clock.instant();
        long since = System.nanoTime();
        Process shellProcess = shell.start(order, report);
        process = shellProcess;
        started.accept(shellProcess.pid());
        String name = order.run() + "-" + order.step() + "-" + from.toEpochMilli() + "-" + shellProcess.pid() + ".log";
        Pipes reading = new Pipes(shellProcess, output, masking, clock, threads);
        reading.start(spools, name, spoolLimit);
        pipes = reading;
        try (OutputStream in = shellProcess.getOutputStream()) {
            in.write(Shell.frame(order));
        } catch (IOException e) {
            // The shell ended before it had read its script; its status and its words tell why.
        }
        boolean inTime = waitFor(shellProcess, order.timeout());
        Duration took = Duration.ofNanos(System.nanoTime() - since);
        if (!inTime) {
            stop(shellProcess, reading, "TERM", "KILL");
            return new StepResult.TimedOut(took);
        }
        if (shellProcess.isAlive()) {
            stop(shellProcess, reading, "INT", "TERM", "KILL");
            return new StepResult.Cancelled(Duration.ofNanos(System.nanoTime() - since));
        }
        if (!drained(reading)) {
            output.add(new Output.Line(
                    clock.instant(),
                    "— a process of this step still runs in the background (process group " + shellProcess.pid() + ")",
                    true));
        }
        return exited(shellProcess.exitValue(), took, Files.readString(report, StandardCharsets.UTF_8));
    }

    private StepResult exited(int status, Duration took, String stopped) {
        if (stopped.equals("syntax")) {
            return new StepResult.NotStarted(
                    "The shell can't read this step, see its output. Nothing was run. Correct the"
                            + " command in the runbook.");
        }
        int tab = stopped.indexOf('\t');
        if (status != 0 && tab > 0) {
            String command = stopped.substring(tab + 1).lines().findFirst().orElse("");
            output.add(new Output.Line(
                    clock.instant(),
                    masking.mask(
                            "— stopped at line " + stopped.substring(0, tab) + " (exit " + status + "): " + command),
                    true));
        }
        return new StepResult.Exited(status, took);
    }

    /// False when the time is over and the process still runs; true when it ended or was cancelled.
    private boolean waitFor(Process shellProcess, Duration timeout) throws InterruptedException {
        try {
            CompletableFuture.anyOf(shellProcess.onExit(), cancelled)
                    .get(Math.max(0, timeout.toMillis()), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return !shellProcess.isAlive();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Sends the signals one after the other until the shell has ended and nobody holds its pipes.
    private void stop(Process shellProcess, Pipes reading, String... signals) {
        CompletableFuture<?> gone = CompletableFuture.allOf(shellProcess.onExit(), reading.ended());
        for (String signal : List.of(signals)) {
            shell.signal(shellProcess.pid(), signal);
            try {
                gone.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
                break;
            } catch (TimeoutException e) {
                // The next signal is a stronger one.
            } catch (InterruptedException e) {
                shell.signal(shellProcess.pid(), "KILL");
                Thread.currentThread().interrupt();
                return;
            } catch (ExecutionException e) {
                throw new IllegalStateException(e);
            }
        }
        // Children without a hold on the pipes may have let the first signal pass.
        shell.signal(shellProcess.pid(), "KILL");
    }

    /// Whether everything printed was read; false when a background process keeps a pipe open.
    private static boolean drained(Pipes reading) throws InterruptedException {
        for (int i = 0; i < SILENCES_AT_MOST; i++) {
            long before = reading.count();
            try {
                reading.ended().get(SILENCE_MILLIS, TimeUnit.MILLISECONDS);
                return true;
            } catch (TimeoutException e) {
                if (reading.waiting() && reading.count() == before) {
                    return false;
                }
            } catch (ExecutionException e) {
                throw new IllegalStateException(e);
            }
        }
        return false;
    }

    private void end(StepResult result) {
        if (over.complete(true)) {
            Pipes reading = pipes;
            if (reading != null) {
                reading.flush();
            }
            ended.accept(result);
        }
    }

    private static void delete(@Nullable Path file) {
        if (file != null) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                // An empty file more in the temporary folder, which the system clears.
            }
        }
    }
}
