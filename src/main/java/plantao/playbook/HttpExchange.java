package plantao.playbook;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import okhttp3.Call;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import plantao.values.HttpText;

/// Sends the HTTP requests of a step, one after the other, and prints the answers. Redirects are shown, not
/// followed. An answer of 400 and above fails the step, and what follows is not sent.
final class HttpExchange implements DirectStep.Work, AutoCloseable {
    private static final long MOST_BYTES = 256 * 1024;
    /// Headers that tell nothing about trouble, or are secret.
    private static final Set<String> SHOWN = Set.of(
            "content-type",
            "content-length",
            "location",
            "retry-after",
            "server",
            "date",
            "cache-control",
            "age",
            "via",
            "x-request-id",
            "www-authenticate",
            "allow");

    private @Nullable OkHttpClient client;

    /// Made for the first request: it reads whom this computer trusts for TLS, which a start should not wait for.
    private synchronized OkHttpClient client() {
        OkHttpClient known = client;
        if (known == null) {
            known = new OkHttpClient.Builder()
                    .followRedirects(false)
                    .followSslRedirects(false)
                    .connectTimeout(Duration.ofSeconds(10))
                    .readTimeout(Duration.ZERO) // the step has its limit
                    .writeTimeout(Duration.ZERO)
                    .build();
            client = known;
        }
        return known;
    }

    @Override
    public void run(DirectStep step) throws DirectStep.Stopped {
        List<HttpText.Request> requests = HttpText.requests(step.order().script());
        if (requests.isEmpty()) {
            throw new DirectStep.Stopped(
                    "There is no request in this step: a line such as `GET https://…` is wanted. Correct the runbook.",
                    false);
        }
        boolean first = true;
        for (HttpText.Request request : requests) {
            if (!step.wanted()) {
                return;
            }
            Answer answer = send(step, request, first);
            show(step, request, answer);
            if (answer.status() >= 400) {
                throw new DirectStep.Stopped(
                        "HTTP " + answer.status()
                                + (requests.getLast() == request ? "" : ". What follows was not sent."),
                        true);
            }
            first = false;
        }
    }

    /// What came back.
    ///
    /// @param body its beginning
    /// @param millis how long it took
    record Answer(int status, String reason, List<String> headers, String body, boolean cut, long millis) {}

    /// @param first whether nothing was sent before
    Answer send(DirectStep step, HttpText.Request asked, boolean first) throws DirectStep.Stopped {
        Request request;
        try {
            request = request(asked);
        } catch (IllegalArgumentException e) {
            throw new DirectStep.Stopped(
                    asked + " can't be sent: " + e.getMessage() + ". Correct the runbook.", !first);
        }
        Call call = client().newCall(request);
        step.waitsFor(call::cancel);
        long since = System.nanoTime();
        try (Response response = call.execute()) {
            var source = response.body().source();
            boolean cut = source.request(MOST_BYTES + 1);
            byte[] bytes = source.getBuffer()
                    .clone()
                    .readByteArray(Math.min(MOST_BYTES, source.getBuffer().size()));
            List<String> headers = response.headers().names().stream()
                    .filter(n -> SHOWN.contains(n.toLowerCase(Locale.ROOT)))
                    .map(n -> n + ": " + response.header(n))
                    .toList();
            return new Answer(
                    response.code(),
                    response.message(),
                    headers,
                    new String(bytes, StandardCharsets.UTF_8),
                    cut,
                    Duration.ofNanos(System.nanoTime() - since).toMillis());
        } catch (InterruptedIOException e) {
            throw new DirectStep.Stopped(asked + ": no answer in time.", true);
        } catch (IOException e) {
            throw new DirectStep.Stopped(
                    asked + ": " + reason(e) + ". Check the address, and whether this computer reaches it.", true);
        }
    }

    private static String reason(IOException e) {
        return switch (e) {
            case java.net.UnknownHostException u -> "the host " + u.getMessage() + " is not known";
            case java.net.ConnectException _ -> "connection refused";
            default -> String.valueOf(e.getMessage());
        };
    }

    private static Request request(HttpText.Request asked) {
        Request.Builder builder = new Request.Builder().url(asked.url());
        String type = null;
        for (Map.Entry<String, String> header : asked.headers().entrySet()) {
            builder.header(header.getKey(), header.getValue());
            type = header.getKey().equalsIgnoreCase("content-type") ? header.getValue() : type;
        }
        boolean body = !asked.body().isEmpty() || Set.of("POST", "PUT", "PATCH").contains(asked.method());
        return builder.method(asked.method(), body ? body(asked.body(), type) : null)
                .build();
    }

    private static RequestBody body(String text, @Nullable String type) {
        String found =
                type != null ? type : text.startsWith("{") || text.startsWith("[") ? "application/json" : "text/plain";
        return RequestBody.create(text.getBytes(StandardCharsets.UTF_8), MediaType.parse(found));
    }

    private static void show(DirectStep step, HttpText.Request request, Answer answer) {
        step.print("> " + request);
        step.print("< " + answer.status() + " " + answer.reason() + " (" + answer.millis() + " ms)");
        answer.headers().forEach(h -> step.print("< " + h));
        if (!answer.body().isBlank()) {
            step.print("");
            answer.body().lines().forEach(step::print);
        }
        if (answer.cut()) {
            step.print("… (" + MOST_BYTES / 1024 + " KiB shown; the answer is longer)");
        }
    }

    @Override
    public synchronized void close() {
        OkHttpClient known = client;
        if (known != null) {
            known.dispatcher().executorService().shutdown();
            known.connectionPool().evictAll();
        }
    }
}
