package plantao.runbook.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/// The words that runbooks are made of, read from the JSON files beside the room; a runbook's own words can be
/// added.
public final class Vocabulary {
    private static final Terms NO_TERMS = Terms.of(List.of());

    private final Map<String, Role> roles;
    private final Set<String> whole;
    private final List<Role> priority;
    private final Map<String, Set<String>> columns;
    private final Map<String, Set<String>> headers;
    private final WordLists words;
    private final Concepts concepts;
    private final Set<String> programs;

    private Vocabulary(
            Map<String, Role> roles,
            Set<String> whole,
            List<Role> priority,
            Map<String, Set<String>> columns,
            Map<String, Set<String>> headers,
            WordLists words,
            Concepts concepts,
            Set<String> programs) {
        this.roles = roles;
        this.whole = whole;
        this.priority = priority;
        this.columns = columns;
        this.headers = headers;
        this.words = words;
        this.concepts = concepts;
        this.programs = programs;
    }

    /// The vocabulary the program ships (Portuguese, English, Spanish).
    public static Vocabulary standard() {
        return Standard.VOCABULARY;
    }

    /// This vocabulary with phrases added to roles; an unknown role's name is left out.
    public Vocabulary with(Map<String, List<String>> additions) {
        if (additions.isEmpty()) {
            return this;
        }
        Map<String, Role> more = new HashMap<>(roles);
        for (Role role : Role.values()) {
            additions.getOrDefault(role.key(), List.of()).forEach(phrase -> more.put(Words.normal(phrase), role));
        }
        return new Vocabulary(more, whole, priority, columns, headers, words, concepts, programs);
    }

    /// This vocabulary with the names of a team's own programs.
    public Vocabulary knowing(Set<String> programs) {
        return programs.isEmpty()
                ? this
                : new Vocabulary(roles, whole, priority, columns, headers, words, concepts, Set.copyOf(programs));
    }

    /// The programs that the runbook itself calls in its fences: in running text their names begin a command too.
    public Set<String> programs() {
        return programs;
    }

    /// The role whose phrase this text is, in normal form, or null.
    public @Nullable Role exact(String normal) {
        return roles.get(normal);
    }

    /// The role of the longest phrase that begins the text at word borders, else of the longest within it, or null.
    /// A phrase that the file writes with `=` before it ("=models") is one only where it is the whole text.
    public @Nullable Role loose(String normal) {
        List<String> tokens = List.of(normal.split(" "));
        Role inside = null;
        int insideLength = 0;
        for (int from = 0; from < tokens.size() && from < 12; from++) {
            for (int to = Math.min(tokens.size(), from + 5); to > from; to--) {
                String phrase = String.join(" ", tokens.subList(from, to));
                phrase = phrase.isEmpty() || ",:;".indexOf(phrase.charAt(phrase.length() - 1)) < 0
                        ? phrase
                        : phrase.substring(0, phrase.length() - 1);
                Role role = roles.get(phrase);
                if (role == null || whole.contains(phrase)) {
                    continue;
                }
                if (from == 0 && phrase.length() > 3) {
                    return role;
                }
                if (phrase.length() > insideLength && phrase.length() > 5) {
                    inside = role;
                    insideLength = phrase.length();
                }
                break;
            }
        }
        return inside;
    }

    /// The earlier of the roles in the order of priority.
    public Role first(Role a, Role b) {
        return priority.indexOf(a) <= priority.indexOf(b) ? a : b;
    }

    /// Whether a table's header cell is a column of this kind (`metricName`, `warning`, …).
    public boolean isColumn(String kind, String header) {
        return columns.getOrDefault(kind, Set.of()).contains(header);
    }

    /// The kinds of column that a table's header cell, in normal form, stands for.
    public Set<String> columns(String header) {
        return headers.getOrDefault(header, Set.of());
    }

    private static Map<String, Set<String>> headers(Map<String, Set<String>> columns) {
        Map<String, Set<String>> out = new HashMap<>();
        columns.forEach((kind, words) ->
                words.forEach(w -> out.computeIfAbsent(w, _ -> new HashSet<>()).add(kind)));
        return out;
    }

    /// A list of words by its name in `words.json`.
    public List<String> list(String name) {
        return words.lists().getOrDefault(name, List.of());
    }

    /// That list, or one of a map (`severity.1`), as terms to look for in a text.
    public Terms terms(String name) {
        return words.terms().getOrDefault(name, NO_TERMS);
    }

    /// A map of word lists as terms to look for, each list a group in the map's order.
    Terms groups(String name) {
        return words.groups().getOrDefault(name, NO_TERMS);
    }

    /// A map of word lists by its name in `words.json`, in file order.
    public Map<String, List<String>> lists(String name) {
        return words.maps().getOrDefault(name, Map.of());
    }

    /// The language most of the text's words are in: `en`, `pt` or `es`.
    public String language(String text) {
        return words.languages().of(text);
    }

    /// The words that mean the same whatever the language ("fora do ar" and "down").
    public Concepts concepts() {
        return concepts;
    }

    static List<String> strings(JsonNode array) {
        List<String> out = new ArrayList<>();
        array.forEach(node -> out.add(node.asString()));
        return List.copyOf(out);
    }

    /// A JSON file of this room.
    ///
    /// @throws UncheckedIOException when the program was packed without it
    public static JsonNode resource(String name) {
        try (InputStream in = Vocabulary.class.getResourceAsStream("/plantao/runbook/" + name)) {
            if (in == null) {
                throw new UncheckedIOException(new IOException("The program is packed without " + name));
            }
            return new ObjectMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Standard {
        private static final Vocabulary VOCABULARY = load();

        /// The files hold their phrases in the form in which they are compared (a test looks after that): folding
        /// some two thousand of them would take longer than reading a runbook.
        private static Vocabulary load() {
            JsonNode file = resource("roles.json");
            Map<String, Role> byKey = new HashMap<>();
            for (Role role : Role.values()) {
                byKey.put(role.key(), role);
            }
            List<Role> priority =
                    strings(file.path("priority")).stream().map(byKey::get).toList();
            Map<String, Role> roles = new HashMap<>();
            Set<String> whole = new HashSet<>();
            Map<Role, List<String>> phrases = new EnumMap<>(Role.class);
            file.path("phrases").properties().forEach(e -> phrases.put(byKey.get(e.getKey()), strings(e.getValue())));
            for (Role role : priority) {
                for (String phrase : phrases.getOrDefault(role, List.of())) {
                    boolean alone = phrase.startsWith("=");
                    String bare = alone ? phrase.substring(1) : phrase;
                    if (roles.putIfAbsent(bare, role) == null && alone) {
                        whole.add(bare);
                    }
                }
            }
            Map<String, Set<String>> columns = new HashMap<>();
            resource("columns.json")
                    .properties()
                    .forEach(e -> columns.put(e.getKey(), Set.copyOf(strings(e.getValue()))));
            Map<String, String> concepts = new HashMap<>();
            resource("concepts.json")
                    .properties()
                    .forEach(e -> strings(e.getValue()).forEach(w -> concepts.put(w, e.getKey())));
            WordLists words = WordLists.of(resource("words.json"));
            List<String> stop = words.lists().getOrDefault("stop", List.of());
            return new Vocabulary(
                    roles,
                    Set.copyOf(whole),
                    priority,
                    columns,
                    headers(columns),
                    words,
                    Concepts.of(concepts, stop),
                    Set.of());
        }
    }
}
