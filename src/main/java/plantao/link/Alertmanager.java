package plantao.link;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import okhttp3.HttpUrl;
import plantao.link.Http.Outcome;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// An Alertmanager by its HTTP API v2: the alerts that fire there, and silences set from here. For any thread.
///
/// @see <a href="https://github.com/prometheus/alertmanager/blob/main/api/v2/openapi.yaml">openapi.yaml</a>
public final class Alertmanager implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final JsonMapper MAPPER = new JsonMapper();

    private final HttpUrl url;
    private final Map<String, String> headers;
    private final List<String> filters;
    private final Http http;

    /// @param url of the server, with the path it is served under; may hold `user:password@`
    /// @param filters matchers as Alertmanager writes them (`team="shop"`)
    /// @throws IllegalArgumentException when the address is none of HTTP; the message is fit to show
    public Alertmanager(String url, Map<String, String> headers, List<String> filters) {
        this(url, headers, filters, LIMIT);
    }

    Alertmanager(String url, Map<String, String> headers, List<String> filters, Duration limit) {
        HttpUrl parsed = HttpUrl.parse(url);
        if (parsed == null) {
            throw new IllegalArgumentException("alertmanager › url must be like https://host:9093");
        }
        this.url = parsed;
        this.headers = Map.copyOf(headers);
        this.filters = List.copyOf(filters);
        this.http = new Http(limit);
    }

    /// What came of asking.
    public sealed interface Answer {
        record Firing(List<EngineAlert> alerts) implements Answer {}

        record Silenced(String id) implements Answer {}

        /// So many silences were ended.
        record Lifted(int silences) implements Answer {}

        /// @param reason what happened, for the operator
        record Failed(String reason) implements Answer {}
    }

    /// All alerts that fire there now, silenced ones too.
    public Answer alerts() {
        HttpUrl.Builder address = api("alerts").addQueryParameter("active", "true");
        filters.forEach(f -> address.addQueryParameter("filter", f));
        return switch (http.call(address.build(), headers, null)) {
            case Outcome.Failed(String reason, boolean _) -> new Answer.Failed(reason);
            case Outcome.Answered(int status, String body, var _) when status != 200 -> refused(status, body);
            case Outcome.Answered(int _, String body, var _) -> firing(body);
        };
    }

    private static Answer firing(String body) {
        try {
            JsonNode root = MAPPER.readTree(body);
            if (!root.isArray()) {
                return new Answer.Failed("not an answer of an Alertmanager");
            }
            List<EngineAlert> alerts = new ArrayList<>();
            for (JsonNode node : root) {
                Map<String, String> labels = texts(node.path("labels"));
                String fingerprint = node.path("fingerprint").asString("");
                alerts.add(new EngineAlert(
                        fingerprint.isEmpty() ? new TreeMap<>(labels).toString() : fingerprint,
                        labels,
                        texts(node.path("annotations")),
                        Instant.parse(node.path("startsAt").asString("")),
                        node.path("status").path("state").asString("").equals("suppressed")));
            }
            return new Answer.Firing(List.copyOf(alerts));
        } catch (JacksonException | DateTimeParseException e) {
            return new Answer.Failed("not an answer of an Alertmanager");
        }
    }

    private static Map<String, String> texts(JsonNode node) {
        Map<String, String> texts = new HashMap<>();
        node.properties().forEach(e -> texts.put(e.getKey(), e.getValue().asString("")));
        return texts;
    }

    /// Silences there what all of these match.
    ///
    /// @param by who does it, as it will stand there
    public Answer silence(List<LabelMatcher> wanted, Instant from, Instant until, String by, String comment) {
        ObjectNode silence = MAPPER.createObjectNode();
        ArrayNode matchers = silence.putArray("matchers");
        wanted.forEach(m -> matchers.addObject()
                .put("name", m.name())
                .put("value", m.value())
                .put("isRegex", m.regex())
                .put("isEqual", m.equal()));
        silence.put("startsAt", from.toString())
                .put("endsAt", until.toString())
                .put("createdBy", by)
                .put("comment", comment);
        return switch (http.call(api("silences").build(), headers, silence.toString())) {
            case Outcome.Failed(String reason, boolean _) -> new Answer.Failed(reason);
            case Outcome.Answered(int status, String body, var _) when status != 200 -> refused(status, body);
            case Outcome.Answered(int _, String body, var _) -> {
                try {
                    yield new Answer.Silenced(
                            MAPPER.readTree(body).path("silenceID").asString(""));
                } catch (JacksonException e) {
                    yield new Answer.Failed("not an answer of an Alertmanager");
                }
            }
        };
    }

    /// Ends every silence there whose comment holds this mark: by the comment they are found after a restart, and
    /// from another console too. One that has ended already is no failure.
    public Answer lift(String mark) {
        return switch (http.call(api("silences").build(), headers, null)) {
            case Outcome.Failed(String reason, boolean _) -> new Answer.Failed(reason);
            case Outcome.Answered(int status, String body, var _) when status != 200 -> refused(status, body);
            case Outcome.Answered(int _, String body, var _) -> lift(mark, body);
        };
    }

    private Answer lift(String mark, String body) {
        try {
            JsonNode root = MAPPER.readTree(body);
            if (!root.isArray()) {
                return new Answer.Failed("not an answer of an Alertmanager");
            }
            int lifted = 0;
            for (JsonNode node : root) {
                String id = node.path("id").asString("");
                boolean over = node.path("status").path("state").asString("").equals("expired");
                if (over || id.isEmpty() || !node.path("comment").asString("").contains(mark)) {
                    continue;
                }
                HttpUrl address = api("silence").addPathSegment(id).build();
                switch (http.call(address, headers, "DELETE", null)) {
                    case Outcome.Failed(String reason, boolean _) -> {
                        return new Answer.Failed(reason);
                    }
                    case Outcome.Answered(int status, String said, var _)
                    when status != 200 && status != 404 -> {
                        return refused(status, said);
                    }
                    case Outcome.Answered _ -> lifted++;
                }
            }
            return new Answer.Lifted(lifted);
        } catch (JacksonException e) {
            return new Answer.Failed("not an answer of an Alertmanager");
        }
    }

    private HttpUrl.Builder api(String name) {
        return url.newBuilder()
                .encodedPath(url.encodedPath().replaceFirst("/+$", "") + "/api/v2/" + name)
                .query(null);
    }

    private static Answer refused(int status, String body) {
        String words = body.strip().replaceAll("[\\p{Cntrl}\\s]+", " ");
        boolean plain = !words.isEmpty() && !words.startsWith("<");
        return new Answer.Failed("it answers " + status
                + (plain ? " (" + words.substring(0, Math.min(120, words.length())) + ")" : ""));
    }

    @Override
    public void close() {
        http.close();
    }
}
