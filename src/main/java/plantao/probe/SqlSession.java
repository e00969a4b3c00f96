package plantao.probe;

import java.io.Closeable;
import java.io.IOException;
import java.net.Socket;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.postgresql.Driver;

/// A connection to PostgreSQL together with its sockets, so that it can be cut off.
///
/// @param sockets plain ones, the last is in use
record SqlSession(Connection connection, List<Socket> sockets) {
    /// What a probe asks of the driver, whatever the address says.
    private static final List<List<String>> DEMANDS = List.of(
            List.of("socketFactory", GuardedSockets.class.getName()),
            List.of("loginTimeout", "0"), // would connect on a thread of the driver's own
            List.of("cancelSignalTimeout", "2"),
            List.of("maxResultBuffer", "4M"),
            List.of("prepareThreshold", "0"), // a pooler between may give each transaction another server
            List.of("tcpKeepAlive", "true"));

    /// Opens a read-only connection within the attempt's time.
    ///
    /// @throws SQLException when the server refuses or the time is up
    static SqlSession open(Check.Sql check, Attempt attempt, Phases phases, SocketCutoff cutoff) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("ApplicationName", "plantao-probe");
        properties.setProperty("gssEncMode", "disable");
        check.properties().forEach(properties::setProperty);
        DEMANDS.forEach(demand -> properties.setProperty(demand.getFirst(), demand.getLast()));
        String seconds = Integer.toString(attempt.leftMillis() / 1000 + 1);
        properties.setProperty("connectTimeout", seconds);
        List<Socket> sockets = new ArrayList<>();
        List<Closeable> ends = new ArrayList<>();
        GuardedSockets.Owner owner = new GuardedSockets.Owner(phases, socket -> {
            sockets.add(socket);
            ends.add(cutoff.at(attempt, socket));
        });
        try {
            Connection connection = ScopedValue.where(GuardedSockets.OWNER, owner)
                    .call(() -> new Driver().connect(check.url(), properties));
            if (connection == null) {
                throw new SQLException("not a PostgreSQL address");
            }
            connection.setAutoCommit(false);
            connection.setReadOnly(true);
            return new SqlSession(connection, List.copyOf(sockets));
        } finally {
            ends.forEach(SqlSession::release);
        }
    }

    /// Cuts the session off when the attempt's time is up, unless the answer is closed before.
    Closeable until(Attempt attempt, SocketCutoff cutoff) {
        return cutoff.at(attempt, sockets.getLast());
    }

    /// Closes without waiting for the server.
    void close() {
        for (Socket socket : sockets) {
            release(socket);
        }
        try {
            connection.close();
        } catch (SQLException e) {
            // Its socket is closed; there is nothing left to free.
        }
    }

    private static void release(Closeable closeable) {
        try {
            closeable.close();
        } catch (IOException e) {
            // As closed as it gets.
        }
    }
}
