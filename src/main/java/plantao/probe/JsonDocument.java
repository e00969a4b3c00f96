package plantao.probe;

import okio.ByteString;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads a JSON answer (RFC 8259) of bounded size; Jackson itself bounds its depth and the length of its numbers.
sealed interface JsonDocument {
    /// How much of an answer is read.
    int BYTES = 1024 * 1024;

    JsonMapper MAPPER = new JsonMapper();

    record Read(JsonNode root) implements JsonDocument {}

    record Unreadable(String why) implements JsonDocument {}

    /// @param whole whether these bytes are all there are
    static JsonDocument read(ByteString bytes, boolean whole) {
        if (!whole) {
            return new Unreadable("with more than 1 MiB of JSON");
        }
        try {
            JsonNode root = MAPPER.readTree(bytes.toByteArray());
            return root == null || root.isMissingNode() ? new Unreadable("without a body") : new Read(root);
        } catch (JacksonException e) {
            return new Unreadable("not in JSON");
        }
    }
}
