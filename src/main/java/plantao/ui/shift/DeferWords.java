package plantao.ui.shift;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What an operator says about putting something off: `09:00 the calendar answers 503`, or only the reason.
///
/// @param until the next time the clock shows the time said first, in UTC as on the screens, or null
record DeferWords(@Nullable Instant until, String reason) {
    private static final Pattern TIME = Pattern.compile("^(\\d{1,2})[:h](\\d{2})?\\b[\\s,;:–—-]*(.*)$");

    static DeferWords of(String said, Instant now) {
        Matcher m = TIME.matcher(said.strip());
        if (!m.matches()) {
            return new DeferWords(null, said.strip());
        }
        int hour = Integer.parseInt(m.group(1));
        int minute = m.group(2) == null ? 0 : Integer.parseInt(m.group(2));
        if (hour > 23 || minute > 59) {
            return new DeferWords(null, said.strip());
        }
        ZonedDateTime today = now.atZone(ZoneOffset.UTC).with(LocalTime.of(hour, minute));
        Instant until = (today.toInstant().isAfter(now) ? today : today.plusDays(1)).toInstant();
        return new DeferWords(until, m.group(3).strip());
    }
}
