package plantao.runbook.text;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// The lists of `words.json`: plain ones, and maps of lists in file order; and each of them as terms to look for.
record WordLists(
        Map<String, List<String>> lists,
        Map<String, Map<String, List<String>>> maps,
        Map<String, Terms> terms,
        Map<String, Terms> groups,
        Languages languages) {
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
        Map<String, Terms> terms = new HashMap<>();
        lists.forEach((name, list) -> terms.put(name, Terms.of(list)));
        maps.forEach((name, map) -> map.forEach((key, list) -> terms.put(name + "." + key, Terms.of(list))));
        Map<String, Terms> groups = new HashMap<>();
        maps.forEach((name, map) -> groups.put(name, Terms.grouped(List.copyOf(map.values()))));
        return new WordLists(
                Map.copyOf(lists),
                Map.copyOf(maps),
                Map.copyOf(terms),
                Map.copyOf(groups),
                Languages.of(maps.getOrDefault("language", Map.of())));
    }
}
