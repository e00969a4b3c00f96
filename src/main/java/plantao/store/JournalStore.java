package plantao.store;

import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;
import plantao.journal.Detail;
import plantao.journal.Entry;

/// The log's entries in a database. May be used from any thread; every method throws [StoreException] when the
/// database
/// cannot do it. After a failed append the store should be closed and opened anew.
public final class JournalStore implements AutoCloseable {
    private static final int IDS_AT_ONCE = 500;
    private static final int ROWS_AT_ONCE = 1000;

    /// Flyway tells at length, on every start, that there is nothing to do. Held here, or the level would be
    /// forgotten.
    private static final Logger FLYWAY = Logger.getLogger("org.flywaydb");

    private final DetailCodec codec = new DetailCodec();
    private final Jdbi jdbi;
    private final String where;
    private final boolean embedded;
    private final Handle handle;
    private boolean blanked;

    private JournalStore(Jdbi jdbi, String where, boolean embedded, Handle handle) {
        this.jdbi = jdbi;
        this.where = where;
        this.embedded = embedded;
        this.handle = handle;
    }

    /// Opens the log file `log.mv.db` in a folder; makes both where they are missing, readable by their owner only.
    /// One
    /// process at a time may have it open.
    public static JournalStore open(Path folder) {
        DataSource source = Databases.in(folder);
        String where = Databases.file(folder).toString();
        JournalStore store = open(source, where, true);
        try {
            OwnerOnly.file(Databases.file(folder));
            return store;
        } catch (IOException e) {
            store.close();
            throw Trouble.of("closed to others", where, e);
        }
    }

    /// Opens a log in a database server.
    ///
    /// @param where how the operator knows it; holds no password
    public static JournalStore open(DataSource source, String where) {
        return open(source, where, false);
    }

