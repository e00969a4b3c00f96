package plantao.runbook.risk;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;
import plantao.runbook.Risk;
import plantao.runbook.text.Expression;
import plantao.runbook.text.ShellWords.Word;

/// How dangerous a command is. A guess to warn by, never a reason to run unasked.
public final class Risks {
    private static final Expression SAID = Expression.of("^[^:]*:\\s*(?=[A-Z]{3,})");
    private static final Expression REQUEST = Expression.of("(?m)^\\s*([A-Z]{3,7})\\s+(\\S+)");
    private static final Expression FIRST = Expression.of("^\\s*(?:sudo\\s+)?([\\w./-]+)(?:\\s+\\S.*|$)");

    private Risks() {}

    /// The risk of a shell text, with what is typed into the session it opens.
    ///
    /// @param inputs what is typed into the session
    /// @param comments text that may hold what is to be typed; its words alone are no risk
    public static Risk ofShell(String text, List<String> inputs, List<String> comments) {
        return with(ShellRisk.of(text), inputs, comments);
    }

    /// The risk of a shell text.
    public static Risk ofShell(String text) {
        return ShellRisk.of(text);
    }

    /// The risk of a fence in a language that is told.
    ///
    /// @param language as `commands.json` names it
    public static Risk ofLanguage(String language, String text, List<String> inputs, List<String> comments) {
        Risk risk = switch (language) {
            case "python", "javascript", "typescript", "ruby", "php", "go", "java", "groovy" -> CodeRisk.of(text);
            case "sql" -> QueryRisk.of(text);
            case "redis" -> RedisRisk.typed(text);
            case "promql", "logql", "kql" -> Risk.SAFE;
            default -> typed(text);
        };
        return with(risk, inputs, comments);
    }

    /// The risk of an SQL statement: what is not known only to read may change something.
    public static Risk ofStatement(String text) {
        return QueryRisk.of(text);
    }

    /// The risk of what is typed at the prompt of a device or program of its own: what is not known only to show
    /// may change something.
    public static Risk ofDevice(String text) {
        Risk typed = typed(text);
        List<Word> words = Arrays.stream(text.strip().split("\\s+"))
                .map(w -> new Word(w, false))
                .toList();
        return typed.or(VerbRisk.ofProgram(words));
    }

    /// The risk of HTTP requests as an `.http` file holds them.
    public static Risk ofRequests(String text) {
        Risk risk = Risk.SAFE;
        Matcher request = REQUEST.matcher(text);
        while (request.find()) {
            risk = risk.or(HttpRisk.of(request.group(1), request.group(2)));
        }
        return risk;
    }

    /// The risk of a text for PowerShell or the Windows command line.
    public static Risk ofPowerShell(String text) {
        return Cmdlets.of(text);
    }

    private static Risk with(Risk text, List<String> inputs, List<String> comments) {
        Risk risk = text;
        for (String input : inputs) {
            risk = risk.or(typed(input));
        }
        for (String comment : comments) {
            Risk said = told(SAID.matcher(comment).replaceFirst(""));
            risk = said.compareTo(Risk.DISRUPTIVE) >= 0 ? risk.or(said) : risk;
        }
        return risk;
    }

    private static Risk typed(String text) {
        if (RedisRisk.isOne(text)) {
            return RedisRisk.typed(text);
        }
        Risk query = QueryRisk.maybe(text);
        if (query != null) {
            return query;
        }
        Matcher first = FIRST.matcher(text);
        return first.matches() && isProgram(first.group(1)) ? ShellRisk.of(text) : CodeRisk.of(text);
    }

    /// A comment that is itself what is to be typed.
    private static Risk told(String comment) {
        @Nullable Risk query = comment.matches("(?s)^[A-Z]{4,}\\b.*|.*;\\s*$") ? QueryRisk.maybe(comment) : null;
        return query != null ? query : RedisRisk.isOne(comment) ? RedisRisk.typed(comment) : CodeRisk.of(comment);
    }

    private static boolean isProgram(String word) {
        String name = Called.name(word);
        return word.indexOf('/') >= 0 || Programs.KNOWN.knows(name) || Speakers.KNOWN.knows(name);
    }
}
