package plantao.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import plantao.runbook.ProbeSpec.Subject;

/// Name servers that do not answer, answer with an error or late, and ports that take no connection: each bounded,
/// told apart, and none delays the others.
class UnreachedTest {
    private static final Duration SHORT = Duration.ofMillis(700);

    private NameServer server;
    private Probers probers;

    @BeforeEach
    void start() throws IOException {
        server = new NameServer();
        probers = new Probers(text -> text, new NameLookup(server::addresses), SystemTrust::load);
    }

    @AfterEach
    void stop() {
        probers.close();
        server.close();
    }

    private static Check tcp(String host, int port) {
        return new Check.Tcp(host, port);
    }

    private String reason(Check check, Duration timeout) {
        return Probes.down(probers.read(Probes.service(check, timeout), Probes.AT))
                .reason();
    }

    @Test
    void whatANameServerDoesIsToldApart() throws IOException {
        for (boolean http : new boolean[] {true, false}) {
            assertThat(reason(check(http, "silent.example"), SHORT))
                    .isEqualTo("name look-up of silent.example got no answer in 700 ms");
            assertThat(reason(check(http, "servfail.example"), Probes.PATIENT))
                    .isEqualTo("name look-up of servfail.example failed: the name server answers with an error, or not"
                            + " at all");
            assertThat(reason(check(http, "none.example"), Probes.PATIENT)).isEqualTo("unknown host none.example");
            assertThat(reason(check(http, "slow.example"), Probes.PATIENT)).isEqualTo("connection refused");
        }
    }

    @Test
    void whatThePlatformRemembersOfAFailureMeansTheSame() {
        List<String> said = new ArrayList<>(List.of("x.example: Temporary failure in name resolution", "x.example"));
        NameLookup names = new NameLookup(host -> {
            throw new UnknownHostException(said.isEmpty() ? host + ": Name or service not known" : said.removeFirst());
        });
        try (Probers own = new Probers(text -> text, names, SystemTrust::load)) {
            Probe probe = Probes.service(tcp("x.example", 9), Probes.PATIENT);
            for (String wanted : List.of("name look-up of x.example failed", "name look-up of", "unknown host")) {
                assertThat(Probes.down(own.read(probe, Probes.AT)).reason()).startsWith(wanted);
            }
        }
    }

    private static Check check(boolean http, String host) throws IOException {
        int closed = closedPort();
        return http ? Probes.get("http://" + host + ":" + closed + "/") : tcp(host, closed);
    }

    private static int closedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Test
    void aPortThatDropsWhatComesIsToldFromOneThatRefuses() throws IOException {
        List<Socket> waiting = new ArrayList<>();
        // Linux drops what comes to a listener whose queue is full: so does a filter
        try (ServerSocket filtered = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            fill(filtered, waiting);
            String url = "http://127.0.0.1:" + filtered.getLocalPort() + "/";
            assertThat(reason(tcp("127.0.0.1", filtered.getLocalPort()), SHORT)).isEqualTo("no connection in 700 ms");
            assertThat(reason(Probes.get(url), SHORT)).isEqualTo("no connection in 700 ms");
            assertThat(reason(tcp("127.0.0.1", closedPort()), SHORT)).isEqualTo("connection refused");
        } finally {
            for (Socket socket : waiting) {
                socket.close();
            }
        }
    }

    private static void fill(ServerSocket filtered, List<Socket> waiting) throws IOException {
        for (int i = 0; i < 20; i++) {
            Socket socket = new Socket();
            waiting.add(socket);
            try {
                socket.connect(new InetSocketAddress(filtered.getInetAddress(), filtered.getLocalPort()), 200);
            } catch (SocketTimeoutException e) {
                return;
            }
        }
        throw new AssertionError("the queue is never full");
    }

    @Test
    void twoHundredNamesThatHangDelayNoOther() throws Exception {
        try (ServerSocket alive = new ServerSocket(0, 500, InetAddress.getLoopbackAddress())) {
            List<Probe> probes = Stream.concat(
                            IntStream.range(0, 200)
                                    .mapToObj(i -> probe("hangs" + i, tcp("silent" + i + ".example", 9))),
                            IntStream.range(0, 20)
                                    .mapToObj(i ->
                                            probe("lives" + i, tcp("alive" + i + ".example", alive.getLocalPort()))))
                    .toList();
            Map<String, Integer> answered = new ConcurrentHashMap<>();
            CountDownLatch twice = new CountDownLatch(20);
            CountDownLatch hung = new CountDownLatch(1);
            try (ProbeSchedule _ = new ProbeSchedule(probes, probers, InstantSource.system(), reading -> {
                if (reading instanceof Reading.Up && answered.merge(reading.probe(), 1, Integer::sum) == 2) {
                    twice.countDown();
                } else if (reading instanceof Reading.Down) {
                    hung.countDown();
                }
            })) {
                assertThat(twice.await(20, TimeUnit.SECONDS)).isTrue();
                // every one that hangs still waits for its answer: nobody waited for them
                assertThat(hung.getCount()).isEqualTo(1);
            }
        }
    }

    private static Probe probe(String id, Check check) {
        return new Probe(id, id, Subject.SERVICE, check, Duration.ofMillis(500), Duration.ofSeconds(25), 1, 1);
    }
}
