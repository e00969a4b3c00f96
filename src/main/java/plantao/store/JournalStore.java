package plantao.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;
import plantao.journal.Detail;
import plantao.journal.Entry;
import plantao.journal.Found;
import plantao.journal.Search;

/// The log's entries in a database. May be used from any thread; every method throws [StoreException] when the
/// database
/// cannot do it. After a failed append the store should be closed and opened anew.
public final class JournalStore extends StoredEntries implements AutoCloseable {
    /// Flyway tells at length, on every start, that there is nothing to do. Held here, or the level would be
    /// forgotten.
    private static final Logger FLYWAY = Logger.getLogger("org.flywaydb");

    private final @Nullable Intake ahead;
    private final SearchIndex index;
    private final Object indexing = new Object();
    private int since;
    private CompletableFuture<?> indexer = CompletableFuture.completedFuture(true);
    private final Handle handle;
    private boolean blanked;
    private volatile boolean failed;

    private JournalStore(Jdbi jdbi, String where, @Nullable Path folder, Handle handle) throws IOException {
        super(jdbi, where);
        this.ahead = folder == null ? null : new Intake(folder, this::take);
        this.index = new SearchIndex(codec);
        this.handle = handle;
    }

    /// Opens the log file `log.mv.db` in a folder; makes both where they are missing, readable by their owner only.
    /// One
    /// process at a time may have it open.
    public static JournalStore open(Path folder) {
        DataSource source = Databases.in(folder);
        String where = Databases.file(folder).toString();
        JournalStore store = open(source, where, folder);
        try {
            OwnerOnly.file(Databases.file(folder));
            store.settle();
            return store;
        } catch (IOException e) {
            store.close();
            throw Trouble.of("closed to others", where, e);
        } catch (StoreException e) {
            store.close();
            throw e;
        }
    }

    /// Opens a log in a database server.
    ///
    /// @param where how the operator knows it; holds no password
    public static JournalStore open(DataSource source, String where) {
        return open(source, where, null);
    }

    private static JournalStore open(DataSource source, String where, @Nullable Path folder) {
        Jdbi jdbi = Jdbi.create(source);
        Handle handle;
        try {
            handle = jdbi.open();
        } catch (JdbiException e) {
            throw Trouble.of("opened", where, e);
        }
        try {
            FLYWAY.setLevel(Level.WARNING);
            int made = Flyway.configure(JournalStore.class.getClassLoader())
                    .dataSource(source)
                    .locations("classpath:plantao/store/migration")
                    .loggers("slf4j")
                    .load()
                    .migrate()
                    .migrationsExecuted;
            if (made > 0 && folder != null) {
                handle.execute(Sql.NUMBER_AHEAD);
            }
            // Only now: who has the database's lock has this file too.
            return new JournalStore(jdbi, where, folder, handle);
        } catch (FlywayException | JdbiException | IOException e) {
            letGo(handle, folder != null);
            throw Trouble.of("opened", where, e);
        }
    }

    /// Closes a connection, whatever state the database is in.
    ///
    /// @param failed whether the file's database could not write, on a full disk for one: it has closed its file
    /// then,
    ///     but would stay in this process, and answer everybody so, until it is told to end as if it were killed
    private static void letGo(Handle handle, boolean failed) {
        try {
            if (failed) {
                handle.execute(Sql.LEAVE);
            }
        } catch (JdbiException e) {
            Logger.getLogger(JournalStore.class.getName()).log(Level.FINE, "leaving the log", e);
        }
        try {
            handle.close();
        } catch (JdbiException e) {
            Logger.getLogger(JournalStore.class.getName()).log(Level.FINE, "closing the log", e);
        }
    }

