package plantao.store;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import plantao.journal.Entry;

/// What a log told, to be waited for.
final class Heard {
    final BlockingQueue<List<Entry>> remembered = new LinkedBlockingQueue<>();
    final BlockingQueue<String> failures = new LinkedBlockingQueue<>();
    final BlockingQueue<List<Entry>> joined = new LinkedBlockingQueue<>();
    final BlockingQueue<List<Entry>> blanked = new LinkedBlockingQueue<>();
    private final BlockingQueue<UUID> stored = new LinkedBlockingQueue<>();

    Log.Listener listener() {
        return new Log.Listener(remembered::add, stored::addAll, failures::add, joined::add, blanked::add);
    }

    /// Waits until these were told to be saved.
    void awaitStored(List<Entry> entries) throws InterruptedException {
        Set<UUID> left = new java.util.HashSet<>(entries.stream().map(Entry::id).toList());
        while (!left.isEmpty()) {
            UUID id = stored.poll(30, TimeUnit.SECONDS);
            if (id == null) {
                throw new AssertionError("never saved: " + left.size() + ", failures: " + failures);
            }
            left.remove(id);
        }
    }

    static <T> T next(BlockingQueue<T> queue) throws InterruptedException {
        T next = queue.poll(30, TimeUnit.SECONDS);
        if (next == null) {
            throw new AssertionError("nothing was told in 30 s");
        }
        return next;
    }
}
