package plantao.runbook.command;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import plantao.runbook.Risk;
import plantao.runbook.text.Vocabulary;
import tools.jackson.databind.JsonNode;

/// How dangerous a command is, by the patterns of `risks.json`. A guess to warn by, never a reason to run unasked.
public final class Risks {
    private static final JsonNode FILE = Vocabulary.resource("risks.json");
    private static final List<Pattern> SAFE = patterns("safe");
    private static final List<Pattern> DESTRUCTIVE = patterns("destructive");
    private static final List<Pattern> DISRUPTIVE = patterns("disruptive");
    private static final List<Pattern> MUTATING = patterns("mutating");
    private static final Pattern REDIRECT =
            Pattern.compile(FILE.path("redirect").asString());
    private static final Pattern SCRIPT =
            Pattern.compile(FILE.path("unknownScript").asString());
    private static final Pattern READ_ONLY =
            Pattern.compile(FILE.path("readOnlyName").asString());
    private static final Pattern QUOTED = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*+\"|'[^']*+'");

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
            Risk said = one(comment.replaceFirst("^[^:]*:\\s*(?=[A-Z]{3,})", ""), false);
            risk = said.compareTo(Risk.DISRUPTIVE) >= 0 ? risk.or(said) : risk;
        }
        return risk;
    }

    private static Risk one(String text, boolean shell) {
        String line = text.replaceAll("\\\\\\n\\s*", " ");
        if (SAFE.stream().anyMatch(p -> p.matcher(line).find())) {
            return Risk.SAFE;
        }
        if (DESTRUCTIVE.stream().anyMatch(p -> p.matcher(line).find())) {
            return Risk.DESTRUCTIVE;
        }
        if (DISRUPTIVE.stream().anyMatch(p -> p.matcher(line).find())) {
            return Risk.DISRUPTIVE;
        }
        if (shell && SCRIPT.matcher(line).find()) {
            return READ_ONLY.matcher(line).find() ? Risk.SAFE : Risk.MUTATING;
        }
        boolean writes = shell
                && REDIRECT.matcher(QUOTED.matcher(line).replaceAll("\"\"")).find();
        return writes || MUTATING.stream().anyMatch(p -> p.matcher(line).find()) ? Risk.MUTATING : Risk.SAFE;
    }

    private static List<Pattern> patterns(String name) {
        List<Pattern> out = new ArrayList<>();
        FILE.path(name).forEach(n -> out.add(Pattern.compile(n.asString())));
        return List.copyOf(out);
    }
}
