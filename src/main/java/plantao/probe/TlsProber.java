package plantao.probe;

import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;
import plantao.runbook.ProbeSpec.Subject;

/// Shakes hands and reads the server's certificate; the value is the days until it expires (RFC 5280, 4.1.2.5),
/// below 0 when it has. One that is not trusted, or another host's, is read all the same; a service that shows one
/// is degraded. Nothing is sent over the connection.
final class TlsProber implements Prober<Check.Tls> {
    private static final double DAY = Duration.ofDays(1).toMillis();

    private final NameLookup names;
    private final Clients clients;

    TlsProber(NameLookup names, Clients clients) {
        this.names = names;
        this.clients = clients;
    }

    @Override
    public Reading read(Attempt attempt, Check.Tls check) {
        Phases phases = new Phases();
        try (Socket plain = TcpConnector.open(check.host(), check.port(), names, attempt, phases)) {
            phases.enter(Phases.Stage.TLS);
            SSLContext context = SSLContext.getInstance("TLS");
            boolean service = attempt.probe().of() == Subject.SERVICE;
            Reader reader = new Reader(service ? clients.trust() : null);
            context.init(null, new TrustManager[] {reader}, null);
            try (SSLSocket socket =
                    (SSLSocket) context.getSocketFactory().createSocket(plain, check.host(), check.port(), true)) {
                socket.setSoTimeout(attempt.leftMillis());
                SSLParameters parameters = socket.getSSLParameters();
                parameters.setEndpointIdentificationAlgorithm("HTTPS");
                socket.setSSLParameters(parameters);
                socket.startHandshake();
                X509Certificate leaf = (X509Certificate) socket.getSession().getPeerCertificates()[0];
                double days = (leaf.getNotAfter().toInstant().toEpochMilli()
                                - attempt.at().toEpochMilli())
                        / DAY;
                LocalDate until =
                        leaf.getNotAfter().toInstant().atOffset(ZoneOffset.UTC).toLocalDate();
                if (days < 0 && service) {
                    return attempt.down("certificate expired on " + until, phases.text());
                }
                CertificateException refused = reader.refused;
                String concern = refused == null ? null : SocketReasons.of(refused, check.host(), phases, attempt);
                return attempt.up(days, "certificate until " + until, concern);
            }
        } catch (IOException e) {
            return attempt.down(SocketReasons.of(e, check.host(), phases, attempt), phases.text());
        } catch (GeneralSecurityException e) {
            return attempt.noData("this Java cannot do TLS: " + SocketReasons.words(e));
        }
    }

    /// Takes any server certificate: it is read, not relied on. Remembers what another would say of it.
    private static final class Reader extends X509ExtendedTrustManager {
        private final @Nullable X509ExtendedTrustManager judge;
        private volatile @Nullable CertificateException refused;

        Reader(@Nullable X509ExtendedTrustManager judge) {
            this.judge = judge;
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String kind, Socket socket) {
            try {
                if (judge != null) {
                    judge.checkServerTrusted(chain, kind, socket);
                }
            } catch (CertificateException e) {
                refused = e;
            }
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String kind) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String kind, SSLEngine engine) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String kind) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String kind, Socket socket) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String kind, SSLEngine engine) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
