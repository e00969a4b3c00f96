package plantao.ui.shift;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;
import plantao.runbook.due.DueTime;
import plantao.ui.fx.Figures;
import plantao.ui.fx.Texts;
import plantao.ui.fx.UiContext;

/// When something is due, in words: `10:00`, `Mon 23 Nov, 10:00`, `7 min late`, `this week`. Clocks are UTC.
record DueWords(Texts texts, Figures figures) {

    static DueWords of(UiContext desktop, Texts texts) {
        return new DueWords(texts, desktop.figures());
    }

    /// The time that matters: how late it is, or when it begins, or when it must be done by.
    String shortly(@Nullable DueTime due, Instant now) {
        if (due == null) {
            return "";
        }
        if (due.late(now)) {
            return texts.get("due.late", figures.age(Duration.between(due.by(), now)));
        }
        if (!due.timed()) {
            return texts.get("due.by", day(due.by().minusSeconds(1), now));
        }
        Duration left = Duration.between(now, due.from());
        if (left.toSeconds() > 0) {
            return left.toMinutes() < 60 ? texts.get("due.in", figures.age(left)) : at(due.from(), now);
        }
        return due.by().equals(due.from()) ? at(due.from(), now) : texts.get("due.until", at(due.by(), now));
    }

    /// The exact times, for hovering.
    String exactly(DueTime due) {
        return due.by().equals(due.from())
                ? figures.exact(due.from())
                : figures.exact(due.from()) + " – " + figures.exact(due.by());
    }

    /// `10:00`, with the day unless it is today's.
    String at(Instant at, Instant now) {
        boolean today = date(at).equals(date(now));
        return today ? figures.utcShort(at) : day(at, now) + ", " + figures.utcShort(at);
    }

    private String day(Instant at, Instant now) {
        boolean near = Duration.between(now, at).abs().toDays() < 6;
        return DateTimeFormatter.ofPattern(near ? "EEE d" : "d MMM", figures.locale())
                .withZone(ZoneOffset.UTC)
                .format(at);
    }

    private static LocalDate date(Instant at) {
        return at.atZone(ZoneId.of("UTC")).toLocalDate();
    }
}
