package plantao.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;
import plantao.journal.Detail;
import plantao.journal.Entry;
import plantao.journal.SearchQuery;
import plantao.journal.SearchResult;

/// The log's entries in a database. May be used from any thread; every method throws [StoreException] when the
/// database cannot do it. After a failed append the store should be closed and opened anew.
///
/// What is in the index's memory is guarded by `indexing`, what is written ahead by the store's monitor, the
/// database by its connection; they are taken in this order.
public final class JournalStore extends StoredEntries implements AutoCloseable {
    /// From how many on the database takes what was written ahead.
    private static final int AT_ONCE = 1024;

    private final WritingConnection connection;
    private final @Nullable WriteAheadFile ahead;
    private final SearchIndex index = new SearchIndex(codec);
    private final Object indexing = new Object();
    private int since;
    private volatile CompletableFuture<?> indexer = CompletableFuture.completedFuture(true);
    private volatile boolean blanked;

    private JournalStore(Jdbi jdbi, String where, WritingConnection connection, @Nullable WriteAheadFile ahead) {
        super(jdbi, where);
        this.connection = connection;
        this.ahead = ahead;
    }

    /// Opens the log file `log.mv.db` in a folder; makes both where they are missing, readable by their owner only.
    /// One process at a time may have it open.
    public static JournalStore open(Path folder) {
        DataSource source = Databases.in(folder);
        FileCheck.at(folder);
        String where = Databases.file(folder).toString();
        Jdbi jdbi = Jdbi.create(source);
        WritingConnection connection = WritingConnection.open(jdbi, source, where, true);
        JournalStore store;
        try {
            OwnerOnly.file(Databases.file(folder));
            // Only now: who has the database's lock has this file too.
            store = new JournalStore(jdbi, where, connection, new WriteAheadFile(folder.resolve("ahead.jsonl")));
        } catch (IOException e) {
            connection.close();
            throw DatabaseTrouble.of("opened", where, e);
        }
        try {
            store.settle();
            return store;
        } catch (StoreException e) {
            store.close();
            throw e;
        }
    }

    /// Opens a log in a database server.
    ///
    /// @param where how the operator knows it; holds no password
    public static JournalStore open(DataSource source, String where) {
        Jdbi jdbi = Jdbi.create(source);
        return new JournalStore(jdbi, where, WritingConnection.open(jdbi, source, where, false), null);
    }

    /// Saves entries, all or none, in their order. Those that are there already are left as they are, so that it
    /// may be tried again. On the disk when this returns.
    ///
    /// @return the ids of all of them, new or known
    public synchronized Set<UUID> append(List<Entry> entries) {
        Map<UUID, Entry> unique = new LinkedHashMap<>();
        entries.forEach(e -> unique.putIfAbsent(e.id(), e));
        Set<UUID> ids = Set.copyOf(unique.keySet());
        if (ids.isEmpty()) {
            return ids;
        }
        if (ahead == null) {
            write(h -> RowWriter.entries(h, unique, this::text));
            return ids;
        }
        try {
            ahead.add(unique);
        } catch (IOException e) {
            throw DatabaseTrouble.of("written", where, e);
        }
        if (ahead.waiting().size() >= AT_ONCE) {
            settle();
        }
        return ids;
    }

    private String text(Entry entry) {
        return codec.write(entry.detail());
    }

    private void write(Consumer<Handle> work) {
        try {
            connection.transact(h -> {
                work.accept(h);
                return true;
            });
        } catch (StoreException e) {
            if (!DatabaseTrouble.taken(e)) {
                connection.failed();
            }
            throw e;
        }
    }

    /// What waits is in the database already when the process was killed between a commit and the file's end:
    /// seldom enough to look for it only when it turns out so.
    private void take(WriteAheadFile ahead) {
        try {
            write(h -> RowWriter.fresh(h, ahead.waiting(), ahead::text));
        } catch (StoreException e) {
            if (!DatabaseTrouble.taken(e)) {
                throw e;
            }
            write(h -> RowWriter.entries(h, ahead.waiting(), ahead::text));
        }
    }

    /// Lets the database take what was written ahead of it. What reads the database does this first.
    @Override
    synchronized void settle() {
        if (ahead == null || ahead.waiting().isEmpty()) {
            return;
        }
        int taken = ahead.waiting().size();
        take(ahead);
        connection.sync();
        try {
            ahead.clear();
        } catch (IOException e) {
            connection.failed();
            throw DatabaseTrouble.of("written", where, e);
        }
        since += taken;
        if (since >= WordBlock.SIZE && indexer.isDone()) {
            since = 0;
            // Beside the appending, which must not wait for it. If it fails, whoever searches next is told.
            indexer = CompletableFuture.runAsync(
                    () -> indexed(h -> h),
                    work -> Thread.ofPlatform().name("log-index").daemon().start(work));
        }
    }

    /// What the board begins with.
    public List<Entry> remembered() {
        settle();
        connection.transact(h -> StandingEntries.current(h) || StandingEntries.again(h, codec));
        try {
            return jdbi.inTransaction(h -> BoardEntries.of(h, codec));
        } catch (JdbiException e) {
            throw DatabaseTrouble.of("read", where, e);
        }
    }

    /// Works with an index that knows all entries. The last block is in memory, so nothing is written most times.
    private <T> T indexed(Function<Handle, T> work) {
        synchronized (indexing) {
            try {
                for (Optional<SearchIndex.Whole> next = jdbi.inTransaction(index::catchUp);
                        next.isPresent();
                        next = jdbi.inTransaction(index::catchUp)) {
                    SearchIndex.Whole whole = next.get();
                    connection.transact(h -> {
                        index.keep(h, whole.number(), whole.block());
                        return true;
                    });
                }
                return jdbi.inTransaction(work::apply);
            } catch (JdbiException e) {
                index.forget();
                throw DatabaseTrouble.of("read", where, e);
            } catch (StoreException e) {
                index.forget();
                throw e;
            }
        }
    }

