package plantao.playbook;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import plantao.values.Masking;

/// A step that no shell runs, while it goes on: it prints text and can be stopped by closing what it waits for.
final class DirectStep implements StartedStep {
    /// What does the work.
    interface Work {
        /// Runs to the end. What it prints goes to [DirectStep#print]; what it waits for, it names first with
        /// [DirectStep#waitsFor].
        ///
        /// @throws Stopped when it fails in a way the operator is to be told of
        void run(DirectStep step) throws Stopped;
    }

    /// The work failed. The message says what happened and what to do.
    static final class Stopped extends Exception {
        private final boolean started;

        /// @param started whether anything was sent
        Stopped(String message, boolean started) {
            super(message, null, false, false);
            this.started = started;
        }
    }

    private final Output output;
    private volatile StepOrder order;
    private volatile Masking masking;
    private volatile @Nullable ShellPrinted printed;
    private final AtomicReference<@Nullable Closeable> waiting = new AtomicReference<>();
    private volatile boolean cancelled;
    private volatile boolean late;

    DirectStep(StepOrder order, Output output) {
        this.order = order;
        this.output = output;
        this.masking = order.masking();
    }

    /// Nothing is missing any more.
    ///
    /// @param complete the order with all its values
    void begins(StepOrder complete, Masking hiding, ShellPrinted prints) {
        order = complete;
        masking = hiding;
        printed = prints;
    }

    StepOrder order() {
        return order;
    }

    /// Whether it should go on.
    boolean wanted() {
        return !cancelled && !late;
    }

    void print(String line) {
        ShellPrinted prints = printed;
        if (prints != null) {
            byte[] bytes = (line + "\n").getBytes(StandardCharsets.UTF_8);
            prints.bytes(bytes, 0, bytes.length);
        }
    }

    /// Closing this ends the work.
    void waitsFor(Closeable closeable) {
        waiting.set(closeable);
        if (!wanted()) {
            release();
        }
    }

    @Override
    public void cancel() {
        cancelled = true;
        release();
    }

    /// The time is over.
    void overdue() {
        late = true;
        release();
    }

    private void release() {
        Closeable closeable = waiting.get();
        if (closeable != null) {
            try {
                closeable.close();
            } catch (IOException e) {
                // It is over either way.
            }
        }
    }

    /// Does the work on this thread.
    StepResult run(Work work) {
        long since = System.nanoTime();
        StepResult result;
        try {
            work.run(this);
            result = new StepResult.Exited(0, since(since));
        } catch (Stopped e) {
            String message = String.valueOf(e.getMessage());
            if (e.started) {
                print(message);
            }
            result = e.started
                    ? new StepResult.Exited(1, since(since))
                    : new StepResult.NotStarted(masking.mask(message));
        } finally {
            ShellPrinted prints = printed;
            if (prints != null) {
                prints.end();
                prints.close();
            }
        }
        if (late) {
            return new StepResult.TimedOut(since(since));
        }
        return cancelled ? new StepResult.Cancelled(since(since)) : result;
    }

    private static Duration since(long nanos) {
        return Duration.ofNanos(System.nanoTime() - nanos);
    }

    /// The first lines: a table is read from its head.
    @Override
    public String excerpt(int lines) {
        if (!order.handling().kept()) {
            return output.lines() == 0 ? "" : StepHandling.NOT_KEPT;
        }
        List<Output.Line> all = output.tail(Output.KEPT);
        String text = all.stream().limit(lines).map(Output.Line::text).collect(Collectors.joining("\n"));
        return masking.mask(all.size() > lines ? text + "\n…" : text);
    }
}
