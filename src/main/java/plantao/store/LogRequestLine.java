package plantao.store;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Questions and answers as one line of JSON each: `{"ask":"Verify","of":{}}`, `{"done":true,"lines":[]}`.
final class LogRequestLine {
    private static final Map<String, Class<?>> KINDS = Arrays.stream(LogRequest.class.getPermittedSubclasses())
            .collect(Collectors.toUnmodifiableMap(Class::getSimpleName, c -> c));

    private record Line(@Nullable String ask, @Nullable JsonNode of) {}

    private final JsonMapper json = JsonMapper.builder().build();

    String write(LogRequest ask) {
        return json.writeValueAsString(new Line(ask.getClass().getSimpleName(), json.valueToTree(ask)));
    }

    String write(LogReply answer) {
        return json.writeValueAsString(answer);
    }

    /// The question in a line; nothing when it is none that is known here.
    Optional<LogRequest> ask(String text) {
        try {
            Line line = json.readValue(text, Line.class);
            Class<?> kind = line.ask() == null ? null : KINDS.get(line.ask());
            return kind != null && json.treeToValue(line.of(), kind) instanceof LogRequest ask
                    ? Optional.of(ask)
                    : Optional.empty();
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    /// The answer in a line; nothing when it is torn.
    Optional<LogReply> answer(String text) {
        try {
            return Optional.of(json.readValue(text, LogReply.class));
        } catch (JacksonException | NullPointerException e) {
            return Optional.empty();
        }
    }
}
