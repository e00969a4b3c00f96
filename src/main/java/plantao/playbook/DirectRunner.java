package plantao.playbook;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import plantao.runbook.Runner;
import plantao.values.Masking;

/// Runs steps that no shell reads: SQL, HTTP requests, PromQL. A step has a virtual thread and a limit.
public final class DirectRunner implements AutoCloseable {
    private final ShellAnswers asked;
    private final Path spools;
    private final long spoolLimit;
    private final Function<StepOrder, Masking> masking;
    private final InstantSource clock;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final ScheduledExecutorService limits = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("step-limits").factory());
    private final HttpExchange http = new HttpExchange();

    /// @param environment this process's
    /// @param spools the folder for whole outputs
    /// @param spoolLimit the most bytes kept of one output
    /// @param masking the secrets of an order
    public DirectRunner(
            Map<String, String> environment,
            Path spools,
            long spoolLimit,
            Function<StepOrder, Masking> masking,
            InstantSource clock) {
        this.asked = new ShellAnswers(
                new ShellSystem(environment.getOrDefault("PATH", "/usr/bin:/bin")), new ShellLogin(environment));
        this.spools = spools;
        this.spoolLimit = spoolLimit;
        this.masking = masking;
        this.clock = clock;
    }

    /// Starts a step and returns at once; `ended` is called once, on a thread of the runner.
    ///
    /// @param order complete: nothing is to be asked any more
    public StartedStep start(StepOrder order, Output output, Consumer<StepResult> ended) {
        DirectStep step = new DirectStep(order, output);
        @Nullable
        ScheduledFuture<?> limit = order.timeout().isZero()
                ? null
                : limits.schedule(step::overdue, order.timeout().toMillis(), TimeUnit.MILLISECONDS);
        threads.execute(() -> {
            StepResult result;
            try {
                result = step.run(begun(step, output));
            } finally {
                if (limit != null) {
                    limit.cancel(false);
                }
            }
            ended.accept(result);
        });
        return step;
    }

    /// The work, as soon as all its values are here.
    private DirectStep.Work begun(DirectStep step, Output output) {
        return _ -> {
            StepOrder complete = step.order();
            try {
                Map<String, String> wanted = complete.handling().asked();
                if (!wanted.isEmpty()) {
                    complete = complete.with(asked.of(wanted, complete.place().folder()));
                }
            } catch (ShellAnswers.Refused e) {
                throw new DirectStep.Stopped(String.valueOf(e.getMessage()), false);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new DirectStep.Stopped("The console is being closed.", false);
            }
            Masking hiding = masking.apply(complete);
            String name = complete.run() + "-" + complete.step() + "-"
                    + clock.instant().toEpochMilli() + ".log";
            step.begins(
                    complete,
                    hiding,
                    new ShellPrinted(output, hiding, clock, complete.handling().kept(), spools, name, spoolLimit));
            work(complete.handling().runner()).run(step);
        };
    }

    private DirectStep.Work work(Runner runner) {
        return switch (runner) {
            case SQL -> new SqlQuery();
            case HTTP -> http;
            case PROMQL -> new HttpPromQl(http);
            case SHELL, NONE -> throw new IllegalArgumentException("a shell's step");
        };
    }

    @Override
    public void close() {
        limits.shutdownNow();
        threads.shutdownNow();
        http.close();
    }
}
