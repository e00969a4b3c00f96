package plantao.store;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.h2.api.ErrorCode;
import org.h2.jdbcx.JdbcDataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.PreparedBatch;

/// The rings in a database file of their own, `readings.mv.db`, so that nothing done here waits for the log or
/// makes it wait. For one thread. Every method throws [StoreException] when the database cannot do it.
final class RingStore implements AutoCloseable {
    private static final Duration FORGOTTEN = Duration.ofDays(366);

    // What is lost of a second's readings when the process is killed is no loss: the default delay stays.
    private static final String SETTINGS = ";DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0";

    /// A time of a series in one ring.
    record Key(RingSeries series, RingWidth width, long bucket) {}

    private final String where;
    private final Handle handle;
    private final Map<RingSeries, Integer> ids = new HashMap<>();

    private RingStore(String where, Handle handle) {
        this.where = where;
        this.handle = handle;
    }

    /// Opens the file in a folder; makes both where they are missing, readable by their owner only.
    static RingStore open(Path folder, Instant now) {
        Path file = folder.resolve("readings.mv.db");
        JdbcDataSource source = new JdbcDataSource();
        source.setURL("jdbc:h2:file:" + folder.toAbsolutePath().resolve("readings") + SETTINGS);
        source.setUser("plantao");
        source.setPassword("");
        Handle handle = null;
        try {
            OwnerOnly.folder(folder);
            handle = Jdbi.create(source).open();
            OwnerOnly.file(file);
            RingSql.TABLES.forEach(handle::execute);
            handle.createUpdate(RingSql.FORGET)
                    .bind("before", RingWidth.DAY.bucket(now.minus(FORGOTTEN)))
                    .execute();
            handle.execute(RingSql.FORGET_SERIES);
            return new RingStore(file.toString(), handle);
        } catch (JdbiException | IOException e) {
            if (handle != null) {
                handle.close();
            }
            throw trouble("opened", file.toString(), e);
        }
    }

    /// Adds sums to what the rings hold; all or none. A slot that holds an older time begins anew.
    void add(Map<Key, RingCell> cells) {
        try {
            handle.useTransaction(h -> {
                PreparedBatch batch = h.prepareBatch(RingSql.ADD);
                for (Map.Entry<Key, RingCell> entry : cells.entrySet()) {
                    Key key = entry.getKey();
                    RingCell cell = entry.getValue();
                    batch.bind("series", id(h, key.series()))
                            .bind("width", key.width().ordinal())
                            .bind("slot", key.width().slot(key.bucket()))
                            .bind("bucket", key.bucket())
                            .bind("goodMillis", cell.goodMillis())
                            .bind("badMillis", cell.badMillis())
                            .bind("goodReadings", cell.goodReadings())
                            .bind("readings", cell.readings())
                            .bind("count", cell.count())
                            .bind("sum", cell.sum())
                            .bind("low", cell.low())
                            .bind("high", cell.high())
                            .add();
                }
                if (batch.size() > 0) {
                    batch.execute();
                }
            });
        } catch (JdbiException e) {
            ids.clear(); // one that was made in a transaction that failed is not there
            throw trouble("written", where, e);
        }
    }

    private int id(Handle h, RingSeries series) {
        Integer known = ids.get(series);
        if (known == null) {
            known = h.createQuery(RingSql.SERIES)
                    .bindMethods(series)
                    .mapTo(Integer.class)
                    .findOne()
                    .orElseGet(() -> h.createUpdate(RingSql.NEW_SERIES)
                            .bindMethods(series)
                            .executeAndReturnGeneratedKeys("id")
                            .mapTo(Integer.class)
                            .one());
            ids.put(series, known);
        }
        return known;
    }

    /// All that is known of a system in one environment.
    Map<RingSeries, RingHistory> past(String system, String target, Instant now) {
        try {
            Map<RingSeries, Map<RingWidth, List<RingHistory.Slot>>> found = new HashMap<>();
            handle.createQuery(RingSql.PAST)
                    .bind("system", system)
                    .bind("target", target)
                    .bind("minute", RingWidth.MINUTE.bucket(now) - 60)
                    .bind("hour", RingWidth.HOUR.bucket(now) - RingWidth.HOUR.slots())
                    .bind("day", RingWidth.DAY.bucket(now) - RingWidth.DAY.slots())
                    .bind("now", now.getEpochSecond())
                    .map((set, _) -> Row.of(system, target, set))
                    .forEach(row -> found.computeIfAbsent(row.series(), _ -> new EnumMap<>(RingWidth.class))
                            .computeIfAbsent(row.width(), _ -> new ArrayList<>())
                            .add(row.slot()));
            Map<RingSeries, RingHistory> all = new HashMap<>();
            found.forEach((series, rings) -> all.put(
                    series,
                    new RingHistory(
                            rings.getOrDefault(RingWidth.MINUTE, List.of()),
                            rings.getOrDefault(RingWidth.HOUR, List.of()),
                            rings.getOrDefault(RingWidth.DAY, List.of()))));
            return Map.copyOf(all);
        } catch (JdbiException e) {
            throw trouble("read", where, e);
        }
    }

