package plantao.runbook.due;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// When somebody can be reached, in a runbook's words: `24/7`, `8-18h`, `Mon-Fri 09:00-18:00 UTC`.
///
/// @param weekdays empty for every day
/// @param spans empty for the whole day
/// @param zone the zone the text names, or null for the operator's
public record Hours(
        Set<DayOfWeek> weekdays,
        List<Schedule.Span> spans,
        @Nullable ZoneId zone) {
    private static final Pattern ALWAYS =
            Pattern.compile("24\\s*[/x]\\s*7|24\\s*h(?:oras|ours|s)?\\b|\\b(?:always|sempre|siempre|any ?time)\\b");

    /// The hours a text names; null when it names none, so that nobody can say.
    public static @Nullable Hours of(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        if (ALWAYS.matcher(text.toLowerCase(Locale.ROOT)).find()) {
            return new Hours(Set.of(), List.of(), null);
        }
        return new ScheduleText(text).hours();
    }

    /// Whether it is within them. A span that ends before it begins goes on into the next day.
    public boolean open(Instant now, ZoneId operators) {
        ZonedDateTime at = now.atZone(zone == null ? operators : zone);
        if (spans.isEmpty()) {
            return on(at.getDayOfWeek());
        }
        return spans.stream().anyMatch(s -> {
            boolean overnight = s.to().isBefore(s.from());
            boolean begun = !at.toLocalTime().isBefore(s.from());
            boolean over = !at.toLocalTime().isBefore(s.to());
            return overnight
                    ? begun && on(at.getDayOfWeek())
                            || !over && on(at.getDayOfWeek().minus(1))
                    : begun && !over && on(at.getDayOfWeek());
        });
    }

    private boolean on(DayOfWeek day) {
        return weekdays.isEmpty() || weekdays.contains(day);
    }
}
