package plantao.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ServerSocket;
import java.time.Duration;
import java.util.Map;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HttpProberTest {
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

    private String url(String path) {
        return server.url(path).toString();
    }

    private Reading read(Check check) {
        return probers.read(Probes.service(check, Probes.PATIENT), Probes.AT);
    }

    private static MockResponse answer(int code, String body, String... headers) {
        MockResponse.Builder builder = new MockResponse.Builder().code(code).body(body);
        for (int i = 0; i < headers.length; i += 2) {
            builder.addHeader(headers[i], headers[i + 1]);
        }
        return builder.build();
    }

    @Test
    void upTellsPathAndStatus() {
        server.enqueue(answer(200, "ok"));
        Reading.Up up = Probes.up(read(Probes.get(url("/api/health?deep=1"))));
        assertThat(up.detail()).isEqualTo("GET /api/health?… → 200");
        assertThat(up.value()).isNull();
        assertThat(up.at()).isEqualTo(Probes.AT);
        assertThat(up.took()).isPositive();
    }

    @Test
    void wrongStatusKeepsWhatCameBack() {
        server.enqueue(answer(502, "<h1>Bad gateway</h1>" + "a".repeat(2000), "Server", "edge", "Retry-After", "30"));
        Reading.Down down = Probes.down(read(Probes.get(url("/api/health"))));
        assertThat(down.reason()).isEqualTo("GET /api/health → 502");
        assertThat(down.evidence())
                .contains("address 127.0.0.1:" + server.getPort(), "connect ", "first answer ", "HTTP/1.1 502")
                .contains("Server: edge", "Retry-After: 30", "<h1>Bad gateway</h1>aaa")
                .hasSizeLessThan(1500);
    }

    @Test
    void bodyMustHoldTheText() {
        Check.Http check = new Check.Http("GET", url("/"), Map.of(), 200, 299, "\"db\":\"ok\"");
        server.enqueue(answer(200, "{\"db\":\"ok\"}"));
        server.enqueue(answer(200, "{\"db\":\"gone\"}"));
        Probes.up(read(check));
        assertThat(Probes.down(read(check)).reason()).isEqualTo("GET / → 200, but without “\"db\":\"ok\"”");
    }

    @Test
    void followsRedirectsAndKeepsHeadersAtHome() throws Exception {
        try (MockWebServer other = new MockWebServer()) {
            other.start();
            other.enqueue(answer(200, "there"));
            server.enqueue(answer(301, "", "Location", "/next"));
            server.enqueue(answer(302, "", "Location", other.url("/away").toString()));
            Check.Http check =
                    new Check.Http("GET", url("/"), Map.of("Authorization", "Bearer tops3cret"), 200, 299, null);
            assertThat(Probes.up(read(check)).detail()).isEqualTo("GET / → 200");
            server.takeRequest();
            assertThat(server.takeRequest().getHeaders().get("Authorization")).isEqualTo("Bearer tops3cret");
            assertThat(other.takeRequest().getHeaders().get("Authorization")).isNull();
        }
    }

    @Test
    void aWantedRedirectIsNotFollowed() {
        server.enqueue(answer(302, "", "Location", "/login"));
        Reading reading = read(new Check.Http("GET", url("/"), Map.of(), 300, 399, null));
        assertThat(Probes.up(reading).detail()).isEqualTo("GET / → 302");
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void sendsMethodHeadersAndLogin() throws Exception {
        server.enqueue(answer(200, ""));
        String url = url("/hook").replace("http://", "http://ops:pa%40ss@");
        Probes.up(read(new Check.Http("POST", url, Map.of("X-Check", "1"), 200, 299, null)));
        RecordedRequest request = server.takeRequest();
        assertThat(request.getMethod()).isEqualTo("POST");
        assertThat(request.getHeaders().get("X-Check")).isEqualTo("1");
        assertThat(request.getHeaders().get("Authorization")).isEqualTo(okhttp3.Credentials.basic("ops", "pa@ss"));
    }

    @Test
    void secretsThatAServerEchoesAreMasked() {
        server.enqueue(
                answer(401, "you sent Bearer tops3cret and hunter2 and key=abc123", "Location", "/?token=abc123"));
        String url = url("/x?api_key=abc123").replace("http://", "http://me:hunter2@");
        Check.Http check = new Check.Http("GET", url, Map.of("Authorization", "Bearer tops3cret"), 200, 299, null);
        Reading.Down down = Probes.down(read(check));
        assertThat(down.reason() + down.evidence() + check).doesNotContain("tops3cret", "hunter2", "abc123");
        assertThat(down.evidence()).contains("you sent ••••");
    }

    @Test
    void theGivenMaskIsAppliedToo() {
        server.enqueue(answer(500, "door code 4711"));
        try (Probers masking = new Probers(text -> text.replace("4711", "••••"))) {
            Reading reading = masking.read(Probes.service(Probes.get(url("/4711/x")), Probes.PATIENT), Probes.AT);
            assertThat(Probes.down(reading).reason()).isEqualTo("GET /••••/x → 500");
            assertThat(Probes.down(reading).evidence()).contains("door code ••••");
        }
    }

    @Test
    void nothingListens() throws Exception {
        int port;
        try (ServerSocket gone = new ServerSocket(0)) {
            port = gone.getLocalPort();
        }
        assertThat(Probes.down(read(Probes.get("http://127.0.0.1:" + port + "/")))
                        .reason())
                .isEqualTo("connection refused");
        assertThat(Probes.down(read(new Check.Tcp("127.0.0.1", port))).reason()).isEqualTo("connection refused");
    }

    @Test
    void tcpConnects() {
        Reading reading = read(new Check.Tcp("127.0.0.1", server.getPort()));
        assertThat(Probes.up(reading).detail()).isEqualTo("connected to 127.0.0.1:" + server.getPort());
        assertThat(Probes.up(probers.read(Probes.metric(new Check.Tcp("localhost", server.getPort())), Probes.AT))
                        .value())
                .isPositive();
    }

    @Test
    void httpsOnAPortWithoutTls() throws Exception {
        try (HostileServer plain = new HostileServer((socket, it) -> {
            HostileServer.say(socket, "HTTP/1.1 400 Bad Request\r\n\r\nplain HTTP only");
            it.silence();
        })) {
            Reading reading = read(Probes.get("https://127.0.0.1:" + plain.port() + "/"));
            assertThat(Probes.down(reading).reason()).isEqualTo("no TLS on this port");
        }
    }

    @Test
    void tlsHandshakeThatNeverComes() throws Exception {
        try (HostileServer mute = new HostileServer((socket, it) -> it.silence())) {
            Check check = Probes.get("https://127.0.0.1:" + mute.port() + "/");
            Reading reading = probers.read(Probes.service(check, Duration.ofMillis(300)), Probes.AT);
            assertThat(Probes.down(reading).reason()).isEqualTo("no TLS handshake in 300 ms");
        }
    }
}
