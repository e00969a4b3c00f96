package plantao.journal;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A moment as it is typed: `12h` or `7d` ago, `2026-03-01`, `2026-03-01T22:00` in local time, or with an offset
/// (ISO 8601).
public final class TypedMoment {
    private static final Pattern AGO = Pattern.compile("(\\d{1,6})(m|min|h|d|w)");

    private TypedMoment() {}

    /// The moment; empty when the text is none.
    public static Optional<Instant> of(String text, Instant now, ZoneId zone) {
        Matcher ago = AGO.matcher(text);
        try {
            if (ago.matches()) {
                long count = Long.parseLong(ago.group(1));
                return Optional.of(now.minus(
                        switch (ago.group(2)) {
                            case "h" -> Duration.ofHours(count);
                            case "d" -> Duration.ofDays(count);
                            case "w" -> Duration.ofDays(7 * count);
                            default -> Duration.ofMinutes(count);
                        }));
            }
            if (!text.contains("T")) {
                return Optional.of(LocalDate.parse(text).atStartOfDay(zone).toInstant());
            }
            return Optional.of(
                    text.matches(".*T.*(Z|[+-]\\d\\d:?\\d\\d)")
                            ? Instant.parse(text)
                            : LocalDateTime.parse(text).atZone(zone).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
