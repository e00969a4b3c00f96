package plantao.runbook.text;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// The lists of `words.json`: plain ones, and maps of lists in file order.
record WordLists(Map<String, List<String>> lists, Map<String, Map<String, List<String>>> maps) {
    static WordLists of(JsonNode file) {
        Map<String, List<String>> lists = new HashMap<>();
        Map<String, Map<String, List<String>>> maps = new HashMap<>();
        file.properties().forEach(e -> {
            if (e.getValue().isArray()) {
                lists.put(e.getKey(), Vocabulary.strings(e.getValue()));
            } else {
                Map<String, List<String>> map = new LinkedHashMap<>();
                e.getValue().properties().forEach(m -> map.put(m.getKey(), Vocabulary.strings(m.getValue())));
                maps.put(e.getKey(), Collections.unmodifiableMap(map));
            }
        });
        return new WordLists(Map.copyOf(lists), Map.copyOf(maps));
    }
}
