package plantao.store;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import plantao.journal.Entry;

/// Entries on their way into the database: each is on the disk in a file before anybody is told ([Ahead]), and
/// while
/// the database takes those of one file, in a thread beside, the next go to another one. Callers see to it that one
/// thread at a time is in here.
final class Intake implements Closeable {
    /// From how many on the database takes them, and how many wait at most while it takes others.
    private static final int AT_ONCE = 1024;

    private static final int MOST = 4 * AT_ONCE;

    private final Path folder;
    private final BiConsumer<Map<UUID, Entry>, Function<Entry, String>> database;
    private Ahead next;
    private @Nullable Ahead taken;
    private CompletableFuture<?> taking = CompletableFuture.completedFuture(true);

    /// @param folder the log's; what was left in its files waits at once
    /// @param database takes entries, with the texts of their details; they are on the disk when it returns
    Intake(Path folder, BiConsumer<Map<UUID, Entry>, Function<Entry, String>> database) throws IOException {
        this.folder = folder;
        this.database = database;
        this.taken = new Ahead(folder.resolve("ahead-taken.jsonl"));
        this.next = new Ahead(folder.resolve("ahead.jsonl"));
    }

    /// Keeps entries; on the disk when it returns.
    ///
    /// @throws IOException when the disk does not take them: then none counts, and it may be tried again
    /// @throws StoreException when the database did not take earlier ones
    void add(Map<UUID, Entry> entries) throws IOException {
        next.add(entries);
        int waiting = next.waiting().size();
        if (waiting < AT_ONCE || !taking.isDone() && waiting < MOST) {
            return;
        }
        if (busy() != null) {
            settle();
            return;
        }
        Ahead full = next;
        full.rename(folder.resolve("ahead-taken.jsonl"));
        taken = full;
        next = new Ahead(folder.resolve("ahead.jsonl"));
        // In the same thread: beside other commits H2's file did not survive a kill (decision 10).
        taking = CompletableFuture.runAsync(() -> take(full), Runnable::run);
    }

    /// What was handed to the database, once that is over: nothing, or what it did not take.
    private @Nullable Ahead busy() {
        taking.handle((_, _) -> true).join();
        if (taken != null && taken.waiting().isEmpty()) {
            taken = null;
        }
        return taken;
    }

    private void take(Ahead from) {
        if (from.waiting().isEmpty()) {
            return;
        }
        database.accept(from.waiting(), from::text);
        try {
            from.clear();
            if (from != next) {
                from.close();
            }
        } catch (IOException e) {
            throw new StoreException(
                    "What the log has written ahead could not be emptied: " + Reason.of(e),
                    folder.toString(),
                    "It is tried again.",
                    e);
        }
    }

    /// Whether there is nothing that the database does not have.
    boolean isEmpty() {
        return busy() == null && next.waiting().isEmpty();
    }

    /// Lets the database take all that waits; returns when it has.
    void settle() {
        Ahead left = busy();
        if (left != null) {
            take(left);
            taken = null;
        }
        take(next);
    }

    @Override
    public void close() throws IOException {
        Ahead left = busy();
        if (left != null) {
            left.close();
        }
        next.close();
    }
}
