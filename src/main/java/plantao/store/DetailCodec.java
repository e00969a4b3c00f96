package plantao.store;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import plantao.journal.Detail;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.annotation.JsonInclude;

/// Details as JSON, by the name of their kind. What a newer console wrote survives: a field not known here is passed
/// over, a kind not known here, or one that cannot be understood, becomes [Detail.Foreign] with its text unchanged.
final class DetailCodec {
    private static final Map<String, Class<?>> KINDS = Arrays.stream(Detail.class.getPermittedSubclasses())
            .filter(kind -> kind != Detail.Foreign.class)
            .collect(Collectors.toUnmodifiableMap(Class::getSimpleName, kind -> kind));

    private final JsonMapper json = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .changeDefaultPropertyInclusion(i -> i.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();

    /// The JSON of a detail, without its kind; characters that no database keeps are replaced.
    String write(Detail detail) {
        return WellFormed.text(detail instanceof Detail.Foreign f ? f.json() : json.writeValueAsString(detail));
    }

    /// The detail of this kind; never fails.
    Detail read(String kind, String text) {
        Class<?> type = KINDS.get(kind);
        if (type == null) {
            return new Detail.Foreign(kind, text);
        }
        try {
            Object read = json.readTree(text) instanceof ObjectNode node ? json.treeToValue(filled(node, type), type) : null;
            return read instanceof Detail detail && complete(detail) ? detail : new Detail.Foreign(kind, text);
        } catch (JacksonException e) {
            return new Detail.Foreign(kind, text);
        }
    }

    /// A field that came into a kind after the entry was written: no text, no elements.
    private static JsonNode filled(ObjectNode node, Class<?> type) {
        for (RecordComponent part : type.getRecordComponents()) {
            if (!node.hasNonNull(part.getName()) && !nullable(part)) {
                if (part.getType() == String.class) {
                    node.put(part.getName(), "");
                } else if (part.getType() == List.class) {
                    node.putArray(part.getName());
                }
            }
        }
        return node;
    }

    private static boolean complete(Detail detail) {
        return Arrays.stream(detail.getClass().getRecordComponents())
                .allMatch(part -> nullable(part) || value(part, detail) != null);
    }

    private static boolean nullable(RecordComponent part) {
        return part.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private static @Nullable Object value(RecordComponent part, Detail detail) {
        try {
            return part.getAccessor().invoke(detail);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("not a plain public record: " + detail.getClass(), e);
        }
    }
}
