package plantao.runbook.read;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import plantao.runbook.text.Durations;
import plantao.runbook.text.Words;

/// How long an alert's condition must hold, told apart from a deadline ("expires in 30 days", "response: 15min").
final class Holds {
    private static final Pattern HOLD = Pattern.compile(
            "\\b(?:for(?: more than)?|por(?: mais de)?|durante|during|sustained(?: for)?|ha mais de|over the last|nos ultimos|en los ultimos|desde hace(?: mas de)?|sostenido(?: por)?)\\s+(?:the last )?(\\d[^,;)]*)");
    private static final Pattern WINDOW = Pattern.compile("\\b(?:in|em|en|over|within|dentro de)\\s+(\\d[^,;)]*)");
    private static final Pattern COMPARED = Pattern.compile("[<>=≥≤]\\s*\\d");

    private Holds() {}

    /// Seconds, or null when the condition names no hold time.
    static @Nullable Integer seconds(String condition) {
        String folded = Words.folded(condition);
        Matcher m = HOLD.matcher(folded);
        if (m.find()) {
            return Durations.seconds(m.group(1));
        }
        m = WINDOW.matcher(folded);
        return m.find() && COMPARED.matcher(folded.substring(0, m.start())).find()
                ? Durations.seconds(m.group(1))
                : null;
    }
}
