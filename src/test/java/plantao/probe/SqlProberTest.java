package plantao.probe;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Against a real PostgreSQL, and servers that are none.
@Timeout(120)
class SqlProberTest {
    private static final Probers PROBERS = new Probers();
    private static EmbeddedPostgres server;

    @BeforeAll
    static void start() throws Exception {
        server = EmbeddedPostgres.builder().start();
        admin("create table thing(id int)");
        admin("create role guarded login password 'right-one'");
    }

    @AfterAll
    static void stop() throws Exception {
        PROBERS.close();
        server.close();
    }

    private static void admin(String sql) throws Exception {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static long count(String sql) throws Exception {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static Check.Sql check(int port, String query, @Nullable Double atLeast, String... more) {
        Map<String, String> properties = new HashMap<>(Map.of("user", "postgres"));
        for (int i = 0; i < more.length; i += 2) {
            properties.put(more[i], more[i + 1]);
        }
        return new Check.Sql("jdbc:postgresql://127.0.0.1:" + port + "/postgres", properties, query, atLeast);
    }

    private static Reading metric(String query) {
        return PROBERS.read(Probes.metric(check(server.getPort(), query, null)), Probes.AT);
    }

    private static Reading service(Check check, Duration timeout) {
        return PROBERS.read(Probes.service(check, timeout), Probes.AT);
    }

    @Test
    void figures() {
        Reading.Up up = Probes.up(metric("select count(*) from generate_series(1, 7)"));
        assertThat(up.value()).isEqualTo(7);
        assertThat(up.detail()).isEqualTo("select count(*) from generate_series(1, 7) → 7");
        assertThat(Probes.up(metric("select 12.5::numeric, 'x'")).value()).isEqualTo(12.5);
        assertThat(Probes.up(metric("select true")).value()).isEqualTo(1);
    }

    @Test
    void noFigure() {
        assertThat(Probes.noData(metric("select 1 where false")).reason()).endsWith("→ no row");
        assertThat(Probes.noData(metric("select null")).reason()).endsWith("→ null");
        assertThat(Probes.noData(metric("select 'x'")).reason()).endsWith("→ x, not a number");
        assertThat(Probes.noData(metric("select 'NaN'::float8")).reason()).endsWith("not a number");
    }

    @Test
    void belowTheFloorIsDown() {
        Check.Sql check = check(server.getPort(), "select 2", 3.0);
        assertThat(Probes.down(service(check, Probes.PATIENT)).reason()).isEqualTo("select 2 → 2, below 3");
    }

    @Test
    void nothingIsWritten() throws Exception {
        Reading.Down down = Probes.down(metric("insert into thing values (1)"));
        assertThat(down.reason()).contains("read-only transaction");
        assertThat(count("select count(*) from thing")).isZero();
    }

    @Test
    void aFailedQueryTellsWhyAndTheNextOneWorks() {
        assertThat(Probes.down(metric("select * from no_such_table")).reason())
                .isEqualTo("query failed: relation \"no_such_table\" does not exist");
        Probes.up(metric("select 1"));
    }

    @Test
    void oneConnectionIsKeptAndReopenedWhenBroken() throws Exception {
        String name = "kept-one";
        Check.Sql check = check(server.getPort(), "select pg_backend_pid()", null, "ApplicationName", name);
        Double first = Probes.up(service(check, Probes.PATIENT)).value();
        assertThat(Probes.up(service(check, Probes.PATIENT)).value()).isEqualTo(first);
        assertThat(count("select count(pg_terminate_backend(pid)) from pg_stat_activity where application_name = '"
                        + name + "'"))
                .isEqualTo(1);
        assertThat(Probes.up(service(check, Probes.PATIENT)).value())
                .isNotNull()
                .isNotEqualTo(first);
    }

    @Test
    void aSlowQueryIsCancelledOnTheServerToo() throws Exception {
        Check.Sql check = check(server.getPort(), "select pg_sleep(600)", null, "ApplicationName", "sleeper");
        assertThat(Probes.down(service(check, Duration.ofMillis(1500))).reason())
                .isEqualTo("query not finished in 1.5 s");
        assertThat(
                        count(
                                "select count(*) from pg_stat_activity where application_name = 'sleeper' and state = 'active'"))
                .isZero();
    }

    @Test
    void refusals() throws Exception {
        String none = check(server.getPort(), "select 1", null).url().replace("/postgres", "/nowhere");
        Check.Sql nowhere = new Check.Sql(none, Map.of("user", "postgres"), "select 1", null);
        assertThat(Probes.down(service(nowhere, Probes.PATIENT)).reason())
                .isEqualTo("database refused: database \"nowhere\" does not exist");
        Check.Sql stranger = check(server.getPort(), "select 1", null, "user", "stranger", "password", "hush-hush");
        Reading.Down down = Probes.down(service(stranger, Probes.PATIENT));
        assertThat(down.reason()).startsWith("login refused: ");
        assertThat(down + " " + stranger).doesNotContain("hush-hush");
        try (java.net.ServerSocket gone = new java.net.ServerSocket(0)) {
            int port = gone.getLocalPort();
            gone.close();
            assertThat(Probes.down(service(check(port, "select 1", null), Probes.PATIENT))
                            .reason())
                    .isEqualTo("connection refused");
        }
    }

    @Test
    void serversThatAreNoPostgres() throws Exception {
        assertThat(against((socket, it) -> it.silence()).reason()).isEqualTo("no answer in 500 ms");
        assertThat(against((socket, it) -> it.drip(socket, "N")).reason())
                .doesNotContain("Exception")
                .isNotBlank();
        assertThat(against((socket, it) -> {
                            socket.getInputStream().read();
                            HostileServer.say(socket, "NE");
                            it.drip(socket, "\0\0\1\0SFATAL");
                        })
                        .reason())
                .doesNotContain("Exception")
                .isNotBlank();
        Reading.Down http = against((socket, it) -> HostileServer.say(socket, "HTTP/1.1 400 Bad Request\r\n\r\n"));
        assertThat(http.reason()).isEqualTo("not a PostgreSQL answer");
        Reading.Down huge = against((socket, it) -> {
            socket.getInputStream().read();
            HostileServer.say(socket, "NE");
            socket.getOutputStream().write(new byte[] {0x7f, -1, -1, -1});
            it.silence();
        });
        assertThat(huge.reason()).doesNotContain("Exception").isNotBlank();
    }

    private static Reading.Down against(HostileServer.Behaviour behaviour) throws Exception {
        try (HostileServer server = new HostileServer(behaviour)) {
            return Probes.down(service(check(server.port(), "select 1", null), Duration.ofMillis(500)));
        }
    }
}
