package plantao.practice;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plantao.practice.process.RedisClient;

/// A job by the clock and what somebody does to the data, in a stack of a made-up system.
class DataFaultsTest {
    private static final String BLUEPRINT = """
            postgres: {schema: schema.sql}
            variables:
              DB: {value: "postgresql://127.0.0.1:{postgres.port}/{postgres.database}?user={postgres.user}&password={postgres.password}"}
              REDIS: {value: "{redis.port} {redis.password}"}
            processes:
              closing:
                label: Closing
                kind: job
                job: {everySeconds: 1, heartbeat: closing:alive, actions: [{sql: "insert into closings default values"}]}
            tools: [echo]
            commands:
              redis-cli: {patterns: [{words: "<arguments...>", act: redis_cli}]}
              journalctl: {options: {process: [-u]}, patterns: [{words: "", act: logs}]}
              systemctl: {patterns: [{words: "restart <process>", act: restart}, {words: "status <process>", act: status}]}
            scenarios:
              - id: held
                title: {en: Held}
                text: {en: A report stays open.}
                faults: [{hold: {sql: "lock table closings", application: report}}]
                mended: {sql: "select count(*) from pg_stat_activity where application_name = 'report'", is: "0"}
              - id: done
                title: {en: Done}
                text: {en: Somebody changed the data.}
                faults:
                  - {sql: {run: "alter table closings rename to gone", undo: "alter table if exists gone rename to closings"}}
                  - {redis: {run: "CONFIG SET maxmemory 1mb", undo: "CONFIG SET maxmemory 0"}}
                mended: {sql: "select count(*) from closings where false", is: "0"}
            """;

    @TempDir
    static Path scratch;

    static Stand stand;

    @BeforeAll
    static void start() throws Exception {
        Path folder = Files.createDirectory(scratch.resolve("practice"));
        Files.writeString(folder.resolve("practice.yaml"), BLUEPRINT);
        Files.writeString(
                folder.resolve("schema.sql"),
                "do $$ begin if to_regclass('gone') is null then"
                        + " create table if not exists closings (at timestamptz default now()); end if; end $$");
        stand = new Stand(folder, Files.createDirectory(scratch.resolve("stack")));
    }

    @AfterAll
    static void close() {
        stand.close();
    }

    private String given(String name) {
        return Objects.requireNonNull(stand.stack.target().variables().get(name))
                .value();
    }

    private String sql(String text) throws Exception {
        try (var connection = DriverManager.getConnection("jdbc:" + given("DB"));
                var rows = connection.createStatement().executeQuery(text)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private String redis(String... words) throws Exception {
        String[] server = given("REDIS").split(" ");
        try (var client = new RedisClient("127.0.0.1", Integer.parseInt(server[0]), server[1], 5000)) {
            return client.call(words).toString();
        }
    }

    @Test
    void aJobDoesItsWorkAgainAndAgain() throws Exception {
        Stand.until("it ran twice", () -> Integer.parseInt(sql("select count(*) from closings")) > 1);
        assertThat(redis("GET", "closing:alive")).contains("initial");
        assertThat(stand.run("journalctl -u closing").out()).contains("every 1 s", "run ended after");
    }

    @Test
    void anOpenTransactionHoldsOthersUntilItsSessionIsEnded() throws Exception {
        stand.stack.begin("held");
        assertThat(stand.stack.mended()).contains(false);
        Stand.until(
                "the job waits",
                () -> "t".equals(sql("select count(*) > 0 from pg_stat_activity where wait_event_type = 'Lock'")));
        assertThat(sql("select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'report'"))
                .isEqualTo("t");
        Stand.until("it is over", () -> stand.stack.mended().orElse(false));
        stand.stack.end();
    }

    @Test
    void whatSomebodyDidIsTakenBack() throws Exception {
        stand.stack.begin("done");
        assertThat(sql("select to_regclass('closings') is null")).isEqualTo("t");
        assertThat(redis("CONFIG", "GET", "maxmemory")).contains("1048576");
        stand.stack.end();
        assertThat(sql("select to_regclass('closings') is null")).isEqualTo("f");
        assertThat(redis("CONFIG", "GET", "maxmemory")).doesNotContain("1048576");
    }

    @Test
    void theBigKeysOfRedisAreFound() throws Exception {
        redis("SETRANGE", "report:big", "70000", "x");
        redis("SET", "report:small", "x");
        assertThat(stand.run("redis-cli -h 127.0.0.1 --bigkeys").out())
                .contains("Biggest string found \"report:big\" has 70001 bytes");
        String[] server = given("REDIS").split(" ");
        String address = "redis://default:" + server[1] + "@localhost:" + server[0] + "/0";
        assertThat(stand.run("redis-cli -u " + address + " --scan --pattern 'report:*'")
                        .out()
                        .lines())
                .containsExactlyInAnyOrder("report:big", "report:small");
    }

    @Test
    void aServerIsRestartedLikeAProcess() throws Exception {
        Long before = stand.part("redis").pid();
        assertThat(stand.run("sudo systemctl restart redis.service").out()).startsWith("redis restarted: running");
        assertThat(stand.part("redis").pid()).isNotEqualTo(before);
        assertThat(stand.run("systemctl status redis").out()).contains("redis").doesNotContain("closing");
        assertThat(stand.run("systemctl status nothing").exit()).isEqualTo(1);
    }

    @Test
    void sudoRunsWhatItIsGiven() throws Exception {
        assertThat(stand.run("sudo -u postgres -n COLOUR=1 echo it").out()).isEqualTo("it\n");
    }
}
