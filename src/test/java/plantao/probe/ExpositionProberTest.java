package plantao.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import plantao.probe.Check.Figure;

@Timeout(60)
class ExpositionProberTest {
    private final MockWebServer server = new MockWebServer();
    private final Probers probers = new Probers();

    @BeforeEach
    void start() throws Exception {
        server.start();
    }

    @AfterEach
    void stop() {
        server.close();
        probers.close();
    }

    private Reading read(Figure figure) {
        String url = server.url("/metrics").toString();
        return probers.read(Probes.metric(new Check.Exposition(url, Map.of(), figure)), Instant.now());
    }

    private void answer(int code, String body) {
        server.enqueue(new MockResponse.Builder().code(code).body(body).build());
    }

    @Test
    void gauge() {
        answer(200, "# TYPE used gauge\nused 0.42\nother 1\n");
        Reading.Up up = Probes.up(read(new Figure.Gauge("used", Map.of(), 100)));
        assertThat(up.value()).isEqualTo(42);
        assertThat(up.detail()).isEqualTo("GET /metrics → 200");
    }

    @Test
    void shareNeedsTwoScrapes() {
        Figure share = new Figure.Share("bad_total", Map.of(), "all_total", Map.of(), 100);
        answer(200, "bad_total 1\nall_total 10\n");
        answer(200, "bad_total 2\nall_total 14");
        assertThat(Probes.noData(read(share)).reason()).startsWith("first scrape");
        assertThat(Probes.up(read(share)).value()).isEqualTo(25);
    }

    @Test
    void anotherFigureUnderTheSameIdStartsAnew() {
        answer(200, "a_total 1\n");
        answer(200, "b_total 100\n");
        Probes.noData(read(new Figure.Rate("a_total", Map.of(), 1)));
        assertThat(Probes.noData(read(new Figure.Rate("b_total", Map.of(), 1))).reason())
                .startsWith("first scrape");
    }

    @Test
    void wrongStatusAndWrongFormatAreDown() {
        answer(404, "no such page");
        answer(200, "<html>\n<body>Sign in</body></html>");
        answer(200, "{\"json\": [" + "1,".repeat(1_000_000) + "1]}");
        Figure gauge = new Figure.Gauge("used", Map.of(), 1);
        assertThat(Probes.down(read(gauge)).reason()).isEqualTo("GET /metrics → 404");
        Reading.Down page = Probes.down(read(gauge));
        assertThat(page.reason()).isEqualTo("GET /metrics → 200, but not in the Prometheus text format");
        assertThat(page.evidence()).contains("Sign in");
        assertThat(Probes.down(read(gauge)).reason()).endsWith("not in the Prometheus text format");
    }

    @Test
    void aMissingSampleIsNoData() {
        answer(200, "other 1\n");
        assertThat(Probes.noData(read(new Figure.Gauge("used", Map.of("a", "b"), 1)))
                        .reason())
                .isEqualTo("no sample used{a=b} on the page");
    }

    @Test
    void anEndlessPageIsReadOnlySoFar() throws Exception {
        try (HostileServer endless = new HostileServer((socket, it) -> {
            HostileServer.hear(socket);
            HostileServer.say(socket, "HTTP/1.1 200 OK\r\n\r\n");
            String lines = "other{a=\"b\"} 1\n".repeat(1000);
            while (true) {
                HostileServer.say(socket, lines);
            }
        })) {
            Check check = new Check.Exposition(endless.url("/m"), Map.of(), new Figure.Gauge("used", Map.of(), 1));
            assertThat(Probes.noData(probers.read(Probes.metric(check), Probes.AT))
                            .reason())
                    .isEqualTo("GET /m → 200, a page over 4 MiB");
        }
    }
}