    /// Saves entries, all or none, in their order. Those that are there already are left as they are, so that it
    /// may be
    /// tried again. On the disk when this returns.
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
            write(unique, this::text);
            return ids;
        }
        try {
            ahead.add(unique);
        } catch (IOException e) {
            throw Trouble.of("written", where, e);
        }
        return ids;
    }

    private String text(Entry entry) {
        return codec.write(entry.detail());
    }

    private void write(Map<UUID, Entry> unique, Function<Entry, String> texts) {
        try {
            handle.useTransaction(h -> Writing.entries(h, unique, texts));
        } catch (JdbiException e) {
            failed = ahead != null;
            throw Trouble.of("written", where, e);
        }
    }

    /// Lets the database take what was written ahead of it. What reads the database does this first.
    @Override
    synchronized void settle() {
        if (ahead != null && !ahead.isEmpty()) {
            ahead.settle();
        }
    }

    /// Takes what was written ahead, at any time: whatever else works with the handle has it settled before.
    private void take(Map<UUID, Entry> entries, Function<Entry, String> texts) {
        write(entries, texts);
        try {
            handle.execute(Sql.SYNC);
        } catch (JdbiException e) {
            failed = true;
            throw Trouble.of("written", where, e);
        }
        since += entries.size();
        if (since >= WordBlock.SIZE && indexer.isDone()) {
            since = 0;
            // Beside the appending, which must not wait for it. If it fails, whoever searches next is told.
            indexer = CompletableFuture.runAsync(
                    () -> indexed(h -> h),
                    work -> Thread.ofPlatform().name("log-index").daemon().start(work));
        }
    }

    /// Works with an index that knows all entries. The last block is in memory, so nothing is written most times.
    private <T> T indexed(Function<Handle, T> work) {
        synchronized (indexing) {
            try {
                return jdbi.inTransaction(h -> {
                    index.catchUp(h);
                    return work.apply(h);
                });
            } catch (JdbiException e) {
                index.forget();
                throw Trouble.of("read", where, e);
            }
        }
    }

    /// Changes entries that the index knows, and it with them: until that is committed nobody else is in it.
    private <T> T rewriting(HandleCallback<T, JdbiException> work) {
        synchronized (indexing) {
            try {
                return handle.inTransaction(work);
            } catch (JdbiException e) {
                index.forget();
                throw e;
            }
        }
    }

    /// The newest entries that a search asks for.
    ///
    /// @param most how many at most
    public Found find(Search search, int most) {
        settle();
        return indexed(h -> index.find(h, search, most));
    }

    /// Blanks the details of entries that hold something that must not be kept, and says so in entries of their
    /// own.
    ///
    /// @param redactions each has a blanked one's id as its subject and a [Detail.Redacted] as its detail
    /// @return the blanked entries, as they are now
    /// @throws IllegalArgumentException for any other entry
    public synchronized List<Entry> redact(List<Entry> redactions) {
        Map<UUID, Entry> unique = new LinkedHashMap<>();
        for (Entry redaction : redactions) {
            if (!(redaction.detail() instanceof Detail.Redacted)) {
                throw new IllegalArgumentException(
                        "not a redaction: " + redaction.detail().kind());
            }
            unique.put(redaction.id(), redaction);
        }
        settle();
        try {
            rewriting(h -> {
                Writing.entries(h, unique, this::text);
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
                return Standing.again(h, codec);
            });
            blanked = true;
            if (ahead != null) {
                handle.execute(Sql.SYNC);
            }
        } catch (JdbiException e) {
            throw Trouble.of("written", where, e);
        }
        List<Entry> now = new ArrayList<>();
        redactions.forEach(r -> now.addAll(byId(r.subject())));
        return List.copyOf(now);
    }

    /// Reads or writes rows in one transaction.
    synchronized <T> T within(HandleCallback<T, JdbiException> work) {
        settle();
        try {
            return rewriting(work);
        } catch (JdbiException e) {
            throw Trouble.of("written", where, e);
        }
    }

    /// Takes rows of other devices, as [Replica#adopt] does. What a power cut takes of them comes again.
    Replica.Adopted adopt(List<Replica.Parcel> parcels) {
        Replica.Adopted adopted = within(h -> indexed(h, Replica.adopt(h, parcels, codec)));
        blanked |= !adopted.blanked().isEmpty();
        return adopted;
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
            Standing.again(h, codec);
        }
        return adopted;
    }

    /// Puts rows into an empty log as they were, and the ends of their chains.
    synchronized void restore(Iterator<Row> rows, List<Head> heads) {
        settle();
        try {
            handle.useTransaction(h -> {
                List<Row> some = new ArrayList<>();
                while (rows.hasNext()) {
                    some.add(rows.next());
                    if (some.size() == ROWS_AT_ONCE || !rows.hasNext()) {
                        Writing.rows(h, some);
                        some.clear();
                    }
                }
                heads.forEach(head -> Writing.move(h, head));
                Standing.again(h, codec);
            });
            since = WordBlock.SIZE;
        } catch (JdbiException e) {
            throw Trouble.of("written", where, e);
        }
    }

    /// Makes what is derived from the entries anew and compares it; what differs is replaced.
    ///
    /// @return what differed, a line each
    public synchronized List<String> compare() {
        settle();
        try {
            return rewriting(h -> {
                List<String> differed = new ArrayList<>(index.compare(h));
                if (Standing.current(h) && Standing.again(h, codec)) {
                    differed.add("What stands open was not what the entries say; it was made anew");
                }
                return differed;
            });
        } catch (JdbiException e) {
            throw Trouble.of("read", where, e);
        }
    }

    /// Closes it. Never fails: all that was acknowledged is on the disk before.
    @Override
    public synchronized void close() {
        try {
            try {
                if (!failed) {
                    settle();
                }
            } finally {
                indexer.handle((_, _) -> true).join();
                if (ahead != null) {
                    ahead.close();
                }
            }
        } catch (StoreException | IOException e) {
            // It is all in the file that is written ahead, and read in at the next start.
            Logger.getLogger(JournalStore.class.getName()).log(Level.FINE, "closing the log", e);
        }
        try {
            if (ahead != null && blanked && !failed) {
                handle.execute(Sql.REWRITE);
            }
        } catch (JdbiException e) {
            Logger.getLogger(JournalStore.class.getName()).log(Level.FINE, "closing the log", e);
        }
        letGo(handle, failed);
    }
}
