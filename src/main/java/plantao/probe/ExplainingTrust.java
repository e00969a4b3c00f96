package plantao.probe;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.ZoneOffset;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;

/// Judges as another does, and tells of a refused certificate whose it is: that is the evidence.
final class ExplainingTrust extends X509ExtendedTrustManager {
    private final X509ExtendedTrustManager judge;

    ExplainingTrust(X509ExtendedTrustManager judge) {
        this.judge = judge;
    }

    /// A refusal; its message describes the certificate that was shown.
    static final class Refused extends CertificateException {
        Refused(X509Certificate shown, CertificateException why) {
            super(described(shown), why);
        }

        private static String described(X509Certificate shown) {
            return "certificate of " + shown.getSubjectX500Principal() + "\nissued by " + shown.getIssuerX500Principal()
                    + "\nvalid "
                    + shown.getNotBefore().toInstant().atOffset(ZoneOffset.UTC).toLocalDate() + " to "
                    + shown.getNotAfter().toInstant().atOffset(ZoneOffset.UTC).toLocalDate();
        }
    }

    private interface Judgement {
        void pass() throws CertificateException;
    }

    private static void judged(X509Certificate[] chain, Judgement judgement) throws CertificateException {
        try {
            judgement.pass();
        } catch (CertificateException e) {
            throw chain.length == 0 ? e : new Refused(chain[0], e);
        }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
        judged(chain, () -> judge.checkServerTrusted(chain, type));
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        judged(chain, () -> judge.checkServerTrusted(chain, type, socket));
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
        judged(chain, () -> judge.checkServerTrusted(chain, type, engine));
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
        judge.checkClientTrusted(chain, type);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        judge.checkClientTrusted(chain, type, socket);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
        judge.checkClientTrusted(chain, type, engine);
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return judge.getAcceptedIssuers();
    }
}
