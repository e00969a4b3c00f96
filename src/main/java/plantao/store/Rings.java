package plantao.store;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The history of readings as the console uses it: takes readings without ever making the caller wait, adds them up
/// and writes the sums every few seconds, on a thread of its own. A history that cannot be written is told once and
/// costs nothing but itself.
public final class Rings implements AutoCloseable {
    private static final Duration WRITE_EVERY = Duration.ofSeconds(10);

    /// Sums that may wait while the file cannot be written: half an hour of 500 probes.
    private static final int MOST_WAITING = 50_000;

    private static final int MOST_QUEUED = 100_000;

    private sealed interface Letter {
        record Add(RingReading measured) implements Letter {}

        record Recall(String system, String target, Consumer<Map<RingSeries, RingHistory>> found) implements Letter {}

        record Line(RingSeries series, Consumer<RingHistory> found) implements Letter {}

        record Stop() implements Letter {}
    }

    private final BlockingQueue<Letter> letters = new LinkedBlockingQueue<>(MOST_QUEUED);
    private final Map<RingStore.Key, RingCell> waiting = new HashMap<>();
    private final Path folder;
    private final InstantSource clock;
    private final Consumer<String> failed;
    private final Thread thread;
    private @Nullable RingStore store;
    private boolean told;

    /// Starts at once.
    ///
    /// @param folder where the file is kept
    /// @param failed is told, once, why there is no history; called on another thread
    public Rings(Path folder, InstantSource clock, Consumer<String> failed) {
        this.folder = folder;
        this.clock = clock;
        this.failed = failed;
        this.thread = Thread.ofPlatform().name("readings").daemon().start(this::work);
    }

    /// Adds a reading; returns at once. When the disk has not answered for very long, the reading is dropped.
    public void add(RingReading measured) {
        var _ = letters.offer(new Letter.Add(measured));
    }

    /// Gives what is known of a system in one environment, all that was added before included.
    ///
    /// @param found is called on the rings' thread; not at all when there is no history to be had
    public void recall(String system, String target, Consumer<Map<RingSeries, RingHistory>> found) {
        var _ = letters.offer(new Letter.Recall(system, target, found));
    }

    /// Gives one series over the last day and month, all that was added before included.
    ///
    /// @param found is called on the rings' thread; not at all when there is no history to be had
    public void line(RingSeries series, Consumer<RingHistory> found) {
        var _ = letters.offer(new Letter.Line(series, found));
    }

    private void work() {
        long next = System.nanoTime() + WRITE_EVERY.toNanos();
        try {
            for (boolean going = true; going; ) {
                Letter letter = letters.poll(Math.max(0, next - System.nanoTime()), TimeUnit.NANOSECONDS);
                switch (letter) {
                    case Letter.Add(RingReading m) -> add(waiting, m);
                    case Letter.Recall(String system, String target, var found) ->
                        recall(() -> found.accept(open().past(system, target, clock.instant())));
                    case Letter.Line line ->
                        recall(() -> line.found().accept(open().line(line.series(), clock.instant())));
                    case Letter.Stop _ -> going = false;
                    case null -> {}
                }
                if (next - System.nanoTime() <= 0 || !going) {
                    write();
                    next = System.nanoTime() + WRITE_EVERY.toNanos();
                }
            }
        } catch (InterruptedException e) {
            write();
        }
        drop();
    }

    private static void add(Map<RingStore.Key, RingCell> cells, RingReading m) {
        RingCell cell = RingCell.of(m);
        for (RingWidth width : RingWidth.values()) {
            RingStore.Key key = new RingStore.Key(m.series(), width, width.bucket(m.at()));
            cells.put(key, cell.plus(cells.get(key)));
        }
    }

    private void recall(Runnable reading) {
        write();
        try {
            reading.run();
        } catch (StoreException e) {
            trouble(e);
        }
    }

    private void write() {
        if (waiting.isEmpty()) {
            return;
        }
        try {
            open().add(waiting);
            waiting.clear();
        } catch (StoreException e) {
            trouble(e);
            if (waiting.size() > MOST_WAITING) {
                waiting.clear();
            }
        }
    }

    private RingStore open() {
        RingStore open = store == null ? RingStore.open(folder, clock.instant()) : store;
        store = open;
        return open;
    }

    private void trouble(StoreException e) {
        drop();
        if (!told) {
            told = true;
            failed.accept(e.text());
        }
    }

    private void drop() {
        if (store != null) {
            store.close();
            store = null;
        }
    }

    /// Writes what waits, and ends; waits for it at most five seconds.
    @Override
    public void close() {
        var _ = letters.offer(new Letter.Stop());
        try {
            thread.join(Duration.ofSeconds(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
