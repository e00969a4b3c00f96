package plantao.probe;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A place in a JSON document: `queue.jobs[0].size`, `$.checks["db.main"].up`; `[-1]` is the last of a list. Of the
/// syntax of RFC 9535 the part that leads to one place.
///
/// @param steps names (String) and numbers (Integer)
public record JsonPath(List<Object> steps) {
    private static final Pattern STEP =
            Pattern.compile("\\.?([^.\\[\\]\"'\\s=<>!]+)|\\[(-?\\d{1,9})]|\\[\"([^\"]*)\"]|\\['([^']*)']");

    public JsonPath {
        steps = List.copyOf(steps);
    }

    /// Null when the text is no path.
    static @Nullable JsonPath parse(String text) {
        String rest = text.strip().replaceFirst("^\\$", "");
        List<Object> steps = new ArrayList<>();
        Matcher matcher = STEP.matcher(rest);
        int at = 0;
        while (at < rest.length() && matcher.region(at, rest.length()).lookingAt()) {
            String name = matcher.group(1) != null
                    ? matcher.group(1)
                    : matcher.group(3) != null ? matcher.group(3) : matcher.group(4);
            if (name == null) {
                steps.add(Integer.valueOf(matcher.group(2)));
            } else {
                steps.add(name);
            }
            at = matcher.end();
        }
        return at == rest.length() && !rest.isEmpty() ? new JsonPath(steps) : null;
    }

    /// What stands there; null when nothing does.
    @Nullable
    JsonNode in(JsonNode root) {
        JsonNode node = root;
        for (Object step : steps) {
            node = switch (step) {
                case Integer index -> node.path(index < 0 ? node.size() + index : index);
                default -> node.path(step.toString());
            };
        }
        return node.isMissingNode() || node.isNull() ? null : node;
    }

    /// The figure that a place holds: a number or a text that is one, 1 for true, the length of a list; else null.
    static @Nullable Double figure(@Nullable JsonNode node) {
        if (node == null) {
            return null;
        }
        if (node.isArray()) {
            return (double) node.size();
        }
        if (node.isBoolean()) {
            return node.asBoolean() ? 1.0 : 0.0;
        }
        return node.isValueNode() ? FigureText.finite(node.asString()) : null;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (Object step : steps) {
            boolean plain = step.toString().matches("[\\w-]+");
            text.append(
                    step instanceof Integer
                            ? "[" + step + "]"
                            : plain ? (text.isEmpty() ? "" : ".") + step : "[\"" + step + "\"]");
        }
        return text.toString();
    }
}
