package plantao.runbook.risk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import plantao.runbook.Risk;
import tools.jackson.databind.JsonNode;

/// What a program, or a language, does for which of its words. A rule is a row of words that an invocation begins
/// with (`*` for
/// any letters, `**` for any words) and options it must have; the rule that says most decides, of two that say as
/// much the worse.
record RuleList(
        List<Rule> rules,
        Set<String> valued,
        @Nullable Risk bare,
        @Nullable Risk otherwise) {

    private record Rule(Risk risk, List<String> words, List<String> options, int weight) {}

    /// @param node an object with a list of rules, separated by commas, for each risk; `values`, the options that
    /// take the next
    /// word; `bare`, the risk without any word; `otherwise`, the risk where no rule is met
    static RuleList of(JsonNode node) {
        List<Rule> rules = new ArrayList<>();
        for (Risk risk : Risk.values()) {
            String list = node.path(name(risk)).asString("");
            for (String rule : list.isEmpty() ? new String[0] : list.split(", ")) {
                rules.add(rule(risk, rule.split(" ")));
            }
        }
        return new RuleList(
                List.copyOf(rules),
                words(node.path("values").asString("")),
                risk(node.path("bare").asString("")),
                risk(node.path("otherwise").asString("")));
    }

    private static Rule rule(Risk risk, String[] parts) {
        List<String> options = Arrays.stream(parts).filter(RuleList::isOption).toList();
        List<String> words = Arrays.stream(parts).filter(p -> !isOption(p)).toList();
        int weight = 0;
        for (String part : parts) {
            boolean glob = part.indexOf('*') >= 0;
            weight += part.equals("**") ? 0 : part.equals("*") ? 1 : glob ? 50 + Math.min(part.length(), 40) : 100;
        }
        return new Rule(risk, words, options, weight);
    }

    private static boolean isOption(String part) {
        return part.length() > 1 && part.charAt(0) == '-';
    }

    /// The words of a text, once each.
    static Set<String> words(String text) {
        return text.isEmpty() ? Set.of() : Arrays.stream(text.split(" ")).collect(Collectors.toUnmodifiableSet());
    }

    /// The risk of an invocation; null when nothing is said of it.
    ///
    /// @param words what it begins with
    /// @param has whether it has an option
    @Nullable
    Risk risk(List<String> words, Predicate<String> has) {
        Rule best = best(words, has);
        return best == null ? otherwise : best.risk();
    }

    /// As {@link #risk}, where a noun that by itself only looks does not speak for a verb behind it that no rule
    /// knows:
    /// `service`, but `service pause`.
    @Nullable
    Risk riskOfVerbs(List<String> words, Predicate<String> has) {
        Rule best = best(words, has);
        if (best == null) {
            return otherwise;
        }
        int size = best.words().size();
        boolean goesOn = best.risk() == Risk.SAFE
                && size > 0
                && size < words.size()
                && best.words().getLast().indexOf('*') < 0
                && !VerbRisk.looks(best.words().getLast())
                && VerbRisk.changes(words.get(size));
        return goesOn ? null : best.risk();
    }

    private @Nullable Rule best(List<String> words, Predicate<String> has) {
        Rule best = null;
        for (Rule rule : rules) {
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

    private static @Nullable Risk risk(String name) {
        return name.isEmpty() ? null : Risk.valueOf(name.toUpperCase(Locale.ROOT));
    }

    private static String name(Risk risk) {
        return risk.name().toLowerCase(Locale.ROOT);
    }
}
