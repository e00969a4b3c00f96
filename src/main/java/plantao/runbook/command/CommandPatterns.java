package plantao.runbook.command;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import plantao.runbook.text.PatternScreen;
import plantao.runbook.text.Vocabulary;
import tools.jackson.databind.JsonNode;

/// What is known about commands, from `commands.json`: names, sessions, what waits for input, fence languages.
///
/// @param told names that tell a command, of which nothing else is known
/// @param drawn what draws on a terminal or asks for keys, among what waits for input
/// @param sessions the kinds of session, in the order of the patterns in `opening` that tell them
record CommandPatterns(
        Set<String> known,
        Set<String> told,
        List<String> sessions,
        PatternScreen opening,
        Map<String, Pattern> inputs,
        PatternScreen interactive,
        PatternScreen drawn,
        Map<String, String> languages) {
    static final CommandPatterns STANDARD = load();

    private static CommandPatterns load() {
        JsonNode file = Vocabulary.resource("commands.json");
        Set<String> known = new HashSet<>();
        file.path("known").forEach(n -> known.add(n.asString()));
        Set<String> told = new HashSet<>();
        file.path("told").forEach(n -> told.add(n.asString()));
        Map<String, String> sessions = new LinkedHashMap<>();
        file.path("sessions")
                .properties()
                .forEach(e -> sessions.put(e.getKey(), e.getValue().asString()));
        Map<String, String> languages = new HashMap<>();
        file.path("languages")
                .properties()
                .forEach(e -> e.getValue().forEach(n -> languages.put(n.asString(), e.getKey())));
        return new CommandPatterns(
                Set.copyOf(known),
                Set.copyOf(told),
                List.copyOf(sessions.keySet()),
                PatternScreen.of(List.copyOf(sessions.values())),
                Map.copyOf(patterns(file.path("inputs"))),
                screen(file.path("interactive")),
                screen(file.path("drawn")),
                Map.copyOf(languages));
    }

    private static PatternScreen screen(JsonNode list) {
        List<String> all = new ArrayList<>();
        list.forEach(n -> all.add(n.asString()));
        return PatternScreen.of(all);
    }

    private static Map<String, Pattern> patterns(JsonNode object) {
        Map<String, Pattern> out = new LinkedHashMap<>();
        object.properties()
                .forEach(e -> out.put(e.getKey(), Pattern.compile(e.getValue().asString())));
        return out;
    }
}
