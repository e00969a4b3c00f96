package plantao.runbook.risk;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import plantao.runbook.Risk;
import plantao.runbook.text.Expression;
import plantao.runbook.text.Vocabulary;
import tools.jackson.databind.JsonNode;

/// How dangerous PowerShell and the Windows command line are: a cmdlet's verb says what it does (Microsoft,
/// "Approved verbs for PowerShell commands"); older programs are known by name.
public final class Cmdlets {
    private static final JsonNode FILE = Vocabulary.resource("risk/powershell.json");
    private static final Expression CMDLET = Expression.of("(?<![\\w-])([A-Za-z]{2,14})-([A-Za-z]{2,60})\\b");
    private static final Expression FIRST = Expression.of("(?s)^\\s*([a-z][\\w.-]*?)(?:\\.exe)?\\s.*");
    private static final Expression REHEARSED = Expression.of("(?i)\\s-(?:WhatIf|DryRun)\\b");
    private static final Expression WRITES = Expression.of("(?<![-=0-9])>>?\\s*[\\w.\\\\/$\"']");
    private static final Set<String> SAFE = words("safe");
    private static final Set<String> MUTATING = words("mutating");
    private static final Set<String> DISRUPTIVE = words("disruptive");
    private static final Set<String> DESTRUCTIVE = words("destructive");
    private static final Expression HARMLESS = expression("harmless");
    private static final Expression SENDS = expression("sends");
    private static final Expression OLD_DESTRUCTIVE = expression("oldDestructive");
    private static final Expression OLD_DISRUPTIVE = expression("oldDisruptive");
    private static final Expression OLD_READING = expression("oldReading");

    private Cmdlets() {}

    /// The risk of one command, with whatever SQL it sends. What nobody knows may change something.
    static Risk of(String text) {
        if (REHEARSED.in(text)) {
            return Risk.SAFE;
        }
        Risk risk = OLD_DESTRUCTIVE.in(text)
                ? Risk.DESTRUCTIVE
                : OLD_DISRUPTIVE.in(text)
                        ? Risk.DISRUPTIVE
                        : SENDS.in(text) || WRITES.in(text) ? Risk.MUTATING : Risk.SAFE;
        boolean known = risk != Risk.SAFE || OLD_READING.in(text);
        Matcher m = CMDLET.matcher(text);
        while (m.find()) {
            known = true;
            risk = HARMLESS.matcher(m.group()).matches() ? risk : risk.or(of(m.group(1), risk));
        }
        if (!known) {
            Matcher first = FIRST.matcher(text);
            return first.matches() && Programs.KNOWN.knows(first.group(1)) ? ShellRisk.of(text) : Risk.MUTATING;
        }
        return risk.or(QueryRisk.within(text));
    }

    /// Whether this is one of the verbs that cmdlets begin with.
    public static boolean isVerb(String word) {
        String verb = word.toLowerCase(Locale.ROOT);
        return SAFE.contains(verb)
                || MUTATING.contains(verb)
                || DESTRUCTIVE.contains(verb)
                || DISRUPTIVE.contains(verb);
    }

    private static Risk of(String written, Risk otherwise) {
        String verb = written.toLowerCase(Locale.ROOT);
        if (SAFE.contains(verb)) {
            return otherwise;
        }
        return DESTRUCTIVE.contains(verb)
                ? Risk.DESTRUCTIVE
                : MUTATING.contains(verb)
                        ? Risk.MUTATING
                        : Character.isUpperCase(written.charAt(0)) ? Risk.DISRUPTIVE : otherwise;
    }

    private static Set<String> words(String key) {
        return Set.of(FILE.path(key).asString().split("\\|"));
    }

    private static Expression expression(String key) {
        return Expression.of(FILE.path(key).asString());
    }
}
