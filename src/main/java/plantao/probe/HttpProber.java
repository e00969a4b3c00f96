package plantao.probe;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import okhttp3.MediaType;
import okio.ByteString;
import plantao.probe.Fetch.Outcome.Answered;
import plantao.probe.Fetch.Outcome.Failed;

/// Sends an HTTP request and judges its status and body.
final class HttpProber implements Prober<Check.Http> {
    /// How much of a body is read.
    static final int BODY_BYTES = 64 * 1024;

    private final Fetch fetch;

    HttpProber(Fetch fetch) {
        this.fetch = fetch;
    }

    private record Page(ByteString bytes, Charset charset, boolean whole) {}

    @Override
    public Reading read(Attempt attempt, Check.Http check) {
        Fetch.Outcome<Page> outcome = fetch.send(
                attempt,
                check.method(),
                check.url(),
                check.headers(),
                status -> check.okFrom() <= status && status <= check.okTo(),
                (response, source) -> {
                    boolean more = source.request(BODY_BYTES + 1L);
                    ByteString bytes = source.readByteString(
                            Math.min(BODY_BYTES, source.getBuffer().size()));
                    MediaType type = response.body().contentType();
                    Charset charset = type == null ? null : type.charset(StandardCharsets.UTF_8);
                    return new Page(bytes, charset == null ? StandardCharsets.UTF_8 : charset, !more);
                });
        String asked = check.method() + " " + Evidence.oneLine(Urls.path(check.url()), 80);
        return switch (outcome) {
            case Failed<Page> failed -> attempt.down(failed.reason(), failed.evidence());
            case Answered<Page> answered -> judged(attempt, check, asked, answered);
        };
    }

    private static Reading judged(Attempt attempt, Check.Http check, String asked, Answered<Page> answered) {
        String detail = asked + " → " + answered.status();
        Page page = answered.body();
        if (answered.status() < check.okFrom() || answered.status() > check.okTo()) {
            return attempt.down(
                    detail,
                    Evidence.of(answered.phases(), answered.head(), page.bytes().toByteArray()));
        }
        String wanted = check.bodyHas();
        if (wanted != null && !page.bytes().string(page.charset()).contains(wanted)) {
            String reason = detail + ", but without “" + Evidence.oneLine(wanted, 60) + "”"
                    + (page.whole() ? "" : " in the first 64 KiB");
            return attempt.down(
                    reason,
                    Evidence.of(answered.phases(), answered.head(), page.bytes().toByteArray()));
        }
        return attempt.up(attempt.tookAsValue(), detail);
    }
}
