package plantao.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static plantao.probe.HostileServer.hear;
import static plantao.probe.HostileServer.say;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Whatever a server does, an HTTP reading ends, in bounded memory, with a phrase that tells the cases apart.
@Timeout(60)
class HostileHttpTest {
    private static final Duration SHORT = Duration.ofMillis(500);
    private final Probers probers = new Probers();

    @AfterEach
    void close() {
        probers.close();
    }

    private Reading.Down down(HostileServer.Behaviour behaviour, Duration timeout) throws Exception {
        try (HostileServer server = new HostileServer(behaviour)) {
            Reading.Down down =
                    Probes.down(probers.read(Probes.service(Probes.get(server.url("/health")), timeout), Probes.AT));
            assertThat(down.reason()).doesNotContain("Exception");
            assertThat(down.evidence()).doesNotContain("Exception").contains("address 127.0.0.1:" + server.port());
            return down;
        }
    }

    @Test
    void neverAnswers() throws Exception {
        Reading.Down down = down((socket, server) -> server.silence(), SHORT);
        assertThat(down.reason()).isEqualTo("no answer in 500 ms");
        assertThat(down.evidence()).contains("waiting for first answer");
    }

    @Test
    void dripsItsHeaders() throws Exception {
        assertThat(down((socket, server) -> server.drip(socket, "HTTP/1.1 200 OK and so on"), SHORT)
                        .reason())
                .isEqualTo("no answer in 500 ms");
    }

    @Test
    void dripsItsBody() throws Exception {
        Reading.Down down = down(
                (socket, server) -> {
                    hear(socket);
                    say(socket, "HTTP/1.1 200 OK\r\nContent-Length: 100000\r\nServer: slow\r\n\r\n");
                    server.drip(socket, "x");
                },
                SHORT);
        assertThat(down.reason()).isEqualTo("answer not finished in 500 ms");
        assertThat(down.evidence()).contains("HTTP/1.1 200 OK", "Server: slow", "xxx");
    }

    @Test
    void endlessHeaders() throws Exception {
        Reading.Down down = down(
                (socket, server) -> {
                    hear(socket);
                    say(socket, "HTTP/1.1 200 OK\r\n");
                    while (true) {
                        say(socket, "X-More: " + "y".repeat(1000) + "\r\n");
                    }
                },
                Probes.PATIENT);
        assertThat(down.reason()).isNotBlank();
    }

    @Test
    void endlessBodyIsReadOnlySoFar() throws Exception {
        try (HostileServer server = new HostileServer((socket, it) -> {
            hear(socket);
            say(socket, "HTTP/1.1 200 OK\r\n\r\n");
            while (true) {
                say(socket, "z".repeat(10_000));
            }
        })) {
            Check.Http plain = Probes.get(server.url("/"));
            assertThat(Probes.up(probers.read(Probes.service(plain, Probes.PATIENT), Probes.AT))
                            .detail())
                    .isEqualTo("GET / → 200");
            Check.Http wanting = new Check.Http("GET", server.url("/"), Map.of(), 200, 299, "fine");
            assertThat(Probes.down(probers.read(Probes.service(wanting, Probes.PATIENT), Probes.AT))
                            .reason())
                    .isEqualTo("GET / → 200, but without “fine” in the first 64 KiB");
        }
    }

    @Test
    void garbage() throws Exception {
        Reading.Down down =
                down((socket, server) -> say(socket, "\u0000\u0007\u001b[31mSSH-2.0-OpenSSH\r\n"), Probes.PATIENT);
        assertThat(down.reason()).startsWith("not a proper answer");
        assertThat(down.reason() + down.evidence()).doesNotContain("\u001b", "\u0007");
    }

    @Test
    void closesAtOnce() throws Exception {
        assertThat(down((socket, server) -> hear(socket), Probes.PATIENT).reason())
                .isIn("closed without an answer", "connection reset");
    }

    @Test
    void cutsItsBodyOff() throws Exception {
        Reading.Down down = down(
                (socket, server) -> {
                    hear(socket);
                    say(socket, "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf");
                },
                Probes.PATIENT);
        assertThat(down.reason()).isEqualTo("answer cut off");
        assertThat(down.evidence()).contains("half");
    }

    @Test
    void redirectsForEver() throws Exception {
        int[] connections = {0};
        Reading.Down down = down(
                (socket, server) -> {
                    connections[0] = server.met.get();
                    hear(socket);
                    say(socket, "HTTP/1.1 302 Found\r\nLocation: /again\r\nContent-Length: 0\r\n\r\n");
                },
                Probes.PATIENT);
        assertThat(down.reason()).isEqualTo("more than 5 redirects");
        assertThat(connections[0]).isEqualTo(6);
    }

    @Test
    void controlCharactersOfABodyAreMadeHarmless() throws Exception {
        Reading.Down down = down(
                (socket, server) -> {
                    hear(socket);
                    say(socket, "HTTP/1.1 500 Oh\r\n\r\n\u001b[2Jwiped\u202eabc\u0000");
                },
                Probes.PATIENT);
        assertThat(down.reason()).isEqualTo("GET /health → 500");
        assertThat(down.evidence()).contains("·[2Jwiped·abc·");
    }

    @Test
    void aHangingNameDelaysNobodyElse() throws Exception {
        java.util.concurrent.CountDownLatch never = new java.util.concurrent.CountDownLatch(1);
        NameLookup names = new NameLookup(host -> {
            if (host.equals("hangs.invalid")) {
                try {
                    never.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
            throw new java.net.UnknownHostException(host);
        });
        try (Probers probers = new Probers(text -> text, names, SystemTrust::load)) {
            for (int i = 0; i < 30; i++) {
                probers.read(Probes.service(Probes.get("http://hangs.invalid/"), Duration.ofMillis(20)), Probes.AT);
            }
            Reading hung = probers.read(
                    Probes.service(Probes.get("http://hangs.invalid/"), Duration.ofMillis(900)), Probes.AT);
            assertThat(Probes.down(hung).reason()).isEqualTo("name look-up of hangs.invalid got no answer in 900 ms");
            Reading other = probers.read(Probes.service(Probes.get("http://none.invalid/"), Probes.PATIENT), Probes.AT);
            assertThat(Probes.down(other).reason()).isEqualTo("unknown host none.invalid");
        } finally {
            never.countDown();
        }
    }
}
