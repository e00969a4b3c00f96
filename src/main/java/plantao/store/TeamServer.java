package plantao.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/// A connection to a team's server. Everything may fail with a [SQLException]; the connection is then of no more
/// use.
final class TeamServer implements AutoCloseable {
    /// The migration that a console needs to find there (`V4__seal.sql`). Later ones take nothing away that is
    /// read,
    /// so a newer one will do.
    static final int NEEDED = 4;

    /// The newest migration that this version knows.
    static final int KNOWN = 5;

    private static final int ROWS_AT_ONCE = 2000;

    private final Connection connection;
    private final Handle handle;

    /// How every device stands on the server.
    ///
    /// @param time the server's clock when it was asked
    record Standing(Map<String, Seal> seals, Instant time) {}

    /// What the server told by itself.
    ///
    /// @param log about the log
    /// @param here what is open on consoles
    record Told(List<String> log, List<String> here) {
        static final Told NOTHING = new Told(List.of(), List.of());
    }

    private interface Work<T> {
        T with(Handle handle) throws SQLException;
    }

    private TeamServer(Connection connection) {
        this.connection = connection;
        this.handle = Jdbi.create(connection)
                .registerArrayType(String.class, "varchar")
                .registerArrayType(Long.class, "bigint")
                .open();
    }

    static TeamServer connect(TeamAddress address) throws SQLException {
        Connection connection = address.login().connect();
        TeamServer server = new TeamServer(connection);
        try {
            // A console that freezes in the middle must not hold up the others.
            server.run(h -> h.execute("set idle_in_transaction_session_timeout = '15s'"));
            server.run(h -> h.execute(TeamSql.LISTEN));
            server.run(h -> h.execute(TeamSql.LISTEN_HERE));
        } catch (SQLException e) {
            server.close();
            throw e;
        }
        return server;
    }

    /// The version of the tables there, 0 when there are none.
    int version() throws SQLException {
        return run(h ->
                h.createQuery(TeamSql.VERSION).mapTo(Integer.class).findOne().orElse(0));
    }

    Standing standing() throws SQLException {
        return run(h -> {
            Map<String, Seal> seals = new TreeMap<>();
            AtomicReference<Instant> time = new AtomicReference<>(Instant.EPOCH);
            h.createQuery(TeamSql.STANDING)
                    .map((set, _) -> {
                        time.set(set.getObject("server_time", OffsetDateTime.class)
                                .toInstant());
                        return Seal.of(set);
                    })
                    .forEach(seal -> {
                        if (!seal.signer().equals("null")) {
                            seals.put(seal.device(), seal);
                        }
                    });
            return new Standing(seals, time.get());
        });
    }

    /// The rows of these spans, by device and number.
    List<Row> rows(List<ChainExchange.Span> spans) throws SQLException {
        return run(h -> h.inTransaction(t -> t.createQuery(TeamSql.SPANS)
                .bindArray(
                        "devices",
                        String.class,
                        spans.stream().map(ChainExchange.Span::device).toList())
                .bindArray(
                        "froms",
                        Long.class,
                        spans.stream().map(s -> s.from().number()).toList())
                .bindArray(
                        "tos",
                        Long.class,
                        spans.stream().map(ChainExchange.Span::to).toList())
                .setFetchSize(ROWS_AT_ONCE)
                .map((set, _) -> Row.of(set))
                .list()));
    }

    /// Where a long span can be cut, so that each piece ends at a head that its seal vouches for: every `size`
    /// rows, and at the end. Nothing when the chain there does not lead from `from` to the seal.
    List<ChainHead> cuts(ChainExchange.Pull pull, int size) throws SQLException {
        return run(h -> h.inTransaction(t -> {
            List<ChainHead> cuts = new ArrayList<>();
            ChainHead last = pull.from();
            try (Stream<Row> rows = t
                    .createQuery(TeamSql.OUTLINE)
                    .bind("device", pull.device())
                    .bind("from", pull.from().number())
                    .bind("to", pull.to().number())
                    .setFetchSize(ROWS_AT_ONCE)
                    .map((set, _) -> Row.of(set))
                    .stream()) {
                for (Row row : (Iterable<Row>) rows::iterator) {
                    if (!ForeignChainCheck.follows(last, row)) {
                        return List.of();
                    }
                    last = ChainHead.of(row);
                    if ((last.number() - pull.from().number()) % size == 0
                            || last.equals(pull.to().head())) {
                        cuts.add(last);
                    }
                }
            }
            return last.equals(pull.to().head()) ? List.copyOf(cuts) : List.of();
        }));
    }

    /// Adds rows of one device and moves its end on to the seal, all or nothing.
    void push(List<Row> rows, Seal seal) throws SQLException {
        run(h -> h.inTransaction(t -> {
            RowBatch.insert(t, TeamSql.ADD, rows);
            return t.createQuery(TeamSql.SEAL)
                    .bind("device", seal.device())
                    .bind("number", seal.number())
                    .bind("hash", seal.hash())
                    .bind("signer", seal.signer())
                    .bind("signature", seal.signature())
                    .mapTo(Long.class)
                    .one();
        }));
    }

    /// Asks to be told something oneself: whether notifications arrive at all (a pooler in between may drop them).
    void hello(String word) throws SQLException {
        run(h -> h.createQuery(TeamSql.HELLO)
                .bind("hello", word)
                .map((_, _) -> true)
                .one());
    }

    /// Tells the other consoles what is open on this one.
    void attend(String line) throws SQLException {
        run(h -> h.createQuery(TeamSql.HERE)
                .bind("line", line)
                .map((_, _) -> true)
                .one());
    }

    /// What was told since the last call; does not wait.
    Told told() throws SQLException {
        PGNotification[] told = connection.unwrap(PGConnection.class).getNotifications();
        return told == null ? Told.NOTHING : new Told(on("plantao_log", told), on("plantao_here", told));
    }

    private static List<String> on(String channel, PGNotification[] told) {
        return Stream.of(told)
                .filter(n -> n.getName().equals(channel))
                .map(PGNotification::getParameter)
                .toList();
    }

    private <T> T run(Work<T> work) throws SQLException {
        try {
            return work.with(handle);
        } catch (JdbiException e) {
            for (Throwable t = e; t != null; t = t.getCause()) {
                if (t instanceof SQLException sql) {
                    throw sql;
                }
            }
            throw new SQLException(e);
        }
    }

    @Override
    public void close() {
        try {
            connection.abort(Runnable::run);
        } catch (SQLException e) {
            System.getLogger(TeamServer.class.getName()).log(System.Logger.Level.DEBUG, "closing", e);
        }
    }
}
