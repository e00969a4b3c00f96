package plantao.probe;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What is made of answers: conditions of HTTP checks, figures of JSON documents and of Prometheus.
class AnswersTest {
    private static final String VECTOR = """
            {"status":"success","data":{"resultType":"vector","result":[%s]}}""";
    private static final String SERIES = """
            {"metric":{"job":"api"},"value":[1435781451.781,"%s"]}""";

    private final Map<String, String> bodies = new ConcurrentHashMap<>();
    private final Map<String, String> asked = new ConcurrentHashMap<>();
    private final Probers probers = new Probers();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            String path = exchange.getRequestURI().getPath();
            asked.put(
                    path,
                    exchange.getRequestMethod() + " "
                            + exchange.getRequestHeaders().getFirst("Content-Type")
                            + " " + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)
                            + " " + exchange.getRequestURI().getQuery());
            String body = bodies.getOrDefault(path, "");
            if (path.equals("/moved")) {
                exchange.getResponseHeaders().set("Location", "/ok");
            }
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            int status = path.equals("/moved") ? 302 : body.contains("\"status\":\"error\"") ? 400 : 200;
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        probers.close();
    }

    private String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    private Reading read(Check check) {
        return probers.read(Probes.service(check, Probes.PATIENT), Probes.AT);
    }

    private Reading measure(Check check) {
        return probers.read(Probes.metric(check), Probes.AT);
    }

    private Check.Http http(String path, Check.Expected expected) {
        return new Check.Http("GET", url(path), Map.of(), null, true, expected);
    }

    private static Check.Expected json(String condition) {
        return new Check.Expected(200, 299, null, null, JsonCondition.parse(condition), null, null);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            status == ok              |
            $.status = "ok"           |
            checks["db.main"].up      |
            jobs[-1].size < 8         |
            jobs[0].size >= 3         |
            jobs > 1                  |
            status != ok              | `status` is ok, not != ok
            checks.cache              | without `checks.cache`
            checks["db.main"].late    | `checks["db.main"].late` is false
            jobs[1].size < 7          | `jobs[1].size` is 7, not < 7
            version == 10             | `version` is 1.10, not == 10
            """)
    void aConditionOnAJsonAnswer(String condition, String wrong) {
        bodies.put("/h", """
                {"status":"ok","checks":{"db.main":{"up":true,"late":false}},"jobs":[{"size":3},{"size":7}],"version":"1.10"}""");
        Reading reading = read(http("/h", json(condition)));
        if (wrong == null) {
            Probes.up(reading);
        } else {
            assertThat(Probes.down(reading).reason()).isEqualTo("GET /h → 200, but " + wrong);
            assertThat(Probes.down(reading).evidence()).contains("\"db.main\"", "address 127.0.0.1");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a ==", "", "[x", "a < many", "== 3"})
    void whatIsNoConditionIsTold(String text) {
        assertThat(JsonCondition.parse(text)).isNull();
    }

    @Test
    void aTextThatMustNotBeThereAndASlowAnswer() {
        bodies.put("/page", "all fine, maintenance mode");
        assertThat(Probes.down(read(http("/page", new Check.Expected(200, 299, null, "maintenance", null, null, null))))
                        .reason())
                .isEqualTo("GET /page → 200, but with “maintenance”");
        Reading.Up slow = Probes.up(
                read(http("/page", new Check.Expected(200, 299, null, null, null, Duration.ofNanos(1), null))));
        assertThat(slow.concern()).startsWith("slow: ").endsWith("more than 0 ms");
        assertThat(Probes.up(read(http(
                                "/page", new Check.Expected(200, 299, null, null, null, Duration.ofMinutes(1), null))))
                        .concern())
                .isNull();
    }

    @Test
    void aBodyIsSentAndARedirectMayBeTheAnswer() {
        bodies.put("/ask", "{}");
        Check.Expected any = new Check.Expected(200, 399, null, null, null, null, null);
        Probes.up(read(new Check.Http("POST", url("/ask"), Map.of(), "{\"deep\": true}", true, any)));
        assertThat(asked.get("/ask")).isEqualTo("POST application/json {\"deep\": true} null");
        Probes.up(read(
                new Check.Http("POST", url("/ask"), Map.of("content-type", "application/x-ndjson"), "{}", true, any)));
        assertThat(asked.get("/ask")).startsWith("POST application/x-ndjson {}");

        Check.Expected moved = new Check.Expected(302, 302, null, null, null, null, null);
        assertThat(Probes.up(read(new Check.Http("GET", url("/moved"), Map.of(), null, false, moved)))
                        .detail())
                .isEqualTo("GET /moved → 302");
        assertThat(asked).doesNotContainKey("/ok");
        Check.Expected found = new Check.Expected(200, 200, null, null, null, null, null);
        assertThat(Probes.down(read(new Check.Http("GET", url("/moved"), Map.of(), null, false, found)))
                        .reason())
                .isEqualTo("GET /moved → 302");
    }

    private Check.Json document(String path, Check.Limits limits) {
        JsonPath place = JsonPath.parse(path);
        assertThat(place).isNotNull();
        return new Check.Json(url("/doc"), Map.of(), place, new Check.Limits(limits.atLeast(), limits.atMost(), 0.5));
    }

    @Test
    void aFigureOfAJsonDocument() {
        bodies.put("/doc", """
                {"queue":{"size":"42","oldest":null},"workers":[1,2,3,4],"deep":{"nan":"NaN"}}""");
        assertThat(Probes.up(measure(document("queue.size", Check.Limits.NONE))).value())
                .isEqualTo(21);
        assertThat(Probes.up(measure(document("workers", Check.Limits.NONE))).value())
                .isEqualTo(2);
        assertThat(Probes.noData(measure(document("queue.oldest", Check.Limits.NONE)))
                        .reason())
                .isEqualTo("GET /doc → 200, but without `queue.oldest`");
        assertThat(Probes.noData(measure(document("deep.nan", Check.Limits.NONE)))
                        .reason())
                .endsWith("`deep.nan` is \"NaN\"");
        assertThat(Probes.down(read(document("queue.size", new Check.Limits(null, 20.0))))
                        .reason())
                .endsWith("`queue.size` is 21, above 20");
        bodies.put("/doc", "[".repeat(100_000));
        assertThat(Probes.down(read(document("a", Check.Limits.NONE))).reason()).endsWith("but not in JSON");
        bodies.put("/doc", "{\"a\": \"" + "x".repeat(2_000_000) + "\"}");
        assertThat(Probes.down(read(document("a", Check.Limits.NONE))).reason()).endsWith("more than 1 MiB of JSON");
    }

    private Check.Prometheus prometheus(Check.Limits limits) {
        return new Check.Prometheus(
                url("/prom/"), Map.of(), "sum(rate(http_requests_total{code=\"500\"}[5m]))", limits);
    }

    @Test
    void aPrometheusServerIsAskedForAnInstantAndForTheHourBefore() {
        bodies.put("/prom/api/v1/query", VECTOR.formatted(SERIES.formatted("0.25")));
        Reading.Up up = Probes.up(measure(prometheus(Check.Limits.NONE)));
        assertThat(up.value()).isEqualTo(0.25);
        assertThat(up.detail()).startsWith("sum(rate(http_requests_total").endsWith("→ 0.25");
        assertThat(asked.get("/prom/api/v1/query")).endsWith("query=sum(rate(http_requests_total{code=\"500\"}[5m]))");

        bodies.put("/prom/api/v1/query_range", """
                {"status":"success","data":{"resultType":"matrix","result":[{"metric":{},"values":[[1772355600,"1"],[1772355660.5,"2"],[1772355720,"NaN"]]}]}}""");
        assertThat(probers.lastHour(Probes.metric(prometheus(Check.Limits.NONE)), Probes.AT))
                .containsExactly(
                        new Probers.Point(java.time.Instant.ofEpochSecond(1772355600), 1),
                        new Probers.Point(java.time.Instant.ofEpochMilli(1772355660500L), 2));
        assertThat(asked.get("/prom/api/v1/query_range"))
                .contains("start=" + (Probes.AT.getEpochSecond() - 3600), "step=60");
    }

    @Test
    void whatPrometheusCannotTellIsNotKnown() {
        String path = "/prom/api/v1/query";
        bodies.put(path, VECTOR.formatted(""));
        assertThat(Probes.noData(measure(prometheus(Check.Limits.NONE))).reason())
                .isEqualTo("Prometheus has no series for the query");
        bodies.put(path, VECTOR.formatted(SERIES.formatted("1") + "," + SERIES.formatted("2")));
        assertThat(Probes.noData(measure(prometheus(Check.Limits.NONE))).reason())
                .startsWith("the query gives 2 series");
        bodies.put(path, VECTOR.formatted(SERIES.formatted("NaN")));
        assertThat(Probes.noData(measure(prometheus(Check.Limits.NONE))).reason())
                .contains("→ NaN, not a number");
        bodies.put(path, VECTOR.formatted(SERIES.formatted("+Inf")));
        assertThat(Probes.noData(measure(prometheus(Check.Limits.NONE))).reason())
                .contains("→ +Inf, not a number");
        bodies.put(path, """
                {"status":"error","errorType":"bad_data","error":"1:5: parse error: unexpected end of input"}""");
        assertThat(Probes.down(measure(prometheus(Check.Limits.NONE))).reason())
                .isEqualTo("Prometheus refuses the query: 1:5: parse error: unexpected end of input");
        bodies.put(path, "<html>");
        assertThat(Probes.noData(read(prometheus(Check.Limits.NONE))).reason())
                .isEqualTo("no answer of a Prometheus (status 200)");
        bodies.put(path, """
                {"status":"success","data":{"resultType":"scalar","result":[1435781451.781,"0"]}}""");
        assertThat(Probes.down(read(prometheus(new Check.Limits(1.0, null)))).reason())
                .endsWith("→ 0, below 1");
    }
}
