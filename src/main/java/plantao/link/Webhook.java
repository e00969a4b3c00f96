package plantao.link;

import java.time.Duration;
import java.util.Map;
import okhttp3.HttpUrl;
import plantao.link.Http.Outcome;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Posts a call to an address of the team's own: a phone's push gateway, a chat. The address is a secret: it
/// stands in no message. For any thread.
public final class Webhook implements AutoCloseable {
    private static final JsonMapper MAPPER = new JsonMapper();

    private final HttpUrl url;
    private final Http http;

    /// @throws IllegalArgumentException when the address is none of HTTP; the message does not show it
    public Webhook(String url) {
        this(url, Duration.ofSeconds(10));
    }

    Webhook(String url, Duration limit) {
        HttpUrl parsed = HttpUrl.parse(url);
        if (parsed == null) {
            throw new IllegalArgumentException("the webhook's address must be like https://host/path");
        }
        this.url = parsed;
        this.http = new Http(limit);
    }

    /// A call about one alert.
    ///
    /// @param id the same whenever the same call is tried again, so that a receiver can tell
    /// @param text a sentence for a phone
    public record Call(String id, String system, String alert, int level, String text) {}

    /// What came of it.
    public sealed interface Answer {
        record Taken() implements Answer {}

        /// Not taken, for the time being.
        ///
        /// @param again whether it is worth another try
        record Failed(String reason, boolean again) implements Answer {}
    }

    /// Posts it once, as JSON with the fields of the call, the text as `text`, `message` and `title` too, which is
    /// where common receivers look.
    public Answer post(Call call) {
        ObjectNode body = MAPPER.createObjectNode();
        body.put("id", call.id())
                .put("system", call.system())
                .put("alert", call.alert())
                .put("level", call.level())
                .put("title", call.system() + ": " + call.alert())
                .put("text", call.text())
                .put("message", call.text());
        return switch (http.call(url, Map.of("Idempotency-Key", call.id()), body.toString())) {
            case Outcome.Failed(String reason, boolean _) -> new Answer.Failed(reason, true);
            case Outcome.Answered(int status, String _, var _) when status / 100 == 2 -> new Answer.Taken();
            case Outcome.Answered(int status, String _, var _) ->
                new Answer.Failed("it answers " + status, status >= 500 || status == 429 || status == 408);
        };
    }

    @Override
    public void close() {
        http.close();
    }
}
