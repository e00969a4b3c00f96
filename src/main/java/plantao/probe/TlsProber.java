package plantao.probe;

import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import plantao.runbook.ProbeSpec.Subject;

/// Shakes hands and reads the server's certificate; the value is the days until it expires (RFC 5280, 4.1.2.5),
/// below
/// 0 when it has. Whether the certificate is trusted is not asked here, so that one that has expired can still be
/// read; nothing is sent over the connection.
final class TlsProber implements Prober<Check.Tls> {
    private static final double DAY = Duration.ofDays(1).toMillis();

    private final Names names;

    TlsProber(Names names) {
        this.names = names;
    }

    @Override
    public Reading read(Attempt attempt, Check.Tls check) {
        Phases phases = new Phases();
        try (Socket plain = Wire.open(check.host(), check.port(), names, attempt, phases)) {
            phases.enter(Phases.Stage.TLS);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {new Reader()}, null);
            try (SSLSocket socket =
                    (SSLSocket) context.getSocketFactory().createSocket(plain, check.host(), check.port(), true)) {
                socket.setSoTimeout(attempt.leftMillis());
                socket.startHandshake();
                X509Certificate leaf = (X509Certificate) socket.getSession().getPeerCertificates()[0];
                double days = (leaf.getNotAfter().toInstant().toEpochMilli()
                                - attempt.at().toEpochMilli())
                        / DAY;
                LocalDate until =
                        leaf.getNotAfter().toInstant().atOffset(ZoneOffset.UTC).toLocalDate();
                return days < 0 && attempt.probe().of() == Subject.SERVICE
                        ? attempt.down("certificate expired on " + until, phases.text())
                        : attempt.up(days, "certificate until " + until);
            }
        } catch (IOException e) {
            return attempt.down(Reasons.of(e, check.host(), phases, attempt), phases.text());
        } catch (GeneralSecurityException e) {
            return attempt.noData("this Java cannot do TLS: " + Reasons.words(e));
        }
    }

    /// Takes any server certificate: it is read, not relied on.
    private record Reader() implements X509TrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String kind) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String kind) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
