package plantao.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import plantao.Certificates;

/// Good and bad certificates of an authority of our own, made with the JDK's keytool.
@Timeout(60)
class CertificateTest {
    @TempDir
    private static Path folder;

    @BeforeAll
    static void issue() throws Exception {
        Certificates made = new Certificates(folder);
        made.issue("-alias ca -dname CN=Test-CA -ext bc:c -validity 30");
        made.issue("-alias good -dname CN=good -signer ca -ext san=ip:127.0.0.1 -validity 10");
        made.issue("-alias expired -dname CN=expired -signer ca -ext san=ip:127.0.0.1 -startdate -30d -validity 10");
        made.issue("-alias alone -dname CN=alone -ext san=ip:127.0.0.1 -validity 10");
        made.issue("-alias other -dname CN=other -signer ca -ext san=dns:elsewhere.invalid -validity 10");
    }

    private static KeyStore empty() throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }

    private static KeyStore all() throws Exception {
        return new Certificates(folder).all();
    }

    private static SystemTrust trusting() throws Exception {
        KeyStore anchors = empty();
        anchors.setCertificateEntry("ca", all().getCertificate("ca"));
        return SystemTrust.of(anchors);
    }

    private static SSLContext serving(String certificate) throws Exception {
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        KeyStore one = empty();
        one.setKeyEntry(
                "s",
                all().getKey(certificate, Certificates.PASSWORD),
                Certificates.PASSWORD,
                all().getCertificateChain(certificate));
        keys.init(one, Certificates.PASSWORD);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, new SecureRandom());
        return context;
    }

    private static Reading read(String certificate, SystemTrust trust) throws Exception {
        SSLContext context = serving(certificate);
        try (MockWebServer server = new MockWebServer();
                Probers probers = new Probers(text -> text, new NameLookup(), () -> trust)) {
            server.useHttps(context.getSocketFactory());
            server.enqueue(new MockResponse.Builder().code(200).body("ok").build());
            server.start();
            String url = "https://127.0.0.1:" + server.getPort() + "/";
            return probers.read(Probes.service(Probes.get(url), Probes.PATIENT), Probes.AT);
        }
    }

    @Test
    void trusted() throws Exception {
        assertThat(Probes.up(read("good", trusting())).detail()).isEqualTo("GET / → 200");
    }

    private static Reading certificate(String certificate, boolean figure) throws Exception {
        SystemTrust trust = trusting();
        SSLContext context = serving(certificate);
        try (MockWebServer server = new MockWebServer();
                Probers probers = new Probers(text -> text, new NameLookup(), () -> trust)) {
            server.useHttps(context.getSocketFactory());
            server.start();
            Check check = new Check.Tls("127.0.0.1", server.getPort());
            return probers.read(
                    figure ? Probes.metric(check) : Probes.service(check, Probes.PATIENT), java.time.Instant.now());
        }
    }

    private static Double daysLeft(String certificate) throws Exception {
        Reading.Up up = Probes.up(certificate(certificate, true));
        assertThat(up.detail()).startsWith("certificate until 20");
        return up.value();
    }

    @Test
    void aServiceThatIsACertificateIsDownOnceThatHasExpired() throws Exception {
        assertThat(Probes.up(certificate("good", false)).value()).isBetween(9.0, 10.0);
        assertThat(Probes.down(certificate("expired", false)).reason()).startsWith("certificate expired on 20");
    }

    @Test
    void aServiceThatIsACertificateIsDegradedByOneThatIsNotItsOwnOrNotTrusted() throws Exception {
        assertThat(Probes.up(certificate("good", false)).concern()).isNull();
        assertThat(Probes.up(certificate("other", false)).concern())
                .isEqualTo("certificate not trusted: not issued for 127.0.0.1");
        assertThat(Probes.up(certificate("alone", false)).concern())
                .isEqualTo("certificate not trusted: unknown issuer");
        assertThat(Probes.up(certificate("alone", true)).concern()).isNull();
    }

    @Test
    void daysUntilItExpiresEvenOfOneThatNobodyTrusts() throws Exception {
        assertThat(daysLeft("good")).isBetween(9.0, 10.0);
        assertThat(daysLeft("expired")).isBetween(-21.0, -19.0);
    }

    private static Reading redis(String certificate) throws Exception {
        SystemTrust trust = trusting();
        try (ServerSocket server = serving(certificate).getServerSocketFactory().createServerSocket(0);
                Probers probers = new Probers(text -> text, new NameLookup(), () -> trust)) {
            Thread.ofVirtual().start(() -> {
                try (Socket socket = server.accept()) {
                    socket.getInputStream().read(new byte[100]);
                    HostileServer.say(socket, "+PONG\r\n");
                } catch (IOException e) {
                    // the prober refused the certificate
                }
            });
            return probers.read(Probes.service(redisAt(server.getLocalPort()), Probes.PATIENT), Probes.AT);
        }
    }

    private static Check redisAt(int port) {
        return new Check.Redis("127.0.0.1", port, null, null, true, 0, List.of("PING"), Check.Limits.NONE);
    }

    @Test
    void redisOverTls() throws Exception {
        SystemTrust trust = trusting();
        assertThat(Probes.up(redis("good")).detail()).isEqualTo("PING → PONG");
        assertThat(Probes.down(redis("expired")).reason()).startsWith("certificate not trusted: expired");
        assertThat(Probes.down(redis("other")).reason()).isEqualTo("certificate not trusted: not issued for 127.0.0.1");
        try (HostileServer mute = new HostileServer((socket, it) -> it.silence());
                Probers probers = new Probers(text -> text, new NameLookup(), () -> trust)) {
            Probe probe = Probes.service(redisAt(mute.port()), Duration.ofMillis(300));
            assertThat(Probes.down(probers.read(probe, Probes.AT)).reason()).isEqualTo("no TLS handshake in 300 ms");
        }
    }

    @Test
    void unknownIssuer() throws Exception {
        Reading.Down down = Probes.down(read("good", SystemTrust.load()));
        assertThat(down.reason()).isEqualTo("certificate not trusted: unknown issuer");
        assertThat(down.evidence()).contains("certificate of CN=good", "issued by CN=Test-CA", "valid 2");
    }

    @Test
    void expired() throws Exception {
        assertThat(Probes.down(read("expired", trusting())).reason())
                .startsWith("certificate not trusted: expired (NotAfter: ");
    }

    @Test
    void forAnotherHost() throws Exception {
        Reading.Down down = Probes.down(read("other", trusting()));
        assertThat(down.reason()).isEqualTo("certificate not trusted: not issued for 127.0.0.1");
        assertThat(down.evidence()).contains("elsewhere.invalid");
    }
}
