package plantao.link;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLException;
import okhttp3.Call;
import okhttp3.ConnectionPool;
import okhttp3.Credentials;
import okhttp3.EventListener;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;

/// Small requests with an end in time and in memory. For any thread.
final class Http implements AutoCloseable {
    private static final MediaType JSON = MediaType.get("application/json");

    /// Enough for 40,000 alerts.
    private static final long MOST_BYTES = 16L * 1024 * 1024;

    private final OkHttpClient client;

    /// @param limit of a whole call
    Http(Duration limit) {
        client = new OkHttpClient.Builder()
                .followRedirects(false)
                .followSslRedirects(false)
                .retryOnConnectionFailure(false)
                .connectionPool(new ConnectionPool(2, 1, TimeUnit.MINUTES))
                .callTimeout(limit)
                .connectTimeout(limit)
                .readTimeout(limit)
                .writeTimeout(limit)
                .eventListener(new EventListener() {
                    @Override
                    public void requestHeadersStart(Call call) {
                        AtomicBoolean sent = call.request().tag(AtomicBoolean.class);
                        if (sent != null) {
                            sent.set(true);
                        }
                    }
                })
                .build();
    }

    /// How a call ended.
    sealed interface Outcome {
        /// @param later what its `Retry-After` says (RFC 9110, 10.2.3); null for nothing
        record Answered(int status, String body, @Nullable String later) implements Outcome {}

        /// No answer.
        ///
        /// @param reason a short phrase without an address
        /// @param sent whether some of it had left this computer, so that it may have been taken all the same
        record Failed(String reason, boolean sent) implements Outcome {}
    }

    /// @param body of a POST; null for a GET
    Outcome call(HttpUrl url, Map<String, String> headers, @Nullable String body) {
        return call(url, headers, body == null ? "GET" : "POST", body);
    }

    /// @param method `GET`, `POST` or `DELETE`
    Outcome call(HttpUrl url, Map<String, String> headers, String method, @Nullable String body) {
        AtomicBoolean sent = new AtomicBoolean();
        Request.Builder request = new Request.Builder()
                .tag(AtomicBoolean.class, sent)
                .url(url.newBuilder().username("").password("").build())
                .header("User-Agent", "plantao")
                .header("Accept", "application/json");
        if (!url.username().isEmpty() || !url.password().isEmpty()) {
            request.header("Authorization", Credentials.basic(url.username(), url.password()));
        }
        headers.forEach(request::header);
        request.method(method, body == null ? null : RequestBody.create(body, JSON));
        try (Response response = client.newCall(request.build()).execute()) {
            BufferedSource source = response.body().source();
            if (source.request(MOST_BYTES + 1)) {
                return new Outcome.Failed("an answer of more than 16 MiB", true);
            }
            return new Outcome.Answered(response.code(), source.readUtf8(), response.header("Retry-After"));
        } catch (IOException | IllegalArgumentException | IllegalStateException e) {
            return new Outcome.Failed(reason(e), sent.get());
        }
    }

    private static String reason(Exception e) {
        return switch (e) {
            case UnknownHostException _ -> "unknown host";
            case InterruptedIOException _ -> "no answer in time";
            case SSLException _ -> "no trusted TLS connection";
            case ConnectException _ -> "connection refused";
            case IOException _ -> "the connection broke off";
            default -> "not a proper answer";
        };
    }

    @Override
    public void close() {
        client.dispatcher().cancelAll();
        client.dispatcher().executorService().shutdown();
        client.connectionPool().evictAll();
    }
}
