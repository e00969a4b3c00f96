package plantao.probe;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.IntPredicate;
import okhttp3.Call;
import okhttp3.Credentials;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;

/// One HTTP request with its redirects, all within the attempt's time. A new connection each time: a probe is to
/// notice that a server takes no new ones, and that its name or certificate changed.
final class Fetch {
    /// How many redirects are followed.
    static final int REDIRECTS = 5;

    private static final List<String> TOLD = List.of(
            "Server",
            "Via",
            "Date",
            "Content-Type",
            "Content-Length",
            "Content-Encoding",
            "Location",
            "Retry-After",
            "WWW-Authenticate",
            "X-Request-Id",
            "CF-Ray",
            "X-Cache");

    private final Clients clients;
    private final NameLookup names;

    Fetch(Clients clients, NameLookup names) {
        this.clients = clients;
        this.names = names;
    }

    /// Reads what is wanted of a body and may stop early.
    interface Body<T> {
        T read(Response response, BufferedSource source) throws IOException;
    }

    /// How a fetch ended.
    sealed interface Outcome<T> {
        /// An answer whose body was read.
        record Answered<T>(int status, T body, String phases, String head) implements Outcome<T> {}

        /// No answer, or one that broke off.
        record Failed<T>(String reason, String evidence) implements Outcome<T> {}
    }

    /// @param isFinal which statuses are taken as they are instead of being followed
    <T> Outcome<T> send(
            Attempt attempt,
            String method,
            String url,
            Map<String, String> headers,
            IntPredicate isFinal,
            Body<T> reader) {
        return send(attempt, method, url, headers, null, isFinal, reader);
    }

    /// @param body sent with the request, or null
    /// @param isFinal which statuses are taken as they are instead of being followed
    <T> Outcome<T> send(
            Attempt attempt,
            String method,
            String url,
            Map<String, String> headers,
            @Nullable String body,
            IntPredicate isFinal,
            Body<T> reader) {
        Phases phases = new Phases();
        Request request = request(method, url, headers, body);
        StringBuilder trail = new StringBuilder();
        for (int hop = 0; ; hop++) {
            Call call = bounded(request.url(), attempt, phases).newCall(request);
            call.timeout().timeout(attempt.leftMillis(), TimeUnit.MILLISECONDS);
            String head = trail.toString();
            byte[] begun = new byte[0];
            try (Response response = call.execute()) {
                BufferedSource source = response.body().source();
                head = trail + head(response);
                Request next = isFinal.test(response.code()) ? null : next(request, response);
                if (next != null) {
                    call.cancel();
                    if (hop == REDIRECTS) {
                        return failed("more than " + REDIRECTS + " redirects", phases, head, begun);
                    }
                    trail.append(response.code())
                            .append(" → ")
                            .append(Urls.shown(next.url().toString()))
                            .append('\n');
                    request = next;
                    continue;
                }
                T read;
                try {
                    read = reader.read(response, source);
                } finally {
                    begun = begun(source);
                }
                phases.leave();
                call.cancel(); // a body that was not read to its end is not worth waiting for
                return new Outcome.Answered<>(response.code(), read, phases.text(), head);
            } catch (IOException | IllegalArgumentException | IllegalStateException e) {
                // OkHttp gives the two unchecked ones for some broken answers.
                return failed(
                        SocketReasons.of(e, request.url().host(), phases, attempt),
                        phases,
                        head + SocketReasons.detail(e),
                        begun);
            }
        }
    }

    private OkHttpClient bounded(HttpUrl url, Attempt attempt, Phases phases) {
        return clients.client(url)
                .newBuilder()
                .dns(host -> addresses(host, attempt))
                .eventListener(new HttpEvents(phases))
                .build();
    }

    /// OkHttp's look-up may fail in one way only; the cause tells [SocketReasons] that there was no answer.
    private List<InetAddress> addresses(String host, Attempt attempt) throws UnknownHostException {
        try {
            return names.lookUp(host, attempt);
        } catch (InterruptedIOException e) {
            UnknownHostException failure = new UnknownHostException(host);
            failure.initCause(e);
            throw failure;
        }
    }

    private static <T> Outcome<T> failed(String reason, Phases phases, String head, byte[] begun) {
        return new Outcome.Failed<>(reason, Evidence.of(phases.text(), head, begun));
    }

    /// What came of a body and was not read.
    private static byte[] begun(BufferedSource source) {
        long size = Math.min(source.getBuffer().size(), Evidence.BODY_BYTES);
        return source.getBuffer().snapshot((int) size).toByteArray();
    }

    private static Request request(String method, String address, Map<String, String> headers, @Nullable String body) {
        HttpUrl url = HttpUrl.get(address);
        Headers.Builder all =
                new Headers.Builder().add("User-Agent", "plantao-probe").add("Connection", "close");
        if (!url.username().isEmpty() || !url.password().isEmpty()) {
            all.set("Authorization", Credentials.basic(url.username(), url.password()));
        }
        headers.forEach(all::set);
        return new Request.Builder()
                .url(url.newBuilder().username("").password("").build())
                .headers(all.build())
                .method(method, !method.equals("POST") ? null : body == null ? RequestBody.EMPTY : sent(body, headers))
                .build();
    }

    /// A body that says what it is unless the check's headers do: JSON where it looks so.
    private static RequestBody sent(String body, Map<String, String> headers) {
        boolean json = body.strip().startsWith("{") || body.strip().startsWith("[");
        boolean said = headers.keySet().stream().anyMatch("Content-Type"::equalsIgnoreCase);
        return RequestBody.create(
                body.getBytes(StandardCharsets.UTF_8),
                said ? null : MediaType.get(json ? "application/json" : "text/plain"));
    }

    /// The request that a redirect asks for (RFC 9110, 15.4), or null when the answer is none. The check's own
    /// headers go to its own origin only.
    private static @Nullable Request next(Request request, Response response) {
        String location = response.header("Location");
        HttpUrl url = location == null ? null : request.url().resolve(location);
        if (url == null || !List.of(301, 302, 303, 307, 308).contains(response.code())) {
            return null;
        }
        Request.Builder next = request.newBuilder().url(url);
        if (response.code() < 307 && request.method().equals("POST")) {
            next.method("GET", null);
        }
        HttpUrl old = request.url();
        if (!old.host().equals(url.host())
                || old.port() != url.port()
                || !old.scheme().equals(url.scheme())) {
            next.headers(new Headers.Builder()
                    .add("User-Agent", "plantao-probe")
                    .add("Connection", "close")
                    .build());
        }
        return next.build();
    }

    private static String head(Response response) {
        StringBuilder head = new StringBuilder();
        head.append(response.protocol().toString().toUpperCase(Locale.ROOT))
                .append(' ')
                .append(response.code());
        head.append(' ').append(Evidence.oneLine(response.message(), 100)).append('\n');
        for (String name : TOLD) {
            String value = response.header(name);
            if (value != null) {
                String shown = name.equals("Location") ? Urls.shown(value) : value;
                head.append(name)
                        .append(": ")
                        .append(Evidence.oneLine(shown, 200))
                        .append('\n');
            }
        }
        return head.toString();
    }
}
