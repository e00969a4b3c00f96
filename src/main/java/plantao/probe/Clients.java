package plantao.probe;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import okhttp3.ConnectionPool;
import okhttp3.ConnectionSpec;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/// The HTTP client, and what TLS needs. Whom this computer trusts is read when the first TLS probe comes: it takes
/// longer than all else that the probers need, and the window opens meanwhile.
final class Clients implements AutoCloseable {
    private record Secured(SystemTrust trust, OkHttpClient client) {}

    private final Supplier<SystemTrust> loading;
    private final OkHttpClient plain;
    private volatile @Nullable Secured secured;

    /// @param loading is asked once, at the first TLS probe
    Clients(Supplier<SystemTrust> loading) {
        this.loading = loading;
        this.plain = new OkHttpClient.Builder()
                .followRedirects(false)
                .followSslRedirects(false)
                .connectionPool(new ConnectionPool(0, 1, TimeUnit.SECONDS))
                .connectTimeout(Duration.ZERO) // the whole call has a limit
                .readTimeout(Duration.ZERO)
                .writeTimeout(Duration.ZERO)
                .connectionSpecs(List.of(ConnectionSpec.CLEARTEXT))
                .build();
    }

    /// Does beforehand what must not take from the time of a check.
    void prepare(Check check) {
        boolean tls = switch (check) {
            case Check.Http http -> encrypted(http.url());
            case Check.StatusPage page -> encrypted(page.url());
            case Check.Exposition page -> encrypted(page.url());
            case Check.Json page -> encrypted(page.url());
            case Check.Prometheus server -> encrypted(server.url());
            case Check.Redis redis -> redis.tls();
            case Check.Tls _ -> true;
            case Check.Tcp _, Check.Sql _, Check.Command _, Check.Own _ -> false;
        };
        if (tls) {
            secured();
        }
    }

    private static boolean encrypted(String url) {
        return url.regionMatches(true, 0, "https:", 0, 6);
    }

    /// The client for an address.
    OkHttpClient client(HttpUrl url) {
        return url.isHttps() ? secured().client() : plain;
    }

    /// Makes TLS sockets that trust whom this computer trusts.
    SSLSocketFactory sockets() {
        return secured().trust().sockets();
    }

    /// Judges certificates as this computer does.
    X509ExtendedTrustManager trust() {
        return secured().trust().manager();
    }

    private Secured secured() {
        Secured known = secured;
        return known == null ? load() : known;
    }

    private synchronized Secured load() {
        Secured known = secured;
        if (known == null) {
            SystemTrust trust = loading.get();
            OkHttpClient client = plain.newBuilder()
                    .connectionSpecs(List.of(ConnectionSpec.MODERN_TLS))
                    .sslSocketFactory(trust.sockets(), trust.manager())
                    .build();
            known = new Secured(trust, client);
            secured = known;
        }
        return known;
    }

    @Override
    public void close() {
        // Both clients share the dispatcher and the pool.
        plain.dispatcher().cancelAll();
        plain.dispatcher().executorService().shutdown();
        plain.connectionPool().evictAll();
    }
}
