package plantao.ui.fx;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What an operator types where a time is asked for, in UTC as the screens have it: `09:00`, or `09:00 calendar is
/// down`.
///
/// @param at the next moment the clock shows the time said first; null when none was
/// @param rest what else was said
public record TypedTime(@Nullable Instant at, String rest) {
    private static final Pattern TIME = Pattern.compile("^(\\d{1,2})[:h](\\d{2})?(?!\\d)[\\s,;:–—-]*(.*)$");

    /// @param now from when on the next such time is meant
    public static TypedTime of(String said, Instant now) {
        Matcher m = TIME.matcher(said.strip());
        if (!m.matches()) {
            return new TypedTime(null, said.strip());
        }
        int hour = Integer.parseInt(m.group(1));
        int minute = m.group(2) == null ? 0 : Integer.parseInt(m.group(2));
        if (hour > 23 || minute > 59) {
            return new TypedTime(null, said.strip());
        }
        ZonedDateTime today = now.atZone(ZoneOffset.UTC).with(LocalTime.of(hour, minute));
        Instant at = (today.toInstant().isAfter(now) ? today : today.plusDays(1)).toInstant();
        return new TypedTime(at, m.group(3).strip());
    }
}
