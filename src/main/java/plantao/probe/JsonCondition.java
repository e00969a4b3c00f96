package plantao.probe;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// What a JSON answer must say: `status == ok`, `queue[0].size < 100`, `errors == 0`, or a path alone, which must
/// hold something that is neither false nor empty. Numbers compare as numbers, all else as text.
///
/// @param op one of `==`, `!=`, `<`, `<=`, `>`, `>=`; empty for a path alone
public record JsonCondition(JsonPath path, String op, String wanted) {
    private static final Pattern SHAPE = Pattern.compile("(.+?)\\s*(==|!=|<=|>=|<|>|=)\\s*(.*)");

    /// Null when the text is no condition.
    static @Nullable JsonCondition parse(String text) {
        Matcher matcher = SHAPE.matcher(text.strip());
        JsonPath path = JsonPath.parse(matcher.matches() ? matcher.group(1) : text);
        if (path == null) {
            return null;
        }
        if (!matcher.matches()) {
            return new JsonCondition(path, "", "");
        }
        String op = matcher.group(2).equals("=") ? "==" : matcher.group(2);
        String wanted = matcher.group(3).replaceFirst("^([\"'])(.*)\\1$", "$2");
        boolean order = op.startsWith("<") || op.startsWith(">");
        return wanted.isEmpty() || order && FigureText.finite(wanted) == null
                ? null
                : new JsonCondition(path, op, wanted);
    }

    /// What is wrong, for the operator; null when all is well.
    @Nullable
    String broken(JsonNode root) {
        JsonNode node = path.in(root);
        if (node == null) {
            return "without `" + path + "`";
        }
        String found = node.isValueNode() ? node.asString() : node.size() + (node.isArray() ? " elements" : " fields");
        if (op.isEmpty()) {
            boolean empty = found.isEmpty() || found.equals("false") || node.isContainer() && node.isEmpty();
            return empty ? "`" + path + "` is " + (found.isEmpty() ? "empty" : found) : null;
        }
        return holds(node, found)
                ? null
                : "`" + path + "` is " + Evidence.oneLine(found, 60) + ", not " + op + " " + wanted;
    }

    private boolean holds(JsonNode node, String found) {
        Double value = JsonPath.figure(node);
        Double limit = FigureText.finite(wanted);
        if (value != null && limit != null && !node.isBoolean()) {
            int order = Double.compare(value, limit);
            return switch (op) {
                case "==" -> order == 0;
                case "!=" -> order != 0;
                case "<" -> order < 0;
                case "<=" -> order <= 0;
                case ">" -> order > 0;
                default -> order >= 0;
            };
        }
        return op.equals("==") && found.equals(wanted) || op.equals("!=") && !found.equals(wanted);
    }
}
