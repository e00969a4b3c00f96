package plantao.runbook.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import plantao.runbook.lint.ShellText.Simple;
import plantao.runbook.lint.ShellText.Word;
import plantao.runbook.text.Expression;
import plantao.runbook.text.Vocabulary;
import tools.jackson.databind.JsonNode;

/// A `grep` for something that the program before it never prints. What programs print is data: `printed.json`.
final class PrintedRule {
    /// @param command tells the command by its words
    /// @param words everything it prints that does not vary
    private record Known(Pattern command, Set<String> words) {}

    private static final List<Known> KNOWN = load();
    private static final Expression PLAIN = Expression.of("[\\w -]+");

    private PrintedRule() {}

    static List<Finding> neverPrinted(LintSubject e) {
        List<Finding> out = new ArrayList<>();
        for (LintSubject.Used u : e.shell()) {
            if (!u.command().text().contains("grep")) {
                continue;
            }
            List<Simple> all = u.words().commands();
            for (int i = 1; i < all.size(); i++) {
                String sought = all.get(i).piped() ? sought(all.get(i)) : null;
                Known printer = sought == null ? null : printer(all.get(i - 1));
                if (sought != null && printer != null && isNowhere(sought, printer.words())) {
                    out.add(new Finding(
                            u.command().origin(),
                            "`" + named(all.get(i - 1)) + "` never prints `" + sought
                                    + "`, so this grep finds nothing."));
                }
            }
        }
        return out;
    }

    private static String words(Simple s) {
        return String.join(" ", s.words().stream().map(Word::text).toList());
    }

    // Its options may hold a password.
    private static String named(Simple s) {
        List<Word> words = s.words();
        return words.size() < 4
                ? words(s)
                : words.getFirst().text() + " … " + words.get(words.size() - 2).text() + " "
                        + words.getLast().text();
    }

    private static @Nullable Known printer(Simple s) {
        String text = words(s);
        return KNOWN.stream()
                .filter(k -> k.command().matcher(text).find())
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String sought(Simple s) {
        String program = s.words().getFirst().text();
        if (!program.equals("grep") && !program.equals("egrep")) {
            return null;
        }
        for (int i = 1; i < s.words().size(); i++) {
            String w = s.words().get(i).text();
            if (w.matches("-[ABCm]")) {
                i++;
            } else if (w.matches("-[a-zA-Z]*[vfPeLc][a-zA-Z]*") || w.startsWith("--")) {
                return null;
            } else if (!w.startsWith("-")) {
                return w;
            }
        }
        return null;
    }

    // Only plain words can be judged; anything with a pattern in it may match.
    private static boolean isNowhere(String sought, Set<String> words) {
        for (String one : sought.split("\\\\?\\|")) {
            String plain = one.replaceAll("^\\^|[:=$]+$", "").strip().toLowerCase(Locale.ROOT);
            if (!PLAIN.matcher(plain).matches() || words.stream().anyMatch(w -> w.contains(plain))) {
                return false;
            }
        }
        return true;
    }

    private static List<Known> load() {
        List<Known> out = new ArrayList<>();
        Vocabulary.resource("printed.json").path("programs").forEach(p -> out.add(known(p)));
        return List.copyOf(out);
    }

    private static Known known(JsonNode program) {
        return new Known(
                Pattern.compile(program.path("command").asString()),
                Set.copyOf(program.path("prints")
                        .valueStream()
                        .map(n -> n.asString().toLowerCase(Locale.ROOT))
                        .toList()));
    }
}
