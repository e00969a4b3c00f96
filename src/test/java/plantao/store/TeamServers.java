package plantao.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/// A real PostgreSQL with a fresh team's database for each test, for `ana`, who may write there, and `leo`, who
/// may not; both have the password `right`.
final class TeamServers implements AutoCloseable {
    private final EmbeddedPostgres server;
    private String database = "";

    TeamServers() throws IOException, SQLException {
        server = EmbeddedPostgres.start();
        Path file = Path.of(answer("postgres", "show hba_file"));
        Files.writeString(file, "host all ana,leo 127.0.0.1/32 scram-sha-256\n" + Files.readString(file));
        sql("postgres", "select pg_reload_conf()");
    }

    /// Makes and prepares another database.
    void fresh() throws SQLException {
        database = "team" + System.nanoTime();
        sql("postgres", "create database " + database);
        TeamInit.Done done = TeamInit.run(new TeamAddress(url("postgres"), _ -> TeamPassword.NONE));
        assertThat(done.fault()).as(done.words()).isNull();
        assertThat(done.lines()).anyMatch(l -> l.contains("version " + TeamServer.KNOWN));
        sql(
                "postgres",
                "do $$ begin create role ana login password 'right' in role plantao_writer;"
                        + " create role leo login password 'right'; exception when duplicate_object then null; end $$");
    }

    int port() {
        return server.getPort();
    }

    String database() {
        return database;
    }

    /// The database as its superuser has it.
    DataSource source() {
        return server.getDatabase("postgres", database);
    }

    String url(String user) {
        return url(user, port());
    }

    String url(String user, int port) {
        return "jdbc:postgresql://localhost:" + port + "/" + database + "?user=" + user
                + "&connectTimeout=2&socketTimeout=2";
    }

    void sql(String in, String sql) throws SQLException {
        try (Connection c = server.getDatabase("postgres", in).getConnection();
                Statement s = c.createStatement()) {
            s.execute(sql);
        }
    }

    /// Runs it in the team's database.
    void sql(String sql) throws SQLException {
        sql(database, sql);
    }

    String answer(String in, String sql) throws SQLException {
        try (Connection c = server.getDatabase("postgres", in).getConnection();
                Statement s = c.createStatement();
                ResultSet found = s.executeQuery(sql)) {
            found.next();
            return found.getString(1);
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
