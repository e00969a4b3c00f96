package plantao.runbook.risk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import plantao.runbook.text.ShellWords.Word;
import plantao.runbook.text.Vocabulary;
import tools.jackson.databind.JsonNode;

/// Programs that run another one: `sudo`, `timeout 5`, `xargs`, `ssh HOST`, `docker exec NAME`, `bash -c TEXT`.
/// From
/// `wrappers.json`, where a number says how many words stand before the other program's, `j` that its words are
/// joined and read
/// by a shell, and `d` that it
/// stands behind `--` where there is one, and `o` that options of the first may follow it.
final class Wrappers {
    static final Wrappers KNOWN = new Wrappers(Vocabulary.resource("risk/wrappers.json"));
    private static final Pattern ASSIGNMENT = Pattern.compile("[A-Za-z_]\\w*=.*", Pattern.DOTALL);
    private static final int LONGEST = 3;

    private final Map<String, Spec> runs = new HashMap<>();
    private final Map<String, Set<String>> texts = new HashMap<>();
    private final Map<String, String> same = new HashMap<>();
    private final Set<String> interpreters;
    private final Set<String> tasks;

    private record Spec(int before, boolean joined, boolean dashed, boolean anywhere, Set<String> valued) {}

    /// What runs inside.
    ///
    /// @param text what a shell reads there, or null
    /// @param words the words of a command, when no shell reads them again
    record Inner(@Nullable String text, List<Word> words) {}

    private Wrappers(JsonNode file) {
        file.path("runs").properties().forEach(e -> {
            String[] parts = e.getValue().asString().split(" ", 2);
            runs.put(
                    e.getKey(),
                    new Spec(
                            parts[0].charAt(0) - '0',
                            parts[0].indexOf('j') > 0,
                            parts[0].indexOf('d') > 0,
                            parts[0].indexOf('o') > 0,
                            RuleList.words(parts.length > 1 ? parts[1] : "")));
        });
        file.path("text")
                .properties()
                .forEach(e -> texts.put(e.getKey(), RuleList.words(e.getValue().asString())));
        file.path("same")
                .properties()
                .forEach(e -> same.put(e.getKey(), e.getValue().asString()));
        interpreters = RuleList.words(file.path("interpreters").asString());
        tasks = RuleList.words(file.path("tasks").asString());
    }

    /// Whether a program reads a program of the team's own from a file.
    boolean interprets(String program) {
        return interpreters.contains(program);
    }

    /// Whether a program runs tasks that the team has named.
    boolean runsTasks(String program) {
        return tasks.contains(program);
    }

    /// The name by which a program is known, of one or two words; the same where it has no other.
    String known(String name) {
        return same.getOrDefault(name, name);
    }

    /// What a program runs; empty when it is none of these, or runs nothing here.
    List<Inner> inner(String program, Arguments arguments) {
        List<Inner> out = new ArrayList<>();
        for (int size = Math.min(LONGEST, arguments.operands().size()); size >= 0; size--) {
            String key = key(program, arguments, size);
            Set<String> text = texts.get(key);
            if (text != null) {
                Arguments.of(arguments.words(), text).valuesOf(text).forEach(v -> out.add(new Inner(v, List.of())));
            }
            Spec spec = runs.get(key);
            if (spec != null && out.isEmpty()) {
                int from = size == 0 ? 0 : arguments.places().get(size - 1) + 1;
                List<Word> words = behind(spec.anywhere() ? without(arguments, spec) : arguments.words(), from, spec);
                if (!words.isEmpty()) {
                    out.add(inner(words, spec.joined()));
                }
                break;
            }
        }
        return out;
    }

    /// Whether a program is one of these, whatever it runs.
    boolean wraps(String program, Arguments arguments) {
        for (int size = Math.min(LONGEST, arguments.operands().size()); size >= 0; size--) {
            String key = key(program, arguments, size);
            if (runs.containsKey(key) || texts.containsKey(key)) {
                return true;
            }
        }
        return false;
    }

    private static String key(String program, Arguments arguments, int size) {
        return size == 0
                ? program
                : program + " " + String.join(" ", arguments.operands().subList(0, size));
    }

    private static Inner inner(List<Word> words, boolean joined) {
        boolean text = joined || words.size() == 1 && words.getFirst().plain().indexOf(' ') > 0;
        return text
                ? new Inner(words.stream().map(w -> quoted(w, words)).collect(Collectors.joining(" ")), List.of())
                : new Inner(null, words);
    }

    /// A text among several words is meant as one word there too, though a shell over there would take it apart.
    private static String quoted(Word word, List<Word> words) {
        boolean one = word.quoted() && word != words.getFirst() && word.plain().indexOf(' ') > 0;
        return one ? "'" + word.plain().replace("'", "'\\''") + "'" : word.plain();
    }

    private static List<Word> without(Arguments arguments, Spec spec) {
        List<Word> out = new ArrayList<>();
        for (int i = 0; i < arguments.words().size(); i++) {
            if (spec.valued().contains(arguments.words().get(i).plain())) {
                i++;
            } else {
                out.add(arguments.words().get(i));
            }
        }
        return out;
    }

    private static List<Word> behind(List<Word> words, int from, Spec spec) {
        if (spec.dashed()) {
            for (int i = from; i < words.size(); i++) {
                if (words.get(i).plain().equals("--")) {
                    return words.subList(i + 1, words.size());
                }
            }
        }
        int left = spec.before();
        for (int i = from; i < words.size(); i++) {
            String word = words.get(i).plain();
            if (word.equals("--")) {
                return left == 0 ? words.subList(i + 1, words.size()) : List.of();
            }
            if (word.startsWith("-") && word.length() > 1) {
                i += spec.valued().contains(word) ? 1 : 0;
            } else if (!ASSIGNMENT.matcher(word).matches() || words.get(i).quoted() && word.indexOf(' ') > 0) {
                if (left-- == 0) {
                    return words.subList(i, words.size());
                }
            }
        }
        return List.of();
    }
}
