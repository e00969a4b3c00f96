package plantao.playbook;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// What one step prints: its last lines, in memory and bounded. Written by the runner's threads, read by the
/// screen.
public final class Output {
    /// How many lines are kept for the screen.
    public static final int KEPT = 2000;

    /// How many characters are kept, so that a few very long lines don't fill the memory.
    private static final int KEPT_CHARS = 4 * 1024 * 1024;

    /// A printed line. @param error whether it came from standard error
    public record Line(Instant at, String text, boolean error) {}

    private final Deque<Line> kept = new ArrayDeque<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private long count;
    private long chars;

    /// Adds a line, dropping the oldest when there are too many.
    public void add(Line line) {
        synchronized (this) {
            kept.addLast(line);
            chars += line.text().length();
            while (kept.size() > KEPT || chars > KEPT_CHARS && kept.size() > 1) {
                chars -= kept.removeFirst().text().length();
            }
            count++;
        }
        listeners.forEach(Runnable::run);
    }

    /// The last lines, at most `most`, oldest first.
    public synchronized List<Line> tail(int most) {
        List<Line> all = new ArrayList<>(kept);
        return List.copyOf(all.subList(Math.max(0, all.size() - most), all.size()));
    }

    /// How many lines were printed in all.
    public synchronized long lines() {
        return count;
    }

    /// Calls `changed` after every change, on the thread that made it; the caller brings it to its own thread and
    /// drops
    /// what it can't keep up with. Closing the answer ends it.
    public AutoCloseable listen(Runnable changed) {
        listeners.add(changed);
        return () -> listeners.remove(changed);
    }
}
