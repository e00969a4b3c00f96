package plantao.runbook.read;

import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;
import plantao.runbook.Step;
import plantao.runbook.text.Durations;
import plantao.runbook.text.Expression;
import plantao.runbook.text.Words;

/// Response windows in a heading: "Mitigation (5-15 min)", "0-5 minutes", "Primeiros 15 minutos".
final class ResponseWindows {
    private static final Expression FIRST = Expression.of("\\b(?:first|primeir[oa]s|primer[oa]s)\\s+(\\d.*)");

    // "(1-15 seconds lag)" is a measurement.
    private static final Expression MEASURED =
            Expression.of("(?i)\\b(?:lag|delay|latency|uptime|old|atraso|lat[eê]ncia|latencia|retraso)\\b");
    private static final Expression WITHIN =
            Expression.of("(?i)\\s*(?:[<≤]|within|under|up to|at[eé]|em at[eé]|hasta)\\s*(?=\\d)");
    private static final Expression NUMBER_FIRST = Expression.of("\\W*\\d");

    private ResponseWindows() {}

    /// The window that the title names, in seconds since the incident began, or null.
    static Step.@Nullable Window of(String title) {
        if (title.chars().noneMatch(c -> c >= '0' && c <= '9')) {
            return null;
        }
        String qualifier = Words.qualifier(title);
        if (MEASURED.in(qualifier)) {
            return null;
        }
        boolean whole = NUMBER_FIRST.matcher(title).lookingAt();
        int[] range = !qualifier.isEmpty() ? Durations.range(qualifier) : whole ? Durations.range(title) : null;
        if (range != null) {
            return new Step.Window(range[0], range[1]);
        }
        if (WITHIN.matcher(qualifier).lookingAt()) {
            Integer end = Durations.seconds(qualifier);
            return end == null || end < 30 ? null : new Step.Window(0, end);
        }
        Matcher first = FIRST.matcher(Words.folded(title));
        Integer end = first.find() ? Durations.seconds(first.group(1)) : null;
        return end == null ? null : new Step.Window(0, end);
    }
}
