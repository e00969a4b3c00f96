package plantao.probe;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/// Whom this computer trusts: Java's own list and, because a company's own authority stands there, the operating
/// system's. Reading it takes longer than a probe.
///
/// @param manager judges certificates
/// @param sockets makes TLS sockets that use it
record SystemTrust(X509ExtendedTrustManager manager, SSLSocketFactory sockets) {
    /// Where Debian, Red Hat, SUSE, Alpine and the BSDs keep their list.
    private static final List<Path> BUNDLES = List.of(
            Path.of("/etc/ssl/certs/ca-certificates.crt"),
            Path.of("/etc/pki/tls/certs/ca-bundle.crt"),
            Path.of("/etc/ssl/ca-bundle.pem"),
            Path.of("/etc/ssl/cert.pem"));

    /// Reads both lists; a list of the operating system that cannot be read is left out.
    static SystemTrust load() {
        try {
            Set<Certificate> all = new LinkedHashSet<>(List.of(manager(null).getAcceptedIssuers()));
            addSystem(all);
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            for (Certificate authority : all) {
                store.setCertificateEntry("ca-" + store.size(), authority);
            }
            return of(store);
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("This Java cannot do TLS: " + e.getMessage(), e);
        }
    }

    /// Trusts these authorities only.
    static SystemTrust of(KeyStore authorities) throws GeneralSecurityException {
        X509ExtendedTrustManager manager = new ExplainingTrust(manager(authorities));
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {manager}, new SecureRandom());
        return new SystemTrust(manager, context.getSocketFactory());
    }

    private static X509ExtendedTrustManager manager(@Nullable KeyStore store) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        for (TrustManager manager : factory.getTrustManagers()) {
            if (manager instanceof X509ExtendedTrustManager found) {
                return found;
            }
        }
        throw new GeneralSecurityException("no X.509 trust manager");
    }

    private static void addSystem(Set<Certificate> all) {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        try {
            if (system.contains("win")) {
                addStore(all, "Windows-ROOT");
            } else if (system.contains("mac")) {
                addStore(all, "KeychainStore-ROOT");
            } else {
                for (Path bundle : BUNDLES) {
                    if (Files.isReadable(bundle)) {
                        addBundle(all, bundle);
                        return;
                    }
                }
            }
        } catch (GeneralSecurityException | IOException e) {
            // Java's own list still serves.
        }
    }

    private static void addStore(Set<Certificate> all, String type) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance(type);
        store.load(null, null);
        for (String alias : Collections.list(store.aliases())) {
            Certificate authority = store.getCertificate(alias);
            if (authority != null) {
                all.add(authority);
            }
        }
    }

    private static void addBundle(Set<Certificate> all, Path bundle) throws GeneralSecurityException, IOException {
        try (InputStream in = Files.newInputStream(bundle)) {
            all.addAll(CertificateFactory.getInstance("X.509").generateCertificates(in));
        }
    }
}
