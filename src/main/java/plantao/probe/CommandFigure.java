package plantao.probe;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The one figure in what a command prints for people (`34%`, `3 jobs wait`, a table of one cell). Where there are
/// several, or where it is of a unit that the limits may not be of (`1.2G`, `300ms`), it is not guessed. Pure.
final class CommandFigure {
    private static final Pattern NUMBER =
            Pattern.compile("(?<![\\p{L}\\d_.:/-])-?\\d+(?:\\.\\d+)?(?![\\d.:/_-]*[\\d:/_-])");
    private static final Pattern OTHER_UNIT = Pattern.compile(
            "(?i)^\\s?(?:[kmgtp]i?b?|b|bytes?|octets?|[mµun]?s|secs?|seconds?|min|minutes?|h|hours?)\\b.*");
    private static final Pattern GLUED = Pattern.compile("^[\\p{L}\\d].*");
    private static final Pattern RULE = Pattern.compile("^\\s*-{2,}\\s*$");

    /// When a certificate runs out, as `openssl x509 -enddate` says it.
    private static final Pattern CERTIFICATE = Pattern.compile("^notAfter=(\\w{3})\\s+(\\d.*)$");

    private static final DateTimeFormatter CERTIFICATES =
            DateTimeFormatter.ofPattern("MMM d HH:mm:ss yyyy z", Locale.ENGLISH);

    private CommandFigure() {}

    /// @param now for what is said as a date: the days that are left until then
    static @Nullable Double in(String out, Instant now) {
        List<String> lines = out.lines().filter(l -> !l.isBlank()).toList();
        if (lines.size() > 2 && RULE.matcher(lines.get(1)).matches() && (lines.size() == 3 || rows(lines.get(3)))) {
            return FigureText.finite(lines.get(2)); // psql, with a header and one row
        }
        if (lines.size() != 1) {
            return null;
        }
        String line = lines.getFirst().strip();
        Matcher end = CERTIFICATE.matcher(line);
        return end.matches() ? days(end.group(1) + " " + end.group(2), now) : only(line);
    }

    private static boolean rows(String line) {
        return line.startsWith("(1 ");
    }

    private static @Nullable Double days(String date, Instant now) {
        try {
            Instant end = ZonedDateTime.parse(date, CERTIFICATES).toInstant();
            return (double) Duration.between(now, end).toDays();
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static @Nullable Double only(String line) {
        Matcher number = NUMBER.matcher(line);
        if (!number.find()) {
            return null;
        }
        String behind = line.substring(number.end());
        String found = number.group();
        return number.find()
                        || OTHER_UNIT.matcher(behind).matches()
                        || GLUED.matcher(behind).matches()
                ? null
                : FigureText.finite(found);
    }
}
