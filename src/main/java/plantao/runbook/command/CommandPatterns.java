package plantao.runbook.command;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import plantao.runbook.text.Vocabulary;
import tools.jackson.databind.JsonNode;

/// What is known about commands, from `commands.json`: names, what is typed into sessions, fence languages.
///
/// @param told names that tell a command, of which nothing else is known
record CommandPatterns(
        Set<String> known, Set<String> told, Map<String, Pattern> inputs, Map<String, String> languages) {
    static final CommandPatterns STANDARD = load();

    private static CommandPatterns load() {
        JsonNode file = Vocabulary.resource("commands.json");
        Set<String> known = new HashSet<>();
        file.path("known").forEach(n -> known.add(n.asString()));
        Set<String> told = new HashSet<>();
        file.path("told").forEach(n -> told.add(n.asString()));
        Map<String, String> languages = new HashMap<>();
        file.path("languages")
                .properties()
                .forEach(e -> e.getValue().forEach(n -> languages.put(n.asString(), e.getKey())));
        return new CommandPatterns(
                Set.copyOf(known), Set.copyOf(told), Map.copyOf(patterns(file.path("inputs"))), Map.copyOf(languages));
    }

    private static Map<String, Pattern> patterns(JsonNode object) {
        Map<String, Pattern> out = new LinkedHashMap<>();
        object.properties()
                .forEach(e -> out.put(e.getKey(), Pattern.compile(e.getValue().asString())));
        return out;
    }
}
