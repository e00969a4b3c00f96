package plantao;

import java.io.IOException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/// Keeps the preferences of a window: every change is written on a thread of its own, the last one before it ends.
final class PreferencesWriter implements AutoCloseable {
    private final PreferencesFile file;
    private final Consumer<String> failed;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("preferences").daemon().factory());
    private SavedPreferences wanted;
    private SavedPreferences written;
    private boolean told;

    /// @param failed is told, once, why they cannot be kept
    PreferencesWriter(PreferencesFile file, SavedPreferences first, Consumer<String> failed) {
        this.file = file;
        this.wanted = first;
        this.written = first;
        this.failed = failed;
    }

    /// Changes what is kept; returns at once.
    synchronized void change(UnaryOperator<SavedPreferences> change) {
        SavedPreferences next = change.apply(wanted);
        if (!next.equals(wanted) && !thread.isShutdown()) {
            wanted = next;
            thread.execute(this::write);
        }
    }

    private void write() {
        SavedPreferences next;
        synchronized (this) {
            next = wanted;
            if (next.equals(written)) {
                return; // a later change was written meanwhile
            }
            written = next;
        }
        try {
            file.write(next);
        } catch (IOException e) {
            if (!told) {
                told = true;
                failed.accept("The window's preferences could not be kept (" + e.getMessage()
                        + "). Make your config folder writable; all else works without them.");
            }
        }
    }

    @Override
    public void close() {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(2, TimeUnit.SECONDS)) {
                thread.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