    /// One series by minute over the last day and by hour over the last 30.
    RingHistory line(RingSeries series, Instant now) {
        try {
            Map<RingWidth, List<RingHistory.Slot>> rings = new EnumMap<>(RingWidth.class);
            handle.createQuery(RingSql.LINE)
                    .bindMethods(series)
                    .bind("minute", RingWidth.MINUTE.bucket(now) - RingWidth.MINUTE.slots())
                    .bind("hour", RingWidth.HOUR.bucket(now) - RingWidth.HOUR.slots())
                    .bind("now", now.getEpochSecond())
                    .map((set, _) -> Row.of(series.system(), series.target(), set))
                    .forEach(row -> rings.computeIfAbsent(row.width(), _ -> new ArrayList<>())
                            .add(row.slot()));
            return new RingHistory(
                    rings.getOrDefault(RingWidth.MINUTE, List.of()),
                    rings.getOrDefault(RingWidth.HOUR, List.of()),
                    List.of());
        } catch (JdbiException e) {
            throw trouble("read", where, e);
        }
    }

    private record Row(RingSeries series, RingWidth width, RingHistory.Slot slot) {
        static Row of(String system, String target, ResultSet set) throws SQLException {
            RingWidth width = RingWidth.values()[set.getInt("width")];
            RingSeries series = new RingSeries(system, target, set.getString("kind"), set.getString("subject"));
            return new Row(series, width, RingStore.slot(width, set));
        }
    }

    private static RingHistory.Slot slot(RingWidth width, ResultSet set) throws SQLException {
        long count = set.getLong("figures");
        return new RingHistory.Slot(
                width.from(set.getLong("bucket")),
                Duration.ofMillis(set.getLong("good_millis")),
                Duration.ofMillis(set.getLong("bad_millis")),
                set.getLong("good_readings"),
                set.getLong("readings"),
                count == 0 ? Double.NaN : set.getDouble("total") / count,
                count == 0 ? Double.NaN : set.getDouble("low"),
                count == 0 ? Double.NaN : set.getDouble("high"));
    }

    private static StoreException trouble(String doing, String where, Exception thrown) {
        boolean taken = code(thrown) == ErrorCode.DATABASE_ALREADY_OPEN_1;
        return taken
                ? new StoreException(
                        "The history of readings is kept by another window",
                        where,
                        "This one shows what it measures itself; close the other one to have the history here.",
                        thrown)
                : new StoreException(
                        "The history of readings could not be " + doing + ": " + words(thrown),
                        where,
                        "The board goes on without it. Look at the disk; a file that is damaged can be deleted, the log"
                                + " is not in it.",
                        thrown);
    }

    private static String words(Exception thrown) {
        if (FileReason.diskFull(thrown)) {
            return "the disk is full";
        }
        if (thrown instanceof IOException io) {
            return FileReason.of(io);
        }
        return switch (code(thrown)) {
            case ErrorCode.IO_EXCEPTION_1,
                    ErrorCode.IO_EXCEPTION_2,
                    ErrorCode.FILE_CORRUPTED_1,
                    ErrorCode.FILE_VERSION_ERROR_1 -> "the file is damaged or cannot be read";
            default -> "the database says no (" + code(thrown) + ")";
        };
    }

    private static int code(Throwable thrown) {
        for (Throwable t = thrown; t != null; t = t.getCause()) {
            if (t instanceof SQLException sql && sql.getErrorCode() != 0) {
                return sql.getErrorCode();
            }
        }
        return 0;
    }

    /// How many rows there are: for tests of the bound.
    long rows() {
        return handle.createQuery("select count(*) from ring").mapTo(Long.class).one();
    }

    @Override
    public void close() {
        handle.close();
    }
}