    private static JournalStore open(DataSource source, String where, boolean embedded) {
        Jdbi jdbi = Jdbi.create(source);
        Handle handle;
        try {
            handle = jdbi.open();
        } catch (JdbiException e) {
            throw Trouble.of("opened", where, e);
        }
        try {
            FLYWAY.setLevel(Level.WARNING);
            Flyway.configure(JournalStore.class.getClassLoader())
                    .dataSource(source)
                    .locations("classpath:plantao/store/migration")
                    .loggers("slf4j")
                    .load()
                    .migrate();
            return new JournalStore(jdbi, where, embedded, handle);
        } catch (FlywayException e) {
            handle.close();
            throw Trouble.of("opened", where, e);
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
        try {
            handle.useTransaction(h -> insert(h, unique));
            if (embedded) {
                handle.execute(Sql.SYNC);
            }
            return ids;
        } catch (JdbiException e) {
            throw Trouble.of("written", where, e);
        }
    }

    private void insert(Handle h, Map<UUID, Entry> unique) {
        Map<String, Head> heads = new LinkedHashMap<>();
        unique.values().stream()
                .map(e -> WellFormed.text(e.device()))
                .distinct()
                .sorted()
                .forEach(device -> heads.put(device, locked(h, device)));
        Set<UUID> known = known(h, unique.keySet());
        Set<String> moved = new LinkedHashSet<>();
        PreparedBatch batch = h.prepareBatch(Sql.INSERT);
        for (Entry entry : unique.values()) {
            if (!known.contains(entry.id())) {
                String device = WellFormed.text(entry.device());
                Row row = Row.after(heads.getOrDefault(device, Head.none(device)), entry, codec);
                heads.put(device, Head.of(row));
                moved.add(device);
                bind(batch, row).add();
            }
        }
        if (batch.size() > 0) {
            batch.execute();
        }
        moved.forEach(device -> move(h, heads.getOrDefault(device, Head.none(device))));
    }

    private static Head locked(Handle h, String device) {
        return h.createQuery(Sql.LOCK_HEAD)
                .bind("device", device)
                .map((set, _) -> Head.of(set))
                .findOne()
                .orElse(Head.none(device));
    }

    private static void move(Handle h, Head head) {
        h.createUpdate(Sql.MOVE_HEAD)
                .bind("device", head.device())
                .bind("number", head.number())
                .bind("hash", head.hash())
                .execute();
    }

    private static Set<UUID> known(Handle h, Set<UUID> ids) {
        Set<UUID> known = new HashSet<>();
        List<UUID> all = List.copyOf(ids);
        for (int from = 0; from < all.size(); from += IDS_AT_ONCE) {
            h.createQuery(Sql.KNOWN)
                    .bindList("ids", all.subList(from, Math.min(all.size(), from + IDS_AT_ONCE)))
                    .map((set, _) -> set.getObject("id", UUID.class))
                    .forEach(known::add);
        }
        return known;
    }

    private static PreparedBatch bind(PreparedBatch batch, Row row) {
        return batch.bind("id", row.id())
                .bind("at", row.at().atOffset(ZoneOffset.UTC))
                .bind("operator", row.operator())
                .bind("device", row.device())
                .bind("system", row.system())
                .bind("subject", row.subject())
                .bind("kind", row.kind())
                .bind("detail", row.detail())
                .bind("detailHash", row.detailHash())
                .bind("number", row.number())
                .bind("chainPrev", row.chainPrev())
                .bind("chainHash", row.chainHash());
    }

    /// Blanks the detail of an entry that holds something that must not be kept, and says so in an entry of its
    /// own.
    ///
    /// @param redaction has the blanked entry's id as its subject and a [Detail.Redacted] as its detail
    /// @throws IllegalArgumentException for any other entry
    public synchronized void redact(Entry redaction) {
        if (!(redaction.detail() instanceof Detail.Redacted)) {
            throw new IllegalArgumentException(
                    "not a redaction: " + redaction.detail().kind());
        }
        UUID id = UUID.fromString(redaction.subject());
        try {
            handle.useTransaction(h -> {
                insert(h, Map.of(redaction.id(), redaction));
                h.createUpdate(Sql.BLANK)
                        .bind("id", id)
                        .bind("by", redaction.id())
                        .execute();
            });
            blanked = true;
            if (embedded) {
                handle.execute(Sql.SYNC);
            }
        } catch (JdbiException e) {
            throw Trouble.of("written", where, e);
        }
    }

    /// All entries, in the order they were saved.
    public List<Entry> all() {
        return read(h -> h.createQuery(Sql.ALL));
    }

    /// The last `count` entries, in the order they were saved.
    public List<Entry> recent(int count) {
        return read(h -> h.createQuery(Sql.RECENT).bind("count", count));
    }

    private List<Entry> read(Function<Handle, Query> query) {
        try {
            return jdbi.inTransaction(h -> query.apply(h)
                    .setFetchSize(ROWS_AT_ONCE)
                    .map((set, _) -> Row.entry(set, codec))
                    .list());
        } catch (JdbiException e) {
            throw Trouble.of("read", where, e);
        }
    }

    /// Goes along the chain of every device and compares each entry with what was written.
    ///
    /// @return what is not as it was written; empty when all is well
    public List<ChainProblem> verify() {
        try {
            return jdbi.inTransaction(h -> {
                ChainCheck check = new ChainCheck();
                try (Stream<Row> rows =
                        h.createQuery(Sql.CHAINS).setFetchSize(ROWS_AT_ONCE).map((set, _) -> Row.of(set)).stream()) {
                    rows.forEach(check::add);
                }
                return check.against(
                        h.createQuery(Sql.HEADS).map((set, _) -> Head.of(set)).list());
            });
        } catch (JdbiException e) {
            throw Trouble.of("read", where, e);
        }
    }

    /// Closes it. Never fails: all that was acknowledged is on the disk before.
    @Override
    public synchronized void close() {
        try {
            if (embedded && blanked) {
                handle.execute(Sql.REWRITE);
            }
            handle.close();
        } catch (JdbiException e) {
            Logger.getLogger(JournalStore.class.getName()).log(Level.FINE, "closing the log", e);
        }
    }
}