    /// Reads or writes rows, those that the index knows too, in one transaction: until that is committed nobody
    /// else is in the index.
    <T> T within(HandleCallback<T, JdbiException> work) {
        return within(true, work);
    }

    private <T> T within(boolean settled, HandleCallback<T, JdbiException> work) {
        synchronized (indexing) {
            try {
                if (settled) {
                    settle();
                }
                return connection.transact(work);
            } catch (StoreException e) {
                index.forget();
                throw e;
            }
        }
    }

    /// The newest entries that a search asks for.
    ///
    /// @param most how many at most
    public SearchResult find(SearchQuery search, int most) {
        settle();
        return indexed(h -> index.find(h, search, most));
    }

    /// Blanks the details of entries that hold something that must not be kept, and says so in entries of their
    /// own.
    ///
    /// @param redactions each has a blanked one's id as its subject and a [Detail.Redacted] as its detail
    /// @return the blanked entries, as they are now
    /// @throws IllegalArgumentException for any other entry
    public List<Entry> redact(List<Entry> redactions) {
        Map<UUID, Entry> unique = new LinkedHashMap<>();
        for (Entry redaction : redactions) {
            if (!(redaction.detail() instanceof Detail.Redacted)) {
                throw new IllegalArgumentException(
                        "not a redaction: " + redaction.detail().kind());
            }
            unique.put(redaction.id(), redaction);
        }
        within(h -> {
            RowWriter.entries(h, unique, this::text);
            for (Entry redaction : redactions) {
                h.createUpdate(Sql.BLANK)
                        .bind("id", UUID.fromString(redaction.subject()))
                        .bind("by", redaction.id())
                        .execute();
                h.createQuery(Sql.SEQ)
                        .bind("id", UUID.fromString(redaction.subject()))
                        .mapTo(Long.class)
                        .findOne()
                        .ifPresent(seq -> index.changed(h, seq));
            }
            return StandingEntries.again(h, codec);
        });
        blanked = true;
        connection.sync();
        List<Entry> now = new ArrayList<>();
        redactions.forEach(r -> now.addAll(byId(r.subject())));
        return List.copyOf(now);
    }

    /// Takes rows of other devices, as [Replica#adopt] does. What a power cut takes of them comes again.
    Replica.Adopted adopt(List<Replica.Parcel> parcels) {
        boolean own = concerned(parcels);
        Replica.Adopted adopted;
        try {
            adopted = within(own, h -> indexed(h, Replica.adopt(h, parcels, false, codec)));
        } catch (StoreException e) {
            if (!DatabaseTrouble.taken(e)) {
                throw e;
            }
            adopted = within(own, h -> indexed(h, Replica.adopt(h, parcels, true, codec)));
        }
        blanked |= !adopted.blanked().isEmpty();
        return adopted;
    }

    /// Whether what is written ahead has to be in the database first: a redaction may be about it.
    private synchronized boolean concerned(List<Replica.Parcel> parcels) {
        return ahead != null && parcels.stream().flatMap(p -> p.rows().stream()).anyMatch(ahead::concerns);
    }

    private Replica.Adopted indexed(Handle h, Replica.Adopted adopted) {
        for (Entry entry : adopted.blanked()) {
            h.createQuery(Sql.SEQ)
                    .bind("id", entry.id())
                    .mapTo(Long.class)
                    .findOne()
                    .ifPresent(seq -> index.changed(h, seq));
        }
        if (!adopted.blanked().isEmpty()) {
            StandingEntries.again(h, codec);
        }
        return adopted;
    }

    /// Puts rows into an empty log as they were, and the ends of their chains.
    synchronized void restore(Iterator<Row> rows, List<ChainHead> heads) {
        settle();
        connection.transact(h -> {
            List<Row> some = new ArrayList<>();
            while (rows.hasNext()) {
                some.add(rows.next());
                if (some.size() == ROWS_AT_ONCE || !rows.hasNext()) {
                    RowBatch.insert(h, Sql.INSERT, some);
                    some.clear();
                }
            }
            heads.forEach(head -> RowWriter.move(h, head));
            return StandingEntries.again(h, codec);
        });
        since = WordBlock.SIZE;
    }

    /// Makes what is derived from the entries anew and compares it; what differs is replaced.
    ///
    /// @return what differed, a line each
    public List<String> compare() {
        return within(h -> {
            List<String> differed = new ArrayList<>(index.compare(h));
            if (StandingEntries.current(h) && StandingEntries.again(h, codec)) {
                differed.add("What stands open was not what the entries say; it was made anew");
            }
            return differed;
        });
    }

    /// Closes it. Never fails: all that was acknowledged is on the disk before.
    @Override
    public void close() {
        try {
            if (!connection.hasFailed()) {
                settle();
            }
        } catch (StoreException e) {
            unclosed(e);
        }
        // Without the monitor: whoever works with the index may wait for it.
        indexer.handle((_, _) -> true).join();
        try {
            closeAhead();
        } catch (StoreException | IOException e) {
            unclosed(e);
        }
        connection.close();
        if (ahead != null && !connection.hasFailed()) {
            FileCheck.closed(Path.of(where));
        }
    }

    private synchronized void closeAhead() throws IOException {
        if (ahead != null) {
            ahead.close();
        }
        if (blanked && !connection.hasFailed()) {
            connection.rewrite();
        }
    }

    /// It is all in the file that is written ahead, and read in at the next start.
    private static void unclosed(Exception e) {
        Logger.getLogger(JournalStore.class.getName()).log(Level.FINE, "closing the log", e);
    }
}
