package plantao.runbook.risk;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;
import plantao.runbook.Risk;
import plantao.runbook.text.Expression;
import plantao.runbook.text.ShellWords.Word;
import plantao.runbook.text.Vocabulary;
import tools.jackson.databind.JsonNode;

/// How dangerous a command of Redis is (Redis, "Commands": what is marked as write, admin or dangerous).
final class RedisRisk {
    private static final JsonNode FILE =
            Vocabulary.resource("risk/languages.json").path("redis");
    private static final Set<String> LOOKS = RuleList.words(FILE.path("looks").asString());
    private static final Set<String> WRITES = RuleList.words(FILE.path("writes").asString());

    private static final Expression CALL = Expression.of("\\bp?call\\(\\s*['\"](\\w+)");

    private RedisRisk() {}

    /// @param words behind `redis-cli`
    static Risk of(List<Word> words, Input input) {
        Arguments arguments = Arguments.of(words, Languages.KNOWN.redis().valued());
        boolean cluster = arguments.has("--cluster");
        if (cluster) {
            return Set.of("check", "info", "help").contains(first(arguments)) ? Risk.SAFE : Risk.DISRUPTIVE;
        }
        if (arguments.options().stream().anyMatch(o -> LOOKS.contains(o.name()))) {
            return Risk.SAFE;
        }
        if (arguments.options().stream().anyMatch(o -> WRITES.contains(o.name()))) {
            return Risk.MUTATING;
        }
        if (!arguments.operands().isEmpty()) {
            return of(arguments.operands());
        }
        String text = input.text();
        return text == null ? Risk.MUTATING : typed(text);
    }

    /// Whether the client is told anything, so that it opens no session.
    static boolean isTold(List<Word> words) {
        Arguments arguments = Arguments.of(words, Languages.KNOWN.redis().valued());
        return !arguments.operands().isEmpty()
                || arguments.has("--cluster")
                || arguments.options().stream().anyMatch(o -> LOOKS.contains(o.name()) || WRITES.contains(o.name()));
    }

    /// @param text commands, one a line
    static Risk typed(String text) {
        Risk risk = Risk.SAFE;
        for (String line : text.lines().toList()) {
            if (!line.isBlank()) {
                risk = risk.or(of(Arrays.asList(line.strip().split("\\s+"))));
            }
        }
        return risk;
    }

    /// Whether a text begins with a command of Redis as manuals write it, in capitals.
    static boolean isOne(String text) {
        List<String> words = List.of(text.strip().split("\\s+"));
        return words.getFirst().length() > 1
                && words.getFirst().chars().allMatch(c -> c >= 'A' && c <= 'Z')
                && known(words) != null;
    }

    private static Risk of(List<String> command) {
        Risk risk = known(command);
        if (risk != null) {
            return risk;
        }
        Risk called = Risk.MUTATING;
        Matcher call = CALL.matcher(String.join(" ", command));
        while (call.find()) { // of a script, what it calls
            Risk one = known(List.of(call.group(1)));
            called = one == null ? called : called.or(one);
        }
        return called;
    }

    private static @Nullable Risk known(List<String> command) {
        List<String> words =
                command.stream().map(w -> w.toLowerCase(Locale.ROOT)).toList();
        return Languages.KNOWN.redis().meaning(words, _ -> false);
    }

    private static String first(Arguments arguments) {
        return arguments.operands().isEmpty() ? "" : arguments.operands().getFirst();
    }
}
