package plantao.cli.lint;

import java.util.LinkedHashMap;
import java.util.Map;

/// JSON objects that keep the order of their keys.
final class JsonObjects {
    private JsonObjects() {}

    /// @param pairs key, value, key, value, …
    static Map<String, Object> of(Object... pairs) {
        Map<String, Object> out = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            out.put((String) pairs[i], pairs[i + 1]);
        }
        return out;
    }
}
