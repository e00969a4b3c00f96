package plantao.link;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The answers are those of Alertmanager 0.25, recorded.
class EnginesApiTest {
    private static final String ALERTS = """
            [{"annotations":{"runbook_url":"https://runbooks.example.org/shop.md#api-does-not-answer","summary":"No answer for 5 min"},"endsAt":"2026-11-22T11:21:23.669Z","fingerprint":"1dd2df79a1dcb228","receivers":[{"name":"none"}],"startsAt":"2026-11-22T11:16:23.669Z","status":{"inhibitedBy":[],"silencedBy":[],"state":"active"},"updatedAt":"2026-11-22T11:16:23.669Z","generatorURL":"http://prom:9090/graph","labels":{"alertname":"ApiDoesNotAnswer","instance":"api:8080","job":"API","severity":"critical"}},{"annotations":{},"endsAt":"2026-11-22T11:21:23.669Z","fingerprint":"3a429a6edd7eb7a1","receivers":[{"name":"none"}],"startsAt":"2026-11-22T11:16:23.669Z","status":{"inhibitedBy":[],"silencedBy":["1f3a098a-cfd5-4ae7-b2ee-74db4d61cead"],"state":"suppressed"},"updatedAt":"2026-11-22T11:16:23.669Z","labels":{"alertname":"DiskFull","severity":"warning"}}]
            """;
    private static final EngineAlert API = new EngineAlert(
            "1dd2df79a1dcb228",
            Map.of("alertname", "ApiDoesNotAnswer", "instance", "api:8080", "job", "API", "severity", "critical"),
            Map.of(
                    "runbook_url",
                    "https://runbooks.example.org/shop.md#api-does-not-answer",
                    "summary",
                    "No answer for 5 min"),
            Instant.parse("2026-11-22T11:16:23.669Z"),
            false);

    private record Asked(String line, String body, String authorization, String key) {}

