package plantao.playbook;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import plantao.values.Masking;

/// One step while it runs.
public final class RunningStep implements StartedStep {
    /// How a blank stands in what the shell runs: read back, it is the blank again.
    private static final Pattern FILLED = Pattern.compile("\"\\$\\{PLANTAO_(\\w+)\\}\"|\\$\\{PLANTAO_(\\w+)\\}");

    /// What a step starts inherits it, and is found by it when it has left the session.
    private static final String MARK = "PLANTAO_STEP";
    /// So many of the processes that are left are told one by one, so much of each.
    private static final int TOLD = 5;
    private static final int LONGEST = 120;

    private volatile StepOrder order;
    private final Output output;
    private final Consumer<StepResult> ended;
    private volatile Masking masking;
    private final InstantSource clock;
    private final CompletableFuture<Boolean> cancelled = new CompletableFuture<>();
    private final CompletableFuture<Boolean> over = new CompletableFuture<>();

    private volatile @Nullable ShellPrinted printed;

    RunningStep(StepOrder order, Output output, Consumer<StepResult> ended, Masking masking, InstantSource clock) {
        this.order = order;
        this.output = output;
        this.ended = ended;
        this.masking = masking;
        this.clock = clock;
    }

    /// Asks the step and everything it started to stop: INT, after 2 s TERM, then HUP, then KILL. Behind its end it
    /// stops what the step left running in the background. Returns at once; more than once does no harm.
    @Override
    public void cancel() {
        boolean first = cancelled.complete(true);
        if (first && over.isDone()) {
            output.stopLeft();
        }
    }

    /// The last `lines` lines, masked, for the log.
    /// Of a step that prints secrets nothing is said but that there was something.
    @Override
    public String excerpt(int lines) {
        if (!order.handling().kept()) {
            return output.lines() == 0 ? "" : StepHandling.NOT_KEPT;
        }
        return excerpt(output, lines, masking);
    }

    /// The last `lines` lines of an output, masked.
    public static String excerpt(Output output, int lines, Masking masking) {
        return masking.mask(String.join(
                "\n", output.tail(lines).stream().map(Output.Line::text).toList()));
    }

    /// The file with the whole output; empty before it starts or when it could not be made.
    public Optional<Path> spool() {
        ShellPrinted all = printed;
        return all == null ? Optional.empty() : all.file();
    }

    /// Values that were asked for are part of it from now on.
    void with(StepOrder complete, Masking hiding) {
        order = complete;
        masking = hiding;
    }

    void refuse(String reason) {
        end(new StepResult.NotStarted(reason));
    }

    /// Runs it to its end in a session, on a thread that may block.
    ///
    /// @param remark what the operator should know of the session first, or null
    /// @param later does something on another thread that may block
    /// @param free the session can take another step
    void run(
            ShellSession session,
            @Nullable String remark,
            Path spools,
            long spoolLimit,
            Consumer<Runnable> later,
            Runnable free) {
        StepResult result;
        try {
            if (cancelled.isDone()) {
                result = new StepResult.Cancelled(Duration.ZERO);
            } else {
                result = attend(session, remark, spools, spoolLimit, later);
            }
        } catch (IOException | RuntimeException e) {
            session.kill();
            result = new StepResult.NotStarted(
                    order.place().here()
                            ? "The shell in " + order.place().folder() + " could not run this step: " + e.getMessage()
                                    + ". Look at the computer's memory and disk, then try again."
                            : "The connection to " + order.place().label() + " was lost before the step began: "
                                    + e.getMessage() + ". Nothing was run. Run it again: it begins in a new session.");
        } catch (InterruptedException e) {
            session.kill();
            result = new StepResult.Cancelled(Duration.ZERO);
            Thread.currentThread().interrupt();
        } finally {
            free.run();
        }
        end(result);
    }

    private StepResult attend(
            ShellSession session, @Nullable String remark, Path spools, long spoolLimit, Consumer<Runnable> later)
            throws IOException, InterruptedException {
        Instant from = clock.instant();
        long since = System.nanoTime();
        String name = order.run() + "-" + order.step() + "-" + from.toEpochMilli() + "-" + session.pid() + ".log";
        ShellPrinted all =
                new ShellPrinted(output, masking, clock, order.handling().kept(), spools, name, spoolLimit);
        printed = all;
        if (remark != null) {
            all.note(remark);
        }
        boolean drawn = order.handling().terminal();
        if (drawn) {
            all.draw(true);
        }
        String mark = order.run() + "/" + order.step() + "/" + from.toEpochMilli();
        ShellStop stop = new ShellStop(session, MARK + "=" + mark);
        CompletableFuture<ShellAnswer> answer =
                session.run(ShellFrame.step(environment(drawn, mark), order.script()), all);
        output.keyboard(session::type, session::hidden, session::size);
        boolean inTime = waitFor(answer, order.timeout());
        boolean stopped = !answer.isDone();
        if (stopped) {
            stop.gently(answer);
        }
        output.keyboard(null);
        session.size(ShellTerminal.ROWS, ShellTerminal.COLUMNS);
        Duration took = Duration.ofNanos(System.nanoTime() - since);
        session.drain();
        tell(stop, stop.left(), all, later);
        if (stopped) {
            if (!inTime) {
                all.note("stopped: it was not over after " + told(order.timeout())
                        + ". `timeouts` in console.yaml gives a step more time");
            }
            return inTime ? new StepResult.Cancelled(took) : new StepResult.TimedOut(took);
        }
        return session.closed()
                ? new StepResult.Cancelled(took)
                : result(answer.getNow(new ShellAnswer.Lost(-1)), took, all);
    }

