package plantao.store;

import java.time.Instant;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;
import plantao.journal.Entry;

/// The reading half of a [JournalStore].
abstract sealed class StoredEntries permits JournalStore {
    static final int ROWS_AT_ONCE = 1000;

    // Later than any entry, and both databases have it.
    private static final Instant LAST = Instant.parse("9999-12-31T00:00:00Z");

    final DetailCodec codec = new DetailCodec();
    final Jdbi jdbi;
    final String where;

    StoredEntries(Jdbi jdbi, String where) {
        this.jdbi = jdbi;
        this.where = where;
    }

    /// Lets the database take what waits for it; what reads the database does this first.
    abstract void settle();

    /// All entries, in the order they were saved.
    public List<Entry> all() {
        return read(h -> h.createQuery(Sql.ALL));
    }

    /// The last `count` entries, in the order they were saved.
    public List<Entry> recent(int count) {
        return read(h -> h.createQuery(Sql.RECENT).bind("count", count));
    }

    /// A system's entries from one moment to another, by their times; the latest when there are more than `most`.
    public List<Entry> between(String system, Instant from, Instant to, int most) {
        return timed(from, to, times -> times.of(system, most));
    }

    /// The entries of these kinds that happened at this time or later, by their times.
    public List<Entry> ofKinds(List<String> kinds, Instant from) {
        return timed(from, LAST, times -> times.of(kinds));
    }

    /// The entries whose id begins so.
    public List<Entry> byId(String start) {
        return read(h -> h.createQuery(Sql.BY_ID).bind("like", start.replaceAll("[^0-9a-fA-F-]", "_") + "%"));
    }

    /// The entries that hold a text anywhere in what was written, as it stands there or escaped as in JSON.
    public List<Entry> holding(String text) {
        String escaped = codec.escaped(text);
        return whole(rows -> rows.filter(r -> Stream.of(r.detail(), r.operator(), r.subject(), r.system())
                        .anyMatch(t -> t.contains(text) || t.contains(escaped)))
                .map(r -> r.entry(codec))
                .toList());
    }

    /// How many entries there are.
    public long size() {
        settle();
        try {
            return jdbi.withHandle(
                    h -> h.createQuery(Sql.COUNT).mapTo(Long.class).one());
        } catch (JdbiException e) {
            throw DatabaseTrouble.of("read", where, e);
        }
    }

    /// Every row as it is at one moment, in the order they were saved, and where the chains end then.
    <T> T snapshot(BiFunction<List<ChainHead>, Stream<Row>, T> work) {
        settle();
        try {
            return jdbi.inTransaction(TransactionIsolationLevel.REPEATABLE_READ, h -> {
                List<ChainHead> heads = h.createQuery(Sql.HEADS)
                        .map((set, _) -> ChainHead.of(set))
                        .list();
                try (Stream<Row> rows =
                        h.createQuery(Sql.WHOLE).setFetchSize(ROWS_AT_ONCE).map((set, _) -> Row.of(set)).stream()) {
                    return work.apply(heads, rows);
                }
            });
        } catch (JdbiException e) {
            throw DatabaseTrouble.of("read", where, e);
        }
    }

    private <T> T whole(Function<Stream<Row>, T> work) {
        return snapshot((_, rows) -> work.apply(rows));
    }

    private List<Entry> timed(Instant from, Instant to, Function<TimeRangeReader, List<TimeRangeReader.Saved>> query) {
        settle();
        try {
            return jdbi.inTransaction(h -> query.apply(new TimeRangeReader(h, codec, from, to)).stream()
                    .map(TimeRangeReader.Saved::entry)
                    .toList());
        } catch (JdbiException e) {
            throw DatabaseTrouble.of("read", where, e);
        }
    }

    private List<Entry> read(Function<Handle, Query> query) {
        settle();
        try {
            return jdbi.inTransaction(h -> query.apply(h)
                    .setFetchSize(ROWS_AT_ONCE)
                    .map((set, _) -> Row.entry(set, codec))
                    .list());
        } catch (JdbiException e) {
            throw DatabaseTrouble.of("read", where, e);
        }
    }

    /// Goes along the chain of every device and compares each entry with what was written.
    ///
    /// @return what is not as it was written; empty when all is well
    public List<ChainProblem> verify() {
        settle();
        try {
            return jdbi.inTransaction(h -> {
                ChainCheck check = new ChainCheck();
                try (Stream<Row> rows =
                        h.createQuery(Sql.CHAINS).setFetchSize(ROWS_AT_ONCE).map((set, _) -> Row.of(set)).stream()) {
                    rows.forEach(check::add);
                }
                return check.against(h.createQuery(Sql.HEADS)
                        .map((set, _) -> ChainHead.of(set))
                        .list());
            });
        } catch (JdbiException e) {
            throw DatabaseTrouble.of("read", where, e);
        }
    }
}
