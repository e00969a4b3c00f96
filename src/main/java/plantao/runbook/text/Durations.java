package plantao.runbook.text;

import java.util.Map;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/// Lengths of time as people write them: `2min`, `5 minutos`, `1h 30min`, `4 hours`, `30s`.
public final class Durations {
    private static final String UNIT =
            "(ms|millis\\w*|milisegundos?|milissegundos?|s|secs?|seconds?|seg|segundos?|m|mins?|minutes?|minutos?|h|hrs?|hours?|horas?|d|days?|dias?|w|weeks?|semanas?)";
    private static final Expression ONE =
            Expression.of("(?<![\\p{L}\\d.,/])(\\d+(?:[.,]\\d+)?)\\+?\\s*" + UNIT + "(?![\\p{L}/])");
    private static final Expression BUSINESS =
            Expression.of("business|working day|uteis|util\\b|habil|werktag|next day|proximo dia");
    private static final Expression DAYS = Expression.of(".*\\b(?:day|dias?|days)\\b.*");
    private static final Expression RANGE = Expression.of(
            "(\\d+)\\s*" + UNIT + "?\\s*(?:-|–|—|\\ba\\b|\\bto\\b|\\bate\\b)\\s*(\\d+)\\s*" + UNIT + "(?![\\p{L}])");
    private static final Map<Character, Double> SECONDS =
            Map.of('s', 1.0, 'm', 60.0, 'h', 3600.0, 'd', 86400.0, 'w', 604800.0);

    private Durations() {}

    /// Seconds of the first duration in the text (adjacent parts such as `1h 30min` add up), or null when there is
    /// none or when it counts business days.
    public static @Nullable Integer seconds(String text) {
        if (!Letters.hasDigit(text)) {
            return null;
        }
        String t = Words.folded(text);
        if (BUSINESS.in(t) && DAYS.matcher(t).matches()) {
            return null;
        }
        Matcher m = ONE.matcher(t);
        if (!m.find()) {
            return null;
        }
        double total = number(m.group(1)) * factor(m.group(2));
        int end = m.end();
        while (m.find() && t.substring(end, m.start()).isBlank()) {
            total += number(m.group(1)) * factor(m.group(2));
            end = m.end();
        }
        return total > Integer.MAX_VALUE ? null : (int) Math.round(total);
    }

    /// The two ends of a range such as `0-2 min`, `15-30 minutes` or `< 5 min` (from 0), in seconds, or null.
    public static int @Nullable [] range(String text) {
        if (!Letters.hasDigit(text)) {
            return null;
        }
        Matcher m = RANGE.matcher(Words.folded(text));
        if (!m.find()) {
            String t = text.strip();
            Integer end = t.startsWith("<") || t.startsWith("≤") ? seconds(t) : null;
            return end == null ? null : new int[] {0, end};
        }
        double to = factor(m.group(4));
        double from = m.group(2) == null ? to : factor(m.group(2));
        double a = Double.parseDouble(m.group(1)) * from;
        double b = Double.parseDouble(m.group(3)) * to;
        return b < a || b > Integer.MAX_VALUE ? null : new int[] {(int) a, (int) b};
    }

    private static double number(String digits) {
        return Double.parseDouble(digits.replace(',', '.'));
    }

    private static double factor(String unit) {
        if (unit.equals("ms") || unit.startsWith("mil")) {
            return 0.001;
        }
        char first = unit.startsWith("semana") ? 'w' : unit.charAt(0);
        return SECONDS.getOrDefault(first, 1.0);
    }
}
