package plantao.store;

import com.fasterxml.jackson.annotation.JsonInclude;
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

/// Details as JSON, by the name of their kind. What a newer console wrote survives: a field not known here is
/// passed over, a kind not known here, or one that cannot be understood, becomes [Detail.Foreign] with its text
/// unchanged.
final class DetailCodec {
    private record Part(RecordComponent component, boolean nullable) {
        Part(RecordComponent component) {
            this(component, component.getAnnotatedType().isAnnotationPresent(Nullable.class));
        }
    }

    private record Kind(Class<?> type, List<Part> parts) {
        Kind(Class<?> type) {
            this(type, Arrays.stream(type.getRecordComponents()).map(Part::new).toList());
        }
    }

    private static final Map<String, Kind> KINDS = Arrays.stream(Detail.class.getPermittedSubclasses())
            .filter(kind -> kind != Detail.Foreign.class)
            .collect(Collectors.toUnmodifiableMap(Class::getSimpleName, Kind::new));

    private final JsonMapper json = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .changeDefaultPropertyInclusion(i -> i.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();

    /// The JSON of a detail, without its kind; characters that no database keeps are replaced.
    String write(Detail detail) {
        return WellFormedText.text(detail instanceof Detail.Foreign f ? f.json() : json.writeValueAsString(detail));
    }

    /// A text as it stands inside of a detail's JSON.
    String escaped(String text) {
        String quoted = json.writeValueAsString(WellFormedText.text(text));
        return quoted.substring(1, quoted.length() - 1);
    }

    /// The texts of a detail, a line each.
    String plain(Detail detail) {
        StringBuilder text = new StringBuilder();
        texts(json.readTree(write(detail)), text);
        return text.toString();
    }

    private static void texts(JsonNode node, StringBuilder into) {
        if (node.isContainer()) {
            node.forEach(each -> texts(each, into));
        } else {
            into.append(node.asString()).append('\n');
        }
    }

    /// The detail of this kind; never fails.
    Detail read(String kind, String text) {
        Kind known = KINDS.get(kind);
        if (known == null) {
            return new Detail.Foreign(kind, text);
        }
        Detail whole = whole(known, text);
        if (whole != null) {
            return whole;
        }
        try {
            Object read = json.readTree(text) instanceof ObjectNode node
                    ? json.treeToValue(filled(node, known), known.type())
                    : null;
            return read instanceof Detail detail && complete(detail, known) ? detail : new Detail.Foreign(kind, text);
        } catch (JacksonException e) {
            return new Detail.Foreign(kind, text);
        }
    }

    /// Without a tree in between: nearly every detail has all of its fields. Null when this one has not.
    private @Nullable Detail whole(Kind kind, String text) {
        if (!text.startsWith("{")) {
            return null;
        }
        try {
            return json.readValue(text, kind.type()) instanceof Detail detail && complete(detail, kind) ? detail : null;
        } catch (JacksonException e) {
            return null;
        }
    }

    /// A field that came into a kind after the entry was written: no text, no elements.
    private static JsonNode filled(ObjectNode node, Kind kind) {
        for (Part part : kind.parts()) {
            String name = part.component().getName();
            if (!part.nullable() && !node.hasNonNull(name)) {
                if (part.component().getType() == String.class) {
                    node.put(name, "");
                } else if (part.component().getType() == List.class) {
                    node.putArray(name);
                }
            }
        }
        return node;
    }

    private static boolean complete(Detail detail, Kind kind) {
        return kind.parts().stream().allMatch(part -> part.nullable() || value(part.component(), detail) != null);
    }

    private static @Nullable Object value(RecordComponent component, Detail detail) {
        try {
            return component.getAccessor().invoke(detail);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("not a plain public record: " + detail.getClass(), e);
        }
    }
}
