package plantao.practice;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import plantao.practice.blueprint.Scenario;
import plantao.practice.process.Launch;
import plantao.practice.process.RedisClient;

/// What somebody does to the data of a stack: statements, commands, transactions left open.
final class DataFaults {
    private static final String SOMEBODY = "somebody";

    private final Launch.Servers servers;
    private final List<Connection> open = new ArrayList<>();
    private final Deque<Scenario.Fault> done = new ArrayDeque<>();

    DataFaults(Launch.Servers servers) {
        this.servers = servers;
    }

    /// Does what this fault says of the data, if anything.
    ///
    /// @throws SQLException when the database refuses it
    /// @throws IOException when Redis does
    void suffer(Scenario.Fault fault) throws SQLException, IOException {
        Scenario.Hold hold = fault.hold();
        if (hold != null) {
            hold(hold);
        }
        if (fault.sql() != null || fault.redis() != null) {
            done.push(fault);
            sql(fault.sql() == null ? null : fault.sql().run());
            redis(fault.redis() == null ? null : fault.redis().run());
        }
    }

    /// Ends what was left open. Needs no server.
    void letGo() {
        for (Connection connection : open) {
            try {
                connection.close();
            } catch (SQLException e) {
                // its session has been ended already, as it should
            }
        }
        open.clear();
    }

    /// Takes back what was done, the last first; the servers answer by now.
    void undo() throws SQLException, IOException {
        while (!done.isEmpty()) {
            Scenario.Fault fault = done.pop();
            sql(fault.sql() == null ? null : fault.sql().undo());
            redis(fault.redis() == null ? null : fault.redis().undo());
        }
    }

    private void hold(Scenario.Hold hold) throws SQLException {
        Connection connection = connect(hold.application() == null ? SOMEBODY : hold.application());
        open.add(connection);
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            statement.execute(hold.sql());
        }
    }

    private void sql(@Nullable String text) throws SQLException {
        if (text != null) {
            try (Connection connection = connect(SOMEBODY);
                    var statement = connection.createStatement()) {
                statement.execute(text);
            }
        }
    }

    private void redis(@Nullable String command) throws IOException {
        if (command == null) {
            return;
        }
        try (var client = new RedisClient("127.0.0.1", servers.redisPort(), servers.redisPassword(), 5000)) {
            RedisClient.Reply reply = client.call(command.strip().split(" +"));
            if (reply instanceof RedisClient.Reply.Failure failure) {
                throw new IOException("Redis: " + failure.text());
            }
        }
    }

    private Connection connect(String application) throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", servers.user());
        properties.setProperty("password", servers.password());
        properties.setProperty("ApplicationName", application);
        properties.setProperty("connectTimeout", "5");
        return DriverManager.getConnection(servers.jdbcUrl(), properties);
    }
}
