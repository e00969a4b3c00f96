package plantao.runbook.read;

import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;
import plantao.runbook.text.Durations;
import plantao.runbook.text.Expression;
import plantao.runbook.text.Words;

/// How long an alert's condition must hold, told apart from a deadline ("expires in 30 days", "response: 15min").
final class Holds {
    private static final Expression HOLD = Expression.of(
            "\\b(?:for(?: more than| longer than| over| at least)?|por(?: mais de| pelo menos| mas de| al menos)?|durante(?: mais de| mas de)?|during|sustained(?: for)?|ha(?: mais de)?|hace(?: mas de)?|over the last|nos ultimos|en los ultimos|desde hace(?: mas de)?|sostenido(?: por)?)\\s+(?:the last )?(\\d[^,;)]*)");
    private static final Expression MORE_THAN = Expression.of(
            "(?iu)\\b(?:for|por|durante|há|ha|hace|during)\\s+(?:more than|longer than|at least|mais de|más de|mas de|pelo menos|al menos)\\s+\\d+\\s*\\p{L}+");
    private static final Expression WINDOW = Expression.of("\\b(?:in|em|en|over|within|dentro de)\\s+(\\d[^,;)]*)");
    private static final Expression BRACKETED =
            Expression.of("[(,]\\s*(\\d+\\s*(?:s|seg|m|min|mins?|minutos?|minutes?|h|horas?|hours?))\\s*\\)?$");
    // "> 50 ms 10m", or nothing but a time.
    private static final Expression LAST =
            Expression.of("^(?:.*[<>=≥≤]\\s*\\d[\\d.,]*\\s*[%\\p{L}]*\\s+)?(\\d+\\s*(?:s|m|min|h))$");
    private static final Expression COMPARED = Expression.of("[<>=≥≤]\\s*\\d");

    private Holds() {}

    /// The condition without its hold time, so that "for more than 3 minutes" is no comparison.
    static String without(String condition) {
        Matcher m = MORE_THAN.matcher(condition);
        return m.find() ? condition.substring(0, m.start()) + condition.substring(m.end()) : condition;
    }

    /// Seconds, or null when the condition names no hold time.
    static @Nullable Integer seconds(String condition) {
        String folded = Words.folded(condition);
        Matcher m = HOLD.matcher(folded);
        if (m.find()) {
            return Durations.seconds(m.group(1));
        }
        m = BRACKETED.matcher(folded);
        if (m.find()) {
            String before = folded.substring(0, m.start()).strip();
            // "QueueStuck (5m)"
            if (COMPARED.in(before) || before.indexOf(' ') < 0) {
                return Durations.seconds(m.group(1));
            }
        }
        m = LAST.matcher(folded);
        if (m.find()) {
            return Durations.seconds(m.group(1));
        }
        m = WINDOW.matcher(folded);
        return m.find() && COMPARED.in(folded.substring(0, m.start())) ? Durations.seconds(m.group(1)) : null;
    }
}