    /// What the step has left running, and how it is stopped.
    private void tell(ShellStop stop, Map<Long, String> left, ShellPrinted all, Consumer<Runnable> later) {
        if (left.isEmpty()) {
            return;
        }
        List<String> processes = new ArrayList<>();
        left.entrySet().stream().limit(TOLD).forEach(p -> {
            String by = p.getValue();
            String cut = masking.mask(by.length() > LONGEST ? by.substring(0, LONGEST) + "…" : by);
            all.note("still runs in the background: process " + p.getKey() + ", "
                    + (by.isEmpty() ? "a part of its script" : cut));
            processes.add((p.getKey() + " " + (order.handling().kept() ? cut : "")).strip());
        });
        if (left.size() > TOLD) {
            all.note("still runs in the background: " + (left.size() - TOLD) + " more");
            processes.add("+" + (left.size() - TOLD));
        }
        output.left(new Output.Left(
                List.copyOf(processes),
                () -> later.accept(() -> {
                    stop.left(left.keySet());
                    all.note("what this step had left running was stopped");
                })));
    }

    private static String told(Duration limit) {
        long seconds = limit.toSeconds();
        return seconds % 3600 == 0 && seconds > 0
                ? seconds / 3600 + " h"
                : seconds % 60 == 0 && seconds > 0 ? seconds / 60 + " min" : limit.toMillis() / 1000.0 + " s";
    }

    /// The step's values. A step that opens a session is told that somebody is there to page and to type.
    private Map<String, String> environment(boolean drawn, String mark) {
        Map<String, String> all = new HashMap<>(Map.of(MARK, mark));
        if (drawn) {
            all.putAll(Map.of("PLANTAO_TERMINAL", "1", "PAGER", "less", "LESS", "-R"));
        }
        all.putAll(order.environment());
        return all;
    }

    private StepResult result(ShellAnswer answer, Duration took, ShellPrinted all) {
        return switch (answer) {
            case ShellAnswer.Unreadable() ->
                new StepResult.NotStarted("The shell can't read this step, see its output. Nothing was run. Correct the"
                        + " command in the runbook.");
            case ShellAnswer.Left(int status) -> {
                all.note("the step ended its own shell (exit " + status
                        + "): folder, variables and functions are again as they were before it");
                yield new StepResult.Exited(status, took);
            }
            case ShellAnswer.Lost(int status) -> {
                all.note(
                        order.place().here()
                                ? "the shell of this run was lost (exit " + status
                                        + "): the next step begins in a new one"
                                : "the connection to " + order.place().label() + " was lost (exit " + status
                                        + "). Whether the step went on there is not known: look before you run it"
                                        + " again. The next step begins in a new session");
                yield new StepResult.Exited(status == 0 ? 1 : status, took);
            }
            case ShellAnswer.Ended(int status, String where) -> {
                int tab = where.indexOf('\t');
                String line = status != 0 && tab > 0 ? where.substring(0, tab) : "";
                if (!line.isEmpty()) {
                    all.note("stopped at line " + line + " (exit " + status + "): "
                            + FILLED.matcher(where.substring(tab + 1))
                                    .replaceAll(m -> "{" + (m.group(1) == null ? m.group(2) : m.group(1)) + "}"));
                }
                yield new StepResult.Exited(status, took, line.matches("\\d{1,6}") ? Integer.parseInt(line) : 0);
            }
        };
    }

    /// False when the time is over; true when it ended or was cancelled.
    private boolean waitFor(CompletableFuture<ShellAnswer> answer, Duration timeout) throws InterruptedException {
        try {
            CompletableFuture<Object> something = CompletableFuture.anyOf(answer, cancelled);
            if (timeout.isZero()) {
                something.get();
            } else {
                something.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
            }
            return true;
        } catch (TimeoutException e) {
            return answer.isDone();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private void end(StepResult result) {
        if (over.complete(true)) {
            ended.accept(result);
        }
    }
}
