package plantao.runbook.command;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import plantao.runbook.text.Vocabulary;
import tools.jackson.databind.JsonNode;

/// What is known about commands, from `commands.json`: names, sessions, what waits for input, fence languages.
record Patterns(
        Set<String> known,
        Map<String, Pattern> sessions,
        Map<String, Pattern> inputs,
        List<Pattern> interactive,
        Map<String, String> languages) {
    static final Patterns STANDARD = load();

    private static Patterns load() {
        JsonNode file = Vocabulary.resource("commands.json");
        Set<String> known = new HashSet<>();
        file.path("known").forEach(n -> known.add(n.asString()));
        List<Pattern> interactive = new ArrayList<>();
        file.path("interactive").forEach(n -> interactive.add(Pattern.compile(n.asString())));
        Map<String, String> languages = new HashMap<>();
        file.path("languages")
                .properties()
                .forEach(e -> e.getValue().forEach(n -> languages.put(n.asString(), e.getKey())));
        return new Patterns(
                Set.copyOf(known),
                patterns(file.path("sessions")),
                patterns(file.path("inputs")),
                List.copyOf(interactive),
                Map.copyOf(languages));
    }

    private static Map<String, Pattern> patterns(JsonNode object) {
        Map<String, Pattern> out = new HashMap<>();
        object.properties()
                .forEach(e -> out.put(e.getKey(), Pattern.compile(e.getValue().asString())));
        return Map.copyOf(out);
    }
}
