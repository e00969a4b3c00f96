package plantao.link;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;
import plantao.link.Http.Outcome;

/// Posts messages to one place that people read. Its address is a secret: it stands in no message. For any thread.
public final class ChatHook implements AutoCloseable {
    private final HttpUrl url;
    private final ChatPost.Form form;
    private final Http http;

    /// @param limit of one attempt
    /// @throws IllegalArgumentException when the address is none of HTTP; the message does not show it
    public ChatHook(String url, ChatPost.Form form, Duration limit) {
        HttpUrl parsed = HttpUrl.parse(url);
        if (parsed == null) {
            throw new IllegalArgumentException("its address is not like https://host/path");
        }
        this.url = parsed;
        this.form = form;
        this.http = new Http(limit);
    }

    /// What came of an attempt.
    public sealed interface Answer {
        record Taken() implements Answer {}

        /// Surely not taken.
        ///
        /// @param again whether it is worth another try
        /// @param later how long to wait at least,
        /// or null
        record Refused(
                String reason, boolean again, @Nullable Duration later) implements Answer {}

        /// It left this computer and nobody said what became of it: another try could post it twice.
        record Unknown(String reason) implements Answer {}
    }

    /// Posts it once.
    ///
    /// @param now for a `Retry-After` that names a moment
    public Answer post(ChatPost post, Instant now) {
        return switch (http.call(url, Map.of("Idempotency-Key", post.id()), post.body(form))) {
            case Outcome.Failed(String reason, boolean sent) ->
                sent ? new Answer.Unknown(reason) : new Answer.Refused(reason, true, null);
            case Outcome.Answered(int status, String _, var later) ->
                status / 100 == 2
                        ? new Answer.Taken()
                        : status == 504
                                ? new Answer.Unknown("it answers 504: what stands behind it did not answer in time")
                                : new Answer.Refused(
                                        "it answers " + status,
                                        status >= 500 || status == 429,
                                        later == null ? null : wait(later, now));
        };
    }

    /// `Retry-After`: seconds or a date (RFC 9110, 10.2.3); null when it is neither.
    static @Nullable Duration wait(String later, Instant now) {
        String text = later.strip();
        if (text.matches("\\d{1,9}")) {
            return Duration.ofSeconds(Long.parseLong(text));
        }
        try {
            Duration until = Duration.between(
                    now,
                    ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant());
            return until.isNegative() ? Duration.ZERO : until;
        } catch (DateTimeException e) {
            return null;
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
