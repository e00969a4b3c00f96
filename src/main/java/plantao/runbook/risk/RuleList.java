package plantao.runbook.risk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// What a program, or a language, means by which of its words. A rule is a row of words that an invocation begins
/// with (`*` for
/// any letters, `**` for any words) and options it must have; the rule that says most decides, of two that say as
/// much the worse.
record RuleList<V extends Enum<V>>(
        List<Rule<V>> rules,
        Set<String> valued,
        @Nullable V bare,
        @Nullable V otherwise) {

    record Rule<V>(V meaning, List<String> words, List<String> options, int weight) {}

    /// @param node an object with a list of rules, separated by commas, for each meaning; `values`, the options
    /// that
    /// take the next
    /// word; `bare`, the meaning without any word; `otherwise`, the meaning where no rule is met
    static <V extends Enum<V>> RuleList<V> of(JsonNode node, Class<V> meanings) {
        List<Rule<V>> rules = new ArrayList<>();
        for (V meaning : meanings.getEnumConstants()) {
            String list = node.path(name(meaning)).asString("");
            for (String rule : list.isEmpty() ? new String[0] : list.split(", ")) {
                rules.add(rule(meaning, rule.split(" ")));
            }
        }
        return new RuleList<>(
                List.copyOf(rules),
                words(node.path("values").asString("")),
                meaning(node.path("bare").asString(""), meanings),
                meaning(node.path("otherwise").asString(""), meanings));
    }

    private static <V> Rule<V> rule(V meaning, String[] parts) {
        List<String> options = Arrays.stream(parts).filter(RuleList::isOption).toList();
        List<String> words = Arrays.stream(parts).filter(p -> !isOption(p)).toList();
        int weight = 0;
        for (String part : parts) {
            boolean glob = part.indexOf('*') >= 0;
            weight += part.equals("**") ? 0 : part.equals("*") ? 1 : glob ? 50 + Math.min(part.length(), 40) : 100;
        }
        return new Rule<>(meaning, words, options, weight);
    }

    private static boolean isOption(String part) {
        return part.length() > 1 && part.charAt(0) == '-';
    }

    /// The words of a text, once each.
    static Set<String> words(String text) {
        return text.isEmpty() ? Set.of() : Arrays.stream(text.split(" ")).collect(Collectors.toUnmodifiableSet());
    }

    /// What an invocation means; null when nothing is said of it.
    ///
    /// @param words what it begins with
    /// @param has whether it has an option
    @Nullable
    V meaning(List<String> words, Predicate<String> has) {
        Rule<V> best = best(words, has);
        return best == null ? otherwise : best.meaning();
    }

    /// Whether what decides is only a noun, with more behind it: the words that stand there; empty otherwise.
    List<String> behind(List<String> words, Predicate<String> has) {
        Rule<V> best = best(words, has);
        if (best == null || best.words().isEmpty()) {
            return List.of();
        }
        String last = best.words().getLast();
        int size = best.words().size();
        return size < words.size() && last.indexOf('*') < 0 && !VerbRisk.looks(last)
                ? words.subList(size, words.size())
                : List.of();
    }

    private @Nullable Rule<V> best(List<String> words, Predicate<String> has) {
        Rule<V> best = null;
        for (Rule<V> rule : rules) {
            if ((best == null || rule.weight() >= best.weight())
                    && rule.options().stream().allMatch(has)
                    && begins(rule.words(), 0, words, 0)) {
                best = rule;
            }
        }
        return best;
    }

    private static boolean begins(List<String> rule, int at, List<String> words, int from) {
        if (at == rule.size()) {
            return true;
        }
        if (rule.get(at).equals("**")) {
            for (int i = from; i <= words.size(); i++) {
                if (begins(rule, at + 1, words, i)) {
                    return true;
                }
            }
            return false;
        }
        return from < words.size()
                && Glob.matches(rule.get(at), words.get(from))
                && begins(rule, at + 1, words, from + 1);
    }

    private static <V extends Enum<V>> @Nullable V meaning(String name, Class<V> meanings) {
        return name.isEmpty() ? null : Enum.valueOf(meanings, name.toUpperCase(Locale.ROOT));
    }

    private static String name(Enum<?> meaning) {
        return meaning.name().toLowerCase(Locale.ROOT);
    }
}
