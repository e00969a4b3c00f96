package plantao.probe;

import java.io.Closeable;
import java.io.IOException;
import java.net.UnknownHostException;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.postgresql.jdbc.PgStatement;
import plantao.runbook.ProbeSpec.Subject;

/// Asks PostgreSQL one question in a read-only transaction. One connection of each address is kept between
/// readings.
final class SqlProber implements Prober<Check.Sql>, AutoCloseable {
    /// How long before the end a query is cancelled, so that the connection outlives it.
    private static final int SPARE_MILLIS = 200;
    private static final int COLUMNS = 12;

    private record Key(String url, Map<String, String> properties) {}

    private final Map<Key, SqlSession> kept = new ConcurrentHashMap<>();
    private final NameLookup names;
    private final SocketCutoff cutoff;
    private volatile boolean closed;

    SqlProber(NameLookup names, SocketCutoff cutoff) {
        this.names = names;
        this.cutoff = cutoff;
    }

    @Override
    public Reading read(Attempt attempt, Check.Sql check) {
        Phases phases = new Phases();
        Key key = new Key(check.url(), check.properties());
        SqlSession idle = kept.remove(key);
        try {
            if (idle != null) {
                try {
                    return ask(attempt, check, key, idle, phases);
                } catch (SQLException e) {
                    // A server that was restarted meanwhile is no failure: only a new connection can tell.
                    if (!SqlReasons.broken(e) || attempt.left().isZero()) {
                        throw e;
                    }
                }
            }
            phases.enter(Phases.Stage.LOOK_UP);
            lookUp(check, attempt);
            phases.enter(Phases.Stage.CONNECT);
            return ask(attempt, check, key, SqlSession.open(check, attempt, phases, cutoff), phases);
        } catch (SQLException e) {
            String reason = SqlReasons.of(e, check, phases, attempt);
            return attempt.down(reason, Evidence.of(phases.text(), SocketReasons.words(e), new byte[0]));
        } catch (IOException e) {
            return attempt.down(SocketReasons.of(e, host(check), phases, attempt), phases.text());
        }
    }

    private Reading ask(Attempt attempt, Check.Sql check, Key key, SqlSession session, Phases phases)
            throws SQLException, IOException {
        phases.enter(Phases.Stage.ANSWER);
        boolean sound = false;
        try (Closeable _ = session.until(attempt, cutoff)) {
            Reading reading = answer(attempt, check, session);
            session.connection().rollback();
            sound = true;
            return reading;
        } catch (SQLException e) {
            if (!SqlReasons.broken(e)) {
                session.connection().rollback();
                sound = true;
            }
            throw e;
        } finally {
            phases.leave();
            if (!sound || closed || kept.putIfAbsent(key, session) != null) {
                session.close();
            }
        }
    }

    private static Reading answer(Attempt attempt, Check.Sql check, SqlSession session) throws SQLException {
        try (Statement statement = session.connection().createStatement()) {
            statement.setMaxRows(1);
            statement.unwrap(PgStatement.class).setQueryTimeoutMs(Math.max(1, attempt.leftMillis() - SPARE_MILLIS));
            if (!statement.execute(check.query())) {
                return attempt.up(null, Evidence.oneLine(check.query(), 60) + " → done");
            }
            try (ResultSet rows = Objects.requireNonNull(statement.getResultSet())) {
                boolean any = rows.next();
                int column = column(check, rows.getMetaData());
                return column == 0
                        ? attempt.noData("the answer has no column `" + check.column() + "`")
                        : judged(attempt, check, any ? row(rows) : null, any ? rows.getObject(column) : null);
            }
        }
    }

    /// The number of the value's column, 0 when there is no such column.
    private static int column(Check.Sql check, ResultSetMetaData about) throws SQLException {
        if (check.column() == null) {
            return 1;
        }
        for (int i = 1; i <= about.getColumnCount(); i++) {
            if (about.getColumnLabel(i).equalsIgnoreCase(check.column())) {
                return i;
            }
        }
        return 0;
    }

    /// The first row as an operator reads it: `3`, or `waiting 3, running 1`.
    private static String row(ResultSet rows) throws SQLException {
        ResultSetMetaData about = rows.getMetaData();
        StringBuilder row = new StringBuilder();
        for (int i = 1; i <= Math.min(COLUMNS, about.getColumnCount()); i++) {
            String name = about.getColumnCount() == 1 ? "" : about.getColumnLabel(i) + " ";
            Object value = rows.getObject(i);
            row.append(i == 1 ? "" : ", ").append(name).append(value == null ? "null" : value.toString());
        }
        return Evidence.oneLine(row.toString(), 120);
    }

    /// @param row what the first row holds; null when there is none
    private static Reading judged(Attempt attempt, Check.Sql check, @Nullable String row, @Nullable Object wanted) {
        Double value = check.limits()
                .scaled(
                        switch (wanted) {
                            case null -> null;
                            case Boolean yes -> yes ? 1.0 : 0.0;
                            default -> FigureText.finite(wanted.toString());
                        });
        String detail = Evidence.oneLine(check.query(), 60) + " → " + (row == null ? "no row" : row);
        String broken = check.limits().broken(value);
        if (broken != null) {
            return attempt.down(detail + broken, "");
        }
        if (value == null && attempt.probe().of() == Subject.METRIC) {
            return attempt.noData(detail + (wanted == null ? "" : ", not a number"));
        }
        return attempt.up(value, detail);
    }

    /// The driver would look names up on this thread; asked here first, the answer is in Java's cache.
    private void lookUp(Check.Sql check, Attempt attempt) throws IOException {
        IOException last = null;
        for (String host : hosts(check).split(",", -1)) {
            try {
                HostPort place = HostPort.parse(host);
                String name = place == null ? host.replaceAll("[\\[\\]]", "") : place.host();
                names.lookUp(name, attempt);
                return;
            } catch (UnknownHostException e) {
                last = e;
            }
        }
        throw last == null ? new UnknownHostException(host(check)) : last;
    }

    /// The host or hosts of the address, for a message.
    static String host(Check.Sql check) {
        return hosts(check).replaceAll(":\\d+", "");
    }

    private static String hosts(Check.Sql check) {
        String rest = check.url().substring(check.url().indexOf("//") + 2);
        int slash = rest.indexOf('/');
        return slash < 0 ? rest : rest.substring(0, slash);
    }

    @Override
    public void close() {
        closed = true;
        kept.values().forEach(SqlSession::close);
        kept.clear();
    }
}
