package plantao;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plantao.desk.Event;
import plantao.desk.Previews;
import plantao.playbook.StepResult;
import plantao.playbook.StepState;
import plantao.playbook.StepState.Status;

/// SQL, HTTP and PromQL of a runbook against a real PostgreSQL and a real server.
final class QueriesTest {
    private static EmbeddedPostgres database;
    private static HttpServer server;
    private static final List<String> ASKED = new CopyOnWriteArrayList<>();

    @TempDir
    Path temp;

    @BeforeAll
    static void start() throws Exception {
        database = EmbeddedPostgres.builder().start();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            ASKED.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                    + exchange.getRequestHeaders().getFirst("Authorization") + " "
                    + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            String path = exchange.getRequestURI().getPath();
            byte[] answer = (path.endsWith("/query")
                            ? "{\"status\":\"success\",\"data\":{\"resultType\":\"vector\",\"result\":[{\"metric\":{\"job\":\"api\"},\"value\":[1700000000,\"0.25\"]}]}}"
                            : path.endsWith("/query_range")
                                    ? "{\"status\":\"success\",\"data\":{\"resultType\":\"matrix\",\"result\":[{\"metric\":{\"job\":\"api\"},\"values\":[[1,\"0\"],[2,\"1\"],[3,\"0.5\"]]}]}}"
                                    : "{\"ok\": true}")
                    .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(path.equals("/broken") ? 503 : 200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
    }

    @AfterAll
    static void stop() throws Exception {
        server.stop(0);
        database.close();
    }

    private static String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private static int count() throws Exception {
        try (Connection c = database.getPostgresDatabase().getConnection();
                Statement s = c.createStatement();
                ResultSet r = s.executeQuery("select count(*) from jobs")) {
            r.next();
            return r.getInt(1);
        }
    }

    @Test
    void sqlReadsWithoutChangingAndItsValuesAreBound() throws Exception {
        try (Connection c = database.getPostgresDatabase().getConnection();
                Statement s = c.createStatement()) {
            s.execute("create table jobs(id int, name text, data jsonb)");
            s.execute("insert into jobs select n, 'job ' || n, '{\"a\":1}' from generate_series(1, 250) n");
            s.execute("insert into jobs values (999, 'o''x''; drop table jobs; --', '{}')");
            s.execute("create function grow() returns int language sql as 'insert into jobs values (0) returning id'");
        }
        String settings = """
                database: $SHOP_DB
                variables:
                  SHOP_DB: {command: "echo postgresql://postgres:not-asked@127.0.0.1:%d/postgres"}
                """.formatted(database.getPort());
        String steps = """
                **Diagnosis:**

                ```sql
                -- Count
                select count(*) as jobs, data ? 'a' as has from jobs where id < 3 group by 2;

                -- Many
                select id, name from jobs order by id;

                -- By name
                select id from jobs where name = '{name}' or id = {id};

                -- Sneak
                select grow();

                -- Two
                select 1 as one; select nothing from nowhere; select 3 as three;

                -- Remove
                delete from jobs where name = '{name}';
                ```

                ```bash
                # Type it
                psql $SHOP_DB
                SELECT 1 + 1 AS sum;
                ```
                """;
        try (Walked walked = new Walked(temp, Map.of(), settings, steps)) {
            assertThat(walked.step(0).status()).as(walked.printed(0)).isEqualTo(Status.DONE);
            assertThat(walked.printed(0)).isEqualTo("""
                    | jobs | has |
                    |-----:|-----|
                    |    2 | t   |
                    -- 1 row""");
            walked.step(1);
            assertThat(walked.printed(1)).contains("|   1 | job 1 ", "-- the first 200 rows; there are more rows");

            walked.console.send(new Event.GiveValue(walked.run().id(), "name", "o'x'; drop table jobs; --"));
            walked.console.send(new Event.GiveValue(walked.run().id(), "id", "1 or true"));
            walked.until("they are given", () -> Previews.of(walked.run(), 2).ready());
            assertThat(Previews.of(walked.run(), 2).shown())
                    .contains("= 'o'x'; drop table jobs; --' or id = 1 or true");
            StepState failed = walked.step(2);
            assertThat(failed.status()).isEqualTo(Status.FAILED);
            assertThat(walked.printed(2)).contains("invalid input syntax for type integer");
            walked.console.send(new Event.GiveValue(walked.run().id(), "id", "7"));
            walked.until(
                    "it is given", () -> Previews.of(walked.run(), 2).shown().contains("id = 7"));
            walked.step(2);
            assertThat(walked.printed(2)).contains("| 999 |", "|   7 |", "-- 2 rows");

            assertThat(walked.step(3).result()).isInstanceOf(StepResult.Exited.class);
            assertThat(walked.printed(3)).contains("read-only transaction");
            walked.step(4);
            assertThat(walked.printed(4)).contains("| one |", "Statement 2 of 3: ERROR", "What follows was not run.");
            assertThat(count()).isEqualTo(251);
            assertThat(walked.step(5).status()).as(walked.printed(5)).isEqualTo(Status.DONE);
            assertThat(walked.printed(5)).isEqualTo("-- 1 row");
            assertThat(count()).isEqualTo(250);
            if (walked.run().steps().size() > 6) {
                walked.step(6);
                assertThat(walked.printed(6)).contains("| sum |", "|   2 |");
            }
            assertThat(walked.run().states().get(0).excerpt()).contains("| jobs | has |");
        }
    }

    @Test
    void aLongQueryIsStopped() throws Exception {
        String settings = "database: postgresql://postgres@127.0.0.1:" + database.getPort() + "/postgres\n";
        try (Walked walked = new Walked(temp, Map.of(), settings, "```sql\nselect pg_sleep(600);\n```\n")) {
            walked.console.send(new Event.RunStep(walked.run().id(), 0, true));
            walked.until("it runs", () -> walked.run().running() == 0);
            walked.console.send(new Event.CancelStep(walked.run().id()));
            walked.until(
                    "it has ended", () -> walked.run().states().getFirst().result() instanceof StepResult.Cancelled);
        }
    }

    @Test
    void requestsAndPromQl() throws Exception {
        String settings = "prometheus: " + url() + "\nvariables:\n  TOKEN: {env: OUR_TOKEN, secret: true}\n";
        String steps = """
                **Diagnosis:**

                ```http
                GET %1$s/items/{item}?q={item}
                Authorization: Bearer $TOKEN
                ```

                ```http
                POST %1$s/jobs
                Content-Type: application/json

                {"name": "{item}"}
                ```

                ```
                GET %1$s/broken
                ```

                ```promql
                sum by (job) (rate(errors_total{job="{item}"}[5m]))
                ```
                """.formatted(url());
        try (Walked walked = new Walked(temp, Map.of("OUR_TOKEN", "hunter2-token"), settings, steps)) {
            walked.console.send(new Event.GiveValue(walked.run().id(), "item", "a/b\" }&x=1\n"));
            walked.until("it is given", () -> Previews.of(walked.run(), 0).ready());
            assertThat(walked.step(0).status()).as(walked.printed(0)).isEqualTo(Status.DONE);
            assertThat(walked.printed(0)).contains("< 200", "{\"ok\": true}").doesNotContain("hunter2");
            assertThat(ASKED.removeFirst())
                    .startsWith(
                            "GET /items/a%2Fb%22%20%7D%26x%3D1%0A?q=a%2Fb%22%20%7D%26x%3D1%0A Bearer hunter2-token");
            walked.step(1);
            assertThat(ASKED.removeFirst()).contains("POST /jobs", "{\"name\": \"a/b\\\" }&x=1\\u000a\"}");
            assertThat(walked.step(2).status()).isEqualTo(Status.FAILED);
            assertThat(walked.printed(2)).contains("< 503", "HTTP 503");
            ASKED.clear();
            assertThat(walked.step(3).status()).as(walked.printed(3)).isEqualTo(Status.DONE);
            assertThat(ASKED.getFirst()).contains("job%3D%22a%2Fb%5C%22+%7D%26x%3D1%5Cn%22");
            assertThat(walked.printed(3)).contains("| job | value | 1 h |", "| api |  0.25 | ▁█▅ |", "-- 1 series");
        }
    }

    @Test
    void withoutAConnectionItIsCopiedAndSaysWhy() throws Exception {
        try (Walked walked = new Walked(temp, Map.of(), "", "```sql\nselect 1;\n```\n")) {
            assertThat(walked.step(0).result()).asString().contains("no database is named", "`database:`");
        }
    }
}
