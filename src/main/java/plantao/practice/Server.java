package plantao.practice;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A database server of the stack, once it has been set up: it can be stopped and started again on the same data.
final class Server implements Part {
    /// How it is started again.
    interface Again {
        /// @return its process, answering
        Process start() throws IOException, InterruptedException;
    }

    private final String name;
    private final String label;
    private final List<String> names;
    private final int port;
    private final Path log;
    private final Signals signals;
    private final String ending;
    private final Again again;
    private final Consumer<PracticeEvent> events;
    private @Nullable Process process;
    private boolean frozen;
    private boolean suspended;

    /// @param ending the signal that ends it in order (`INT`, `TERM`)
    Server(
            String name,
            String label,
            List<String> names,
            int port,
            Path log,
            Signals signals,
            String ending,
            Process first,
            Again again,
            Consumer<PracticeEvent> events) {
        this.name = name;
        this.label = label;
        this.names = names;
        this.port = port;
        this.log = log;
        this.signals = signals;
        this.ending = ending;
        this.again = again;
        this.events = events;
        take(first);
    }

    private void take(Process started) {
        process = started;
        frozen = false;
        suspended = false;
        var _ = started.onExit().thenAccept(this::ended);
    }

    private void ended(Process gone) {
        synchronized (this) {
            if (process != gone) {
                return;
            }
            process = null;
            frozen = false;
        }
        events.accept(new PracticeEvent.ProcessDied(name, gone.pid(), gone.exitValue()));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<String> names() {
        return names;
    }

    @Override
    public Path log() {
        return log;
    }

    @Override
    public synchronized PartStatus running() {
        Process now = process;
        boolean alive = now != null && now.isAlive();
        PartStatus.State state = alive
                ? (frozen ? PartStatus.State.FROZEN : PartStatus.State.RUNNING)
                : (suspended ? PartStatus.State.SUSPENDED : PartStatus.State.DEAD);
        return new PartStatus(name, label, name, state, alive && now != null ? now.pid() : null, port, null);
    }

    @Override
    public synchronized LaunchOutcome start() throws InterruptedException {
        Process now = process;
        if (now != null && now.isAlive()) {
            return new LaunchOutcome.Up(now.pid(), 0);
        }
        events.accept(new PracticeEvent.PartStarting(name));
        long begun = System.nanoTime();
        try {
            Process started = again.start();
            take(started);
            long millis = (System.nanoTime() - begun) / 1_000_000;
            events.accept(new PracticeEvent.PartReady(name, started.pid(), port, millis));
            return new LaunchOutcome.Up(started.pid(), millis);
        } catch (IOException e) {
            return new LaunchOutcome.NotStarted("it cannot be started: " + e.getMessage());
        }
    }

    @Override
    public synchronized LaunchOutcome restart() throws InterruptedException {
        stop();
        return start();
    }

    @Override
    public synchronized void suspend() throws InterruptedException {
        stop();
        suspended = true;
    }

    private void stop() throws InterruptedException {
        Process now = process;
        process = null;
        if (now == null) {
            return;
        }
        try {
            if (frozen) {
                signals.send("CONT", now.pid());
            }
            signals.send(ending, now.pid());
            if (!now.waitFor(5, TimeUnit.SECONDS)) {
                now.destroyForcibly().waitFor(5, TimeUnit.SECONDS);
            }
        } catch (IOException e) {
            now.destroyForcibly().waitFor(5, TimeUnit.SECONDS);
        }
        frozen = false;
    }

    @Override
    public void kill() throws InterruptedException {
        Process now;
        synchronized (this) {
            now = process;
        }
        if (now != null) {
            now.destroyForcibly().waitFor(5, TimeUnit.SECONDS);
        }
    }

    @Override
    public synchronized void freeze() throws IOException, InterruptedException {
        Process now = process;
        frozen = now != null && signals.send("STOP", now.pid());
    }

    @Override
    public synchronized void thaw() throws IOException, InterruptedException {
        Process now = process;
        if (frozen && now != null && signals.send("CONT", now.pid())) {
            frozen = false;
        }
    }

    @Override
    public synchronized void let() {
        process = null;
    }
}
