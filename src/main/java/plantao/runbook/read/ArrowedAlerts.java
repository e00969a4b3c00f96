package plantao.runbook.read;

import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;
import plantao.runbook.text.Expression;
import plantao.runbook.text.Phrases;
import plantao.runbook.text.Vocabulary;
import plantao.runbook.text.Words;

/// "Errors > 5% → SEV1", "… (severity: error)": a condition and the severity written behind it.
record ArrowedAlerts(
        String condition,
        @Nullable String severity,
        @Nullable Integer level) {
    private static final Expression BEHIND = Expression.of(
            "(?i)^(.+?)\\s*(?:→|=>|->|⇒)\\s*(?:alerta?s?\\s+)?([^→()]{2,30}?)\\s*(?:alerts?|alertas?)?\\s*(?:\\(([^()]*)\\))?\\s*$");
    private static final Expression KEYED = Expression.of(
            "(?i)\\b(?:severity|severidade|severidad|prioridade|prioridad|priority)\\s*[:=]\\s*([\\w-]+)");

    static ArrowedAlerts of(String condition, Vocabulary vocabulary) {
        Matcher m = condition.length() > 400 ? null : BEHIND.matcher(condition);
        if (m == null || !m.matches()) {
            return new ArrowedAlerts(condition, null, null);
        }
        Matcher keyed = KEYED.matcher(m.group(3) == null ? "" : m.group(3));
        String said =
                keyed.find() ? keyed.group(1) : Words.emojiless(m.group(2)).strip();
        Integer level = said.split("\\s+").length > 2 ? null : Phrases.level(said, vocabulary);
        return level == null
                ? new ArrowedAlerts(condition, null, null)
                : new ArrowedAlerts(m.group(1).strip(), said, level);
    }
}
