package plantao.runbook.text;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;

/// Dates as people write them in a document's head: `05/02/2026`, `March 14, 2026`, `12 de janeiro de 2026`,
/// `Dez 2025`.
public final class Dates {
    private static final Expression ISO = Expression.of("\\b(\\d{4})[-/.](\\d{1,2})(?:[-/.](\\d{1,2}))?\\b");
    private static final Expression NUMBERS = Expression.of("\\b(\\d{1,2})[/.-](\\d{1,2})[/.-](\\d{4})\\b");
    private static final Expression NAMED_DAY = Expression.of(
            "\\b(\\d{1,2})(?:st|nd|rd|th|º|o)?\\.?[\\s-]+(?:de\\s+|of\\s+)?([a-z]{3,10})\\.?,?[\\s-]+(?:de\\s+|del\\s+)?(\\d{4})\\b");
    private static final Expression NAMED_FIRST =
            Expression.of("\\b([a-z]{3,10})\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})\\b");
    private static final Expression MONTH =
            Expression.of("\\b([a-z]{3,10})\\.?[\\s/,-]+(?:de\\s+|del\\s+)?(\\d{4})\\b");
    private static final List<String> MONTHS = List.of(
            "jan|ene",
            "feb|fev",
            "mar",
            "apr|abr",
            "may|mai",
            "jun",
            "jul",
            "aug|ago",
            "sep|set",
            "oct|out",
            "nov",
            "dec|dez|dic");

    private Dates() {}

    /// The date as `2026-02-05`, or `2026-02` when no day is given; the text as it is when it holds no date.
    ///
    /// @param monthFirst whether `05/02/2026` is a day of May
    public static String iso(String written, boolean monthFirst) {
        String t = Words.folded(written);
        Matcher m = ISO.matcher(t);
        if (m.find()) {
            return dated(number(m.group(1)), number(m.group(2)), m.group(3) == null ? 0 : number(m.group(3)), written);
        }
        m = NUMBERS.matcher(t);
        if (m.find()) {
            int a = number(m.group(1));
            int b = number(m.group(2));
            boolean month = b > 12 || monthFirst && a <= 12;
            return dated(number(m.group(3)), month ? a : b, month ? b : a, written);
        }
        m = NAMED_DAY.matcher(t);
        if (m.find() && month(m.group(2)) > 0) {
            return dated(number(m.group(3)), month(m.group(2)), number(m.group(1)), written);
        }
        m = NAMED_FIRST.matcher(t);
        if (m.find() && month(m.group(1)) > 0) {
            return dated(number(m.group(3)), month(m.group(1)), number(m.group(2)), written);
        }
        m = MONTH.matcher(t);
        return m.find() && month(m.group(1)) > 0 ? dated(number(m.group(2)), month(m.group(1)), 0, written) : written;
    }

    private static String dated(int year, int month, int day, String written) {
        try {
            String date = LocalDate.of(year, month, Math.max(day, 1)).toString();
            return day == 0 ? date.substring(0, 7) : date;
        } catch (DateTimeException e) {
            return written;
        }
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }

    private static int month(String name) {
        for (int i = 0; i < MONTHS.size(); i++) {
            if (List.of(MONTHS.get(i).split("\\|")).contains(name.substring(0, 3))) {
                return i + 1;
            }
        }
        return 0;
    }
}
