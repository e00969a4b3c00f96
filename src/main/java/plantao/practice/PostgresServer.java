package plantao.practice;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import plantao.practice.blueprint.Blueprint;
import plantao.practice.process.Launch;

/// The stack's PostgreSQL: a copy of the cached cluster on a loopback port, with a database and a role of its own.
final class PostgresServer {
    private static final Duration LONGEST_START = Duration.ofSeconds(30);

    private final Blueprint blueprint;
    private final Launch.Servers servers;
    private final String superPassword;
    private final Launcher launcher;
    private final Process process;

    private PostgresServer(
            Blueprint blueprint, Launch.Servers servers, String superPassword, Launcher launcher, Process process) {
        this.blueprint = blueprint;
        this.servers = servers;
        this.superPassword = superPassword;
        this.launcher = launcher;
        this.process = process;
    }

    /// Starts the server program on its data, and has it end with the stack.
    private interface Launcher {
        Process launch() throws IOException;
    }

    /// Starts it and makes the database.
    ///
    /// @param folder a folder for its data, which must not exist
    static PostgresServer start(
            Blueprint blueprint, Path folder, Path log, Launch.Servers servers, Guardian guardian, Secrets secrets)
            throws PracticeException, InterruptedException {
        try {
            return start(Privileges.find(guardian.folder()), blueprint, folder, log, servers, guardian, secrets);
        } catch (IOException e) {
            throw failed(e, servers);
        }
    }

    static PostgresServer start(
            Privileges privileges,
            Blueprint blueprint,
            Path folder,
            Path log,
            Launch.Servers servers,
            Guardian guardian,
            Secrets secrets)
            throws PracticeException, InterruptedException {
        try {
            PostgresFiles files = PostgresFiles.in(privileges, secrets);
            Path data = privileges.data(folder, guardian);
            Folders.copy(files.cluster(), data);
            Launcher launcher = () -> {
                Process started = launch(blueprint, files, privileges.prefix(), data, log, servers);
                guardian.watch(started, "QUIT");
                return started;
            };
            var server = new PostgresServer(blueprint, servers, secrets.next(), launcher, launcher.launch());
            server.prepare(files.password(), log);
            server.restore();
            return server;
        } catch (IOException | SQLException e) {
            throw failed(e, servers);
        }
    }

    private static PracticeException failed(Exception e, Launch.Servers servers) {
        return new PracticeException(
                "PostgreSQL does not start: " + e.getMessage(),
                "practice server postgres, port " + servers.postgresPort(),
                "Look for room on the disk; if it stays so, delete the folder " + Folders.cache() + " and try again.",
                e);
    }

    /// Starts it again on the same data, once it has ended, and waits until it takes connections. What is left of
    /// a killed one may still hold the data for a moment, so a start that fails is tried again.
    Process again() throws IOException, InterruptedException {
        long deadline = System.nanoTime() + LONGEST_START.toNanos();
        Process now = launcher.launch();
        while (true) {
            try {
                connect(servers.database(), "postgres", superPassword).close();
                return now;
            } catch (SQLException e) {
                if (System.nanoTime() > deadline) {
                    throw new IOException("it takes no connections: " + e.getMessage(), e);
                }
            }
            Thread.sleep(100);
            if (!now.isAlive()) {
                now = launcher.launch();
            }
        }
    }

    /// The process it was first started as.
    Process process() {
        return process;
    }

    private static Process launch(
            Blueprint blueprint, PostgresFiles files, List<String> prefix, Path data, Path log, Launch.Servers servers)
            throws IOException {
        var words = new ArrayList<>(prefix);
        words.addAll(List.of(files.programs().resolve("bin/postgres").toString(), "-D", data.toString()));
        var settings = new ArrayList<>(List.of(
                "listen_addresses=127.0.0.1",
                "port=" + servers.postgresPort(),
                "unix_socket_directories=",
                "max_connections=" + blueprint.postgres().maxConnections(),
                "shared_buffers=16MB",
                "fsync=off",
                "max_wal_size=32MB",
                "min_wal_size=8MB",
                "io_method=sync",
                "max_logical_replication_workers=0",
                "log_timezone=UTC",
                "timezone=UTC"));
        if (!blueprint.postgres().extensions().isEmpty()) {
            settings.add("shared_preload_libraries="
                    + String.join(",", blueprint.postgres().extensions()));
        }
        settings.forEach(setting -> words.addAll(List.of("-c", setting)));
        var builder = new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().clear();
        builder.environment().putAll(Map.of("PATH", "/usr/bin:/bin", "LC_ALL", "C"));
        return builder.start();
    }

    private void prepare(String firstPassword, Path log) throws SQLException, IOException, InterruptedException {
        try (Connection connection = awaited(firstPassword, log);
                Statement statement = connection.createStatement()) {
            String role = quoted(servers.user());
            statement.execute("set pg_stat_statements.track = 'none'"); // it would show the passwords below
            statement.execute("alter role postgres password '" + superPassword + "'");
            statement.execute("create role " + role + " login password '" + servers.password() + "'");
            statement.execute("grant pg_monitor, pg_signal_backend to " + role);
            statement.execute(
                    "create database " + quoted(servers.database()) + " owner " + role + " strategy file_copy");
        }
    }

    private Connection awaited(String password, Path log) throws SQLException, IOException, InterruptedException {
        long deadline = System.nanoTime() + LONGEST_START.toNanos();
        while (true) {
            try {
                return connect("postgres", "postgres", password);
            } catch (SQLException e) {
                if (!process.isAlive()) {
                    throw new IOException("it ended with status " + process.exitValue() + ": " + lastLine(log), e);
                }
                if (System.nanoTime() > deadline) {
                    throw e;
                }
                Thread.sleep(25);
            }
        }
    }

    /// Makes schema, extensions and first rows where they are missing, whatever a command did to them.
    void restore() throws SQLException, IOException {
        try (Connection connection = connect(servers.database(), "postgres", superPassword);
                Statement statement = connection.createStatement()) {
            statement.execute("create schema if not exists public");
            statement.execute("alter schema public owner to " + quoted(servers.user()));
            for (String extension : blueprint.postgres().extensions()) {
                statement.execute("create extension if not exists " + quoted(extension));
            }
        }
        String schema = blueprint.postgres().schema();
        if (schema != null) {
            try (Connection connection = connect(servers.database(), servers.user(), servers.password());
                    Statement statement = connection.createStatement()) {
                statement.execute(Files.readString(blueprint.folder().resolve(schema)));
            }
        }
    }

    private Connection connect(String database, String user, String password) throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        properties.setProperty("ApplicationName", "practice");
        properties.setProperty("connectTimeout", "5");
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + servers.postgresPort() + "/" + database, properties);
    }

    private static String lastLine(Path log) throws IOException {
        List<String> lines = Files.readAllLines(log);
        return lines.stream()
                .filter(l -> l.contains("FATAL") || l.contains("ERROR") || l.contains("error"))
                .findFirst()
                .orElse(lines.isEmpty() ? "it said nothing" : lines.getLast());
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
