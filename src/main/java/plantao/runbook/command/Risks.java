package plantao.runbook.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import plantao.runbook.Risk;
import plantao.runbook.text.Expression;
import plantao.runbook.text.PatternScreen;
import plantao.runbook.text.Vocabulary;
import tools.jackson.databind.JsonNode;

/// How dangerous a command is, by the patterns of `risks.json`. A guess to warn by, never a reason to run unasked.
public final class Risks {
    private static final JsonNode FILE = Vocabulary.resource("risks.json");
    // In the order in which they decide: what is known to be safe first, then the worst.
    private static final List<Risk> ORDER = List.of(Risk.SAFE, Risk.DESTRUCTIVE, Risk.DISRUPTIVE, Risk.MUTATING);
    private static final Known KNOWN = known();
    private static final Expression REDIRECT =
            Expression.of(FILE.path("redirect").asString());
    private static final Expression SCRIPT =
            Expression.of(FILE.path("unknownScript").asString());
    private static final Expression READ_ONLY =
            Expression.of(FILE.path("readOnlyName").asString());
    private static final Expression READ_ONLY_STATEMENT =
            Expression.of(FILE.path("readOnlyStatement").asString());
    private static final Expression QUOTED = Expression.of("\"(?:[^\"\\\\]|\\\\.)*+\"|'[^']*+'");

    private static final Expression PARTS = Expression.of("\\s*(?:\\|\\||&&|[;|\\n])\\s*");
    private static final Expression CONTINUED = Expression.of("\\\\\\n\\s*");
    // "/usr/bin/tail" is tail.
    private static final Expression SYSTEM_FOLDER = Expression.of("(?<=^|[\\s;|&(])/(?:usr/(?:local/)?)?s?bin/(?=\\w)");
    private static final Expression SAID = Expression.of("^[^:]*:\\s*(?=[A-Z]{3,})");

    // The patterns, and what each of them means.
    private record Known(PatternScreen patterns, List<Risk> meaning) {}

    // "logs <service> --tail=9" writes no file.
    private static final Expression PLACEHOLDER = Expression.of("<[A-Za-zÀ-ÿ][\\wÀ-ÿ .|/-]{0,40}>");

    // "ssh host …", "kubectl exec pod -- …", "docker exec name …", "docker compose exec name …"
    private static final Expression ELSEWHERE = Expression.of(
            "(?s)^\\s*(?:sudo\\s+)?(?:ssh\\s+(?:-(?:[AaCfGgKkMNnqsTtVvXxYy46]+|\\w\\s*\\S+)\\s+)*[^\\s-]\\S*\\s+"
                    + "|(?:kubectl|oc)\\s[^|;&]*?\\bexec\\s[^|;&]*?\\s--\\s+"
                    + "|(?:docker|podman)(?:-compose|\\s+compose)?\\s(?:[^|;&]*?\\s)?exec\\s+(?:-\\S+\\s+)*\\w[\\w.-]*\\s+)(\\S.*)$");
    private static final Expression SHELL = Expression.of("(?:/\\S*/)?(?:ba|z|a|da|k)?sh(?:\\s+-[il]+)?");
    private static final Expression UNQUOTED = Expression.of("(?s)^(['\"])(.*)\\1$");

    private static final Expression METHOD = Expression.of("(?m)^\\s*(POST|PUT|PATCH|DELETE)\\s");

    private Risks() {}

    /// The risk of what is typed, with the comments that stand beside it.
    ///
    /// @param shell whether `text` is a shell command, so that `>` writes a file
    /// @param inputs what is typed into the session it opens
    /// @param comments text that may hold what is to be typed; its words alone are no risk
    public static Risk of(String text, boolean shell, List<String> inputs, List<String> comments) {
        Risk risk = one(text, shell);
        for (String input : inputs) {
            risk = risk.or(one(input, false));
        }
        for (String comment : comments) {
            Risk said = one(SAID.matcher(comment).replaceFirst(""), false);
            risk = said.compareTo(Risk.DISRUPTIVE) >= 0 ? risk.or(said) : risk;
        }
        return risk;
    }

    /// The risk of an SQL statement: what is not known only to read may change something.
    static Risk ofStatement(String text) {
        Risk risk = one(text, false);
        return risk == Risk.SAFE && !READ_ONLY_STATEMENT.in(text) ? Risk.MUTATING : risk;
    }

    /// The risk of what is typed at the prompt of a device or program of its own: what is not known only to show
    /// may change something.
    static Risk ofDevice(String text) {
        Risk risk = one(text, false);
        return risk == Risk.SAFE && UnknownPrograms.mayChange("console " + text) ? Risk.MUTATING : risk;
    }

    /// The risk of HTTP requests, by their methods (RFC 9110, section 9.2.1: GET, HEAD and OPTIONS are safe).
    static Risk ofRequests(String text) {
        Risk risk = Risk.SAFE;
        for (var method : METHOD.matcher(text).results().toList()) {
            risk = risk.or(method.group(1).equals("DELETE") ? Risk.DISRUPTIVE : Risk.MUTATING);
        }
        return risk;
    }

    // What is run over there is as dangerous as here.
    private static Risk one(String text, boolean shell) {
        Matcher there = shell && ELSEWHERE.in(text) ? ELSEWHERE.matcher(text) : null;
        if (there == null || !there.find()) {
            return here(text, shell);
        }
        String run = UNQUOTED.matcher(there.group(1).strip()).replaceFirst("$2");
        return run.isEmpty() || SHELL.matcher(run).matches()
                ? here(text, true)
                : here(text, true).or(here(run, true));
    }

    private static Risk here(String text, boolean shell) {
        String whole = text.indexOf('\n') < 0 ? text : CONTINUED.matcher(text).replaceAll(" ");
        String line = shell ? SYSTEM_FOLDER.matcher(whole).replaceAll("") : whole;
        int found = KNOWN.patterns().first(line);
        Risk risk = found < 0 ? Risk.SAFE : KNOWN.meaning().get(found);
        if (found >= 0 && risk == Risk.SAFE && shell && PARTS.in(line)) {
            return parts(line);
        }
        if (found >= 0 && risk != Risk.MUTATING) {
            return risk;
        }
        if (shell && SCRIPT.matcher(line).find()) {
            return READ_ONLY.matcher(line).find() ? Risk.SAFE : Risk.MUTATING;
        }
        boolean writes = shell
                && line.indexOf('>') >= 0
                && REDIRECT.matcher(PLACEHOLDER
                                .matcher(QUOTED.matcher(line).replaceAll("\"\""))
                                .replaceAll("x"))
                        .find();
        // Who does not know what a command does is better asked than surprised.
        return writes || shell && risk == Risk.SAFE && UnknownPrograms.mayChange(line) ? Risk.MUTATING : risk;
    }

    // "create … --dry-run -o yaml | kubectl apply -f -": only the part that says so is a rehearsal.
    private static Risk parts(String line) {
        Risk risk = Risk.SAFE;
        String whole = QUOTED.matcher(line)
                .replaceAll(m -> Matcher.quoteReplacement(m.group().replaceAll("[|;&\n]", " ")));
        for (String part : PARTS.split(whole, 0)) {
            risk = risk.or(one(part, true));
        }
        return risk;
    }

    private static Known known() {
        List<String> patterns = new ArrayList<>();
        List<Risk> meaning = new ArrayList<>();
        for (Risk risk : ORDER) {
            FILE.path(risk.name().toLowerCase(Locale.ROOT)).forEach(n -> {
                patterns.add(n.asString());
                meaning.add(risk);
            });
        }
        return new Known(PatternScreen.of(patterns), List.copyOf(meaning));
    }
}