    private final Queue<Asked> asked = new ConcurrentLinkedQueue<>();
    private volatile int status = 200;
    private volatile String answer = ALERTS;
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked.add(new Asked(
                    exchange.getRequestMethod() + " " + exchange.getRequestURI(),
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8),
                    String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")),
                    String.valueOf(exchange.getRequestHeaders().getFirst("Idempotency-Key"))));
            byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private String url() {
        return "http://me:s3cret@127.0.0.1:" + server.getAddress().getPort() + "/am/";
    }

    private static String failed(Alertmanager.Answer answer) {
        if (answer instanceof Alertmanager.Answer.Failed(String reason)) {
            return reason;
        }
        throw new AssertionError("expected a failure, but: " + answer);
    }

    @Test
    void alertsAreReadWithTheirLabels() {
        try (Alertmanager engine = new Alertmanager(url(), Map.of(), List.of("team=\"shop\""))) {
            EngineAlert silenced = new EngineAlert(
                    "3a429a6edd7eb7a1",
                    Map.of("alertname", "DiskFull", "severity", "warning"),
                    Map.of(),
                    API.since(),
                    true);
            assertThat(engine.alerts()).isEqualTo(new Alertmanager.Answer.Firing(List.of(API, silenced)));
        }
        assertThat(asked.element().line()).startsWith("GET /am/api/v2/alerts?active=true&filter=team");
        assertThat(asked.element().authorization()).isEqualTo("Basic bWU6czNjcmV0");
    }

    @Test
    void oneAlertIsSilencedByAllItsLabels() {
        answer = "{\"silenceID\":\"1f3a098a-cfd5-4ae7-b2ee-74db4d61cead\"}\n";
        Instant from = Instant.parse("2026-11-22T11:20:00Z");
        try (Alertmanager engine = new Alertmanager(url(), Map.of(), List.of())) {
            assertThat(engine.silence(
                            LabelMatcher.exactly(API.labels()),
                            from,
                            from.plusSeconds(7200),
                            "Ana",
                            "looking \"into\" it"))
                    .isEqualTo(new Alertmanager.Answer.Silenced("1f3a098a-cfd5-4ae7-b2ee-74db4d61cead"));
        }
        assertThat(asked.element().line()).isEqualTo("POST /am/api/v2/silences");
        assertThat(asked.element().body())
                .isEqualTo("{\"matchers\":["
                        + "{\"name\":\"alertname\",\"value\":\"ApiDoesNotAnswer\",\"isRegex\":false,\"isEqual\":true},"
                        + "{\"name\":\"instance\",\"value\":\"api:8080\",\"isRegex\":false,\"isEqual\":true},"
                        + "{\"name\":\"job\",\"value\":\"API\",\"isRegex\":false,\"isEqual\":true},"
                        + "{\"name\":\"severity\",\"value\":\"critical\",\"isRegex\":false,\"isEqual\":true}],"
                        + "\"startsAt\":\"2026-11-22T11:20:00Z\",\"endsAt\":\"2026-11-22T13:20:00Z\","
                        + "\"createdBy\":\"Ana\",\"comment\":\"looking \\\"into\\\" it\"}");
        answer = "{\"code\":602,\"message\":\"comment in body is required\"}";
        status = 400;
        try (Alertmanager engine = new Alertmanager(url(), Map.of(), List.of())) {
            assertThat(failed(engine.silence(
                            LabelMatcher.exactly(API.labels()), from, from.plusSeconds(7200), "Ana", "")))
                    .startsWith("it answers 400 ({\"code\":602");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', nullValues = "none", textBlock = """
            team="shop"           | team | shop       | false | true
            team = shop           | team | shop       | false | true
            env!="test"           | env  | test       | false | false
            `env=~"a|b"`          | env  | `a|b`      | true  | true
            env!~"t.*"            | env  | t.*        | true  | false
            path="C:\\\\a \\"b\\"" | path | `C:\\a "b"` | false | true
            team                  | none | none       | none  | none
            {team="shop"}         | none | none       | none  | none
            """)
    void aFilterIsAMatcherOfASilenceToo(String written, String name, String value, Boolean regex, Boolean equal) {
        assertThat(LabelMatcher.parse(written))
                .isEqualTo(name == null ? null : new LabelMatcher(name, value, regex, equal));
    }

    @Test
    void onlyWhatBearsTheMarkAndStillLastsIsLifted() {
        answer = """
                [{"id":"1f3a098a-cfd5-4ae7-b2ee-74db4d61cead","status":{"state":"active"},"comment":"moved (Plantão 7)"},
                 {"id":"2f3a098a-cfd5-4ae7-b2ee-74db4d61cead","status":{"state":"expired"},"comment":"old (Plantão 7)"},
                 {"id":"3f3a098a-cfd5-4ae7-b2ee-74db4d61cead","status":{"state":"active"},"comment":"somebody else's"},
                 {"id":"4f3a098a-cfd5-4ae7-b2ee-74db4d61cead","status":{"state":"pending"},"comment":"(Plantão 7)"}]
                """;
        try (Alertmanager engine = new Alertmanager(url(), Map.of(), List.of())) {
            assertThat(engine.lift("(Plantão 7)")).isEqualTo(new Alertmanager.Answer.Lifted(2));
        }
        assertThat(asked.stream().map(Asked::line))
                .containsExactly(
                        "GET /am/api/v2/silences",
                        "DELETE /am/api/v2/silence/1f3a098a-cfd5-4ae7-b2ee-74db4d61cead",
                        "DELETE /am/api/v2/silence/4f3a098a-cfd5-4ae7-b2ee-74db4d61cead");
        status = 403;
        try (Alertmanager engine = new Alertmanager(url(), Map.of(), List.of())) {
            assertThat(failed(engine.lift("(Plantão 7)"))).startsWith("it answers 403");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html>", "{}", "[{}]", "[{\"startsAt\":\"yesterday\"}]"})
    void whatIsNoAlertmanagerIsTold(String body) {
        answer = body;
        try (Alertmanager engine = new Alertmanager(url(), Map.of(), List.of())) {
            assertThat(failed(engine.alerts())).isEqualTo("not an answer of an Alertmanager");
        }
    }

    @Test
    void oneThatNeverAnswersOrIsNotThereCostsABoundedTime() throws IOException {
        try (ServerSocket mute = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
                Alertmanager engine = new Alertmanager(
                        "http://127.0.0.1:" + mute.getLocalPort(), Map.of(), List.of(), Duration.ofMillis(300))) {
            assertThat(failed(engine.alerts())).isEqualTo("no answer in time");
        }
        int port = server.getAddress().getPort();
        server.stop(0);
        try (Alertmanager engine = new Alertmanager("http://127.0.0.1:" + port, Map.of(), List.of())) {
            assertThat(failed(engine.alerts())).isEqualTo("connection refused");
        }
    }

    @Test
    void aCallIsPostedOnceWithItsKey() {
        answer = "";
        Webhook.Call call = new Webhook.Call("id-1", "Shop", "API down", 1, "API down for 3 min");
        try (Webhook webhook = new Webhook(url() + "hook?key=1")) {
            assertThat(webhook.post(call)).isEqualTo(new Webhook.Answer.Taken());
            status = 503;
            assertThat(webhook.post(call)).isEqualTo(new Webhook.Answer.Failed("it answers 503", true));
            status = 404;
            assertThat(webhook.post(call)).isEqualTo(new Webhook.Answer.Failed("it answers 404", false));
        }
        assertThat(asked).hasSize(3).allMatch(a -> a.key().equals("id-1"));
        assertThat(asked.element().line()).isEqualTo("POST /am/hook?key=1");
        assertThat(asked.element().body())
                .contains("\"alert\":\"API down\"", "\"text\":\"API down for 3 min\"", "\"level\":1");
    }
}
