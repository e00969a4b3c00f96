package plantao.probe;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import okhttp3.Handshake;
import okhttp3.MediaType;
import okhttp3.Response;
import okio.ByteString;
import org.jspecify.annotations.Nullable;
import plantao.probe.Fetch.Outcome.Answered;
import plantao.probe.Fetch.Outcome.Failed;
import tools.jackson.databind.JsonNode;

/// Sends an HTTP request and judges its status and body.
final class HttpProber implements Prober<Check.Http> {
    /// How much of a body is read.
    static final int BODY_BYTES = 64 * 1024;

    private final Fetch fetch;

    HttpProber(Fetch fetch) {
        this.fetch = fetch;
    }

    /// @param expires when the server's certificate does, over HTTPS
    private record Page(
            ByteString bytes,
            Charset charset,
            boolean whole,
            @Nullable Instant expires) {}

    @Override
    public Reading read(Attempt attempt, Check.Http check) {
        Check.Expected wanted = check.expected();
        long most = wanted.json() == null ? BODY_BYTES : JsonDocument.BYTES;
        Fetch.Outcome<Page> outcome = fetch.send(
                attempt,
                check.method(),
                check.url(),
                check.headers(),
                check.body(),
                status -> !check.follow() || wanted.okFrom() <= status && status <= wanted.okTo(),
                (response, source) -> {
                    boolean more = source.request(most + 1L);
                    ByteString bytes = source.readByteString(
                            Math.min(most, source.getBuffer().size()));
                    MediaType type = response.body().contentType();
                    Charset charset = type == null ? null : type.charset(StandardCharsets.UTF_8);
                    return new Page(
                            bytes, charset == null ? StandardCharsets.UTF_8 : charset, !more, expires(response));
                });
        String asked = check.method() + " " + Evidence.oneLine(Urls.path(check.url()), 80);
        return switch (outcome) {
            case Failed<Page> failed -> attempt.down(failed.reason(), failed.evidence());
            case Answered<Page> answered -> judged(attempt, wanted, asked, answered);
        };
    }

    private static @Nullable Instant expires(Response response) {
        Handshake handshake = response.handshake();
        return handshake != null
                        && !handshake.peerCertificates().isEmpty()
                        && handshake.peerCertificates().getFirst() instanceof X509Certificate leaf
                ? leaf.getNotAfter().toInstant()
                : null;
    }

    private static Reading judged(Attempt attempt, Check.Expected wanted, String asked, Answered<Page> answered) {
        String detail = asked + " → " + answered.status();
        String wrong = wrong(wanted, answered.status(), answered.body());
        if (wrong != null) {
            return attempt.down(
                    detail + wrong,
                    Evidence.of(
                            answered.phases(),
                            answered.head(),
                            answered.body().bytes().toByteArray()));
        }
        return attempt.up(
                attempt.tookAsValue(),
                detail,
                concern(wanted, attempt, answered.body().expires()));
    }

    /// What is not as expected, to stand behind the status; null when all is.
    private static @Nullable String wrong(Check.Expected wanted, int status, Page page) {
        if (status < wanted.okFrom() || status > wanted.okTo()) {
            return "";
        }
        if (wanted.has() == null && wanted.lacks() == null && wanted.json() == null) {
            return null;
        }
        String text = page.bytes().string(page.charset());
        String part = page.whole() ? "" : " in the first 64 KiB";
        if (wanted.has() != null && !text.contains(wanted.has())) {
            return ", but without “" + Evidence.oneLine(wanted.has(), 60) + "”" + part;
        }
        if (wanted.lacks() != null && text.contains(wanted.lacks())) {
            return ", but with “" + Evidence.oneLine(wanted.lacks(), 60) + "”";
        }
        if (wanted.json() == null) {
            return null;
        }
        return switch (JsonDocument.read(page.bytes(), page.whole())) {
            case JsonDocument.Read(JsonNode root) -> {
                String broken = wanted.json().broken(root);
                yield broken == null ? null : ", but " + broken;
            }
            case JsonDocument.Unreadable(String why) -> ", but " + why;
        };
    }

    private static @Nullable String concern(Check.Expected wanted, Attempt attempt, @Nullable Instant expires) {
        Duration took = attempt.took();
        if (wanted.within() != null && took.compareTo(wanted.within()) > 0) {
            return "slow: " + Phases.limit(Duration.ofMillis(took.toMillis())) + ", more than "
                    + Phases.limit(wanted.within());
        }
        if (wanted.certificateDays() == null || expires == null) {
            return null;
        }
        long days = Duration.between(attempt.at(), expires).toDays();
        return days < wanted.certificateDays() ? "certificate runs out in " + days + " days" : null;
    }
}
