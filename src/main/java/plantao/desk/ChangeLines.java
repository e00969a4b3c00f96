package plantao.desk;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What a team's own command prints of changes: on each line a time (ISO 8601 with its offset, or seconds since
/// 1970)
/// and what was changed, such as `git log --since=1.day --format='%cI %s'` does.
public final class ChangeLines {
    private static final Pattern LINE = Pattern.compile("(\\S+)\\s+(\\S.*)");
    private static final Duration LATELY = Duration.ofHours(24);
    private static final int MOST = 200;
    private static final int LONGEST = 160;

    private ChangeLines() {}

    /// The changes of the last day; lines without a time are passed over.
    public static List<Surroundings.Mark> of(String output, Instant now) {
        List<Surroundings.Mark> marks = new ArrayList<>();
        for (String line : output.split("\\R")) {
            Matcher m = LINE.matcher(line.strip());
            Instant at = m.matches() ? moment(m.group(1)) : null;
            if (at != null && marks.size() < MOST && !at.isAfter(now) && at.isAfter(now.minus(LATELY))) {
                String what = m.group(2).replaceAll("\\p{Cntrl}", " ").strip();
                marks.add(new Surroundings.Mark(
                        at, what.length() > LONGEST ? what.substring(0, LONGEST - 1) + "…" : what, 0));
            }
        }
        return List.copyOf(marks);
    }

    private static @Nullable Instant moment(String text) {
        try {
            return text.matches("\\d{9,11}")
                    ? Instant.ofEpochSecond(Long.parseLong(text))
                    : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }
}
