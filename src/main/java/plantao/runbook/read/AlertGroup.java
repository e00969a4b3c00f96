package plantao.runbook.read;

import org.jspecify.annotations.Nullable;
import plantao.runbook.text.Durations;
import plantao.runbook.text.Expression;
import plantao.runbook.text.Phrases;
import plantao.runbook.text.Severity;
import plantao.runbook.text.Vocabulary;
import plantao.runbook.text.Words;

/// What a title such as "🔴 Critical — answer within 15 min" says of every alert below it.
///
/// @param level from 1, the worst
/// @param respond seconds
record AlertGroup(
        @Nullable String severity,
        @Nullable Integer level,
        @Nullable Integer respond) {
    static final AlertGroup NONE = new AlertGroup(null, null, null);
    private static final Expression DASH = Expression.of("\\s+[-–—]\\s+");
    private static final Expression ALERT = Expression.of("(?i)\\s*\\b(?:alerts?|alertas?)\\b\\s*");

    static AlertGroup of(String title, Vocabulary vocabulary) {
        String[] dashed = DASH.split(Words.unqualified(title), 2);
        Integer level = Phrases.level(dashed[0], vocabulary);
        String qualifier = Words.folded(Words.qualifier(title) + (dashed.length > 1 ? " " + dashed[1] : ""));
        boolean answer = vocabulary.terms("respond").in(qualifier);
        Integer respond = !answer
                ? null
                : vocabulary.terms("immediate").in(qualifier) ? Integer.valueOf(0) : Durations.seconds(qualifier);
        String name = level == null
                ? null
                : ALERT.matcher(Words.emojiless(dashed[0])).replaceAll(" ").strip();
        // "Critical alerts (P0)": the code is what the team says.
        Severity coded = Severity.among(Words.qualifier(title));
        if (coded != null) {
            return new AlertGroup(coded.label(), level == null ? Integer.valueOf(coded.level()) : level, respond);
        }
        return new AlertGroup(name == null || name.isBlank() ? null : name, level, respond);
    }
}
