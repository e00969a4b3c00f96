package plantao.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;

/// Prepares a PostgreSQL database for a team's log, as its owner; may be done again after each new version.
/// Consoles never change the tables themselves.
public final class TeamInit {
    /// The role that each console's user is put into: adds and reads entries, changes and deletes none.
    public static final String WRITER = "plantao_writer";

    /// For who only looks: reads entries.
    public static final String READER = "plantao_reader";

    private static final Logger FLYWAY = Logger.getLogger("org.flywaydb");

    /// What was done, line by line.
    ///
    /// @param fault why it could not be, or null
    public record Done(List<String> lines, @Nullable TeamFault fault, String words) {}

    private TeamInit() {}

    /// Migrates the tables, makes the roles and gives them their rights.
    public static Done run(TeamAddress address) {
        List<String> lines = new ArrayList<>();
        try {
            TeamLogin login = address.login();
            try (Connection connection = login.connect()) {
                prepare(address, login, connection, lines);
            }
            return new Done(List.copyOf(lines), null, "");
        } catch (SQLException e) {
            return new Done(List.copyOf(lines), TeamFault.of(e), String.valueOf(e.getMessage()));
        } catch (FlywayException e) {
            for (Throwable t = e; t != null; t = t.getCause()) {
                if (t instanceof SQLException sql) {
                    return new Done(List.copyOf(lines), TeamFault.of(sql), String.valueOf(sql.getMessage()));
                }
            }
            return new Done(List.copyOf(lines), TeamFault.OTHER, String.valueOf(e.getMessage()));
        }
    }

    private static void prepare(TeamAddress address, TeamLogin login, Connection connection, List<String> lines)
            throws SQLException {
        lines.addAll(migrated(address, login));
        execute(connection, resource());
        String schema = schema(connection);
        execute(connection, "alter function " + schema + ".plantao_seal set search_path = " + schema + ", pg_temp");
        role(connection, WRITER, lines);
        role(connection, READER, lines);
        rights(connection, schema);
        lines.add("Rights given: " + WRITER + " adds and reads entries and can neither change nor delete any; " + READER
                + " only reads.");
        lines.addAll(TeamTls.told(address, connection));
    }

    private static List<String> migrated(TeamAddress address, TeamLogin login) throws SQLException {
        FLYWAY.setLevel(Level.WARNING);
        var result = Flyway.configure(TeamInit.class.getClassLoader())
                .dataSource(login.source())
                .locations("classpath:plantao/store/migration")
                .loggers("slf4j")
                .load()
                .migrate();
        String version = result.targetSchemaVersion == null ? result.initialSchemaVersion : result.targetSchemaVersion;
        return List.of(
                result.migrationsExecuted == 0
                        ? "The tables of " + address.where() + " were up to date (version " + version + ")."
                        : "The tables of " + address.where() + " are made or brought up to version " + version + ".");
    }

    private static String resource() {
        try (InputStream in = TeamInit.class.getResourceAsStream("team/seal.sql")) {
            if (in == null) {
                throw new IllegalStateException("seal.sql is missing from the program");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A role that nobody signs in as. Where the owner may make none, it is there already or an administrator has
    /// to.
    private static void role(Connection connection, String role, List<String> lines) throws SQLException {
        if (one(connection, "select 1 from pg_roles where rolname = '" + role + "'") != null) {
            lines.add("The role " + role + " was there.");
            return;
        }
        execute(connection, "create role " + role + " nologin");
        lines.add("The role " + role + " is made.");
    }

    private static void rights(Connection connection, String schema) throws SQLException {
        String both = WRITER + ", " + READER;
        String function = schema + ".plantao_seal(varchar, bigint, varchar, varchar, varchar)";
        execute(
                connection,
                "grant usage on schema " + schema + " to " + both,
                "revoke all on " + tables(schema) + " from public, " + both,
                "grant select on " + tables(schema) + ", " + schema + ".flyway_schema_history to " + both,
                "grant insert on " + schema + ".entry to " + WRITER,
                "revoke all on function " + function + " from public, " + both,
                "grant execute on function " + function + " to " + WRITER);
    }

    private static String tables(String schema) {
        return schema + ".entry, " + schema + ".chain_head, " + schema + ".seal";
    }

    private static String schema(Connection connection) throws SQLException {
        return String.valueOf(one(connection, "select quote_ident(current_schema())"));
    }

    static @Nullable String one(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(sql)) {
            return found.next() ? found.getString(1) : null;
        }
    }

    private static void execute(Connection connection, String... all) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : all) {
                statement.execute(sql);
            }
        }
    }
}
