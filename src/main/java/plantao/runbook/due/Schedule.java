package plantao.runbook.due;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// When work comes back.
///
/// A local time that a change to summer time leaves out is moved on by the length of the gap; one that comes twice
/// is the first of the two (as [ZonedDateTime] has it).
///
/// @param days the days it begins on
/// @param times the times of those days; empty where only the day or the period is known
/// @param period for what has neither day nor time: the whole of it is as good
/// @param zone the zone the text names, or null for the operator's
public record Schedule(
        Days days,
        List<Span> times,
        @Nullable Period period,
        @Nullable ZoneId zone) {
    /// Longer than any distance between two occurrences: a yearly one in a leap year, and a day on either side.
    private static final int FAR = 370;
    private static final long FIRST_MONDAY = LocalDate.of(1970, 1, 5).toEpochDay();

    /// From one time of the day to another; to the next day when it ends before it begins.
    public record Span(LocalTime from, LocalTime to) {}

    /// How often something comes back that has neither day nor time.
    public enum Period {
        HOUR,
        DAY,
        WEEK,
        /// Two weeks, counted from the first Monday of 1970: a runbook does not say which weeks are meant.
        FORTNIGHT,
        MONTH,
        TWO_MONTHS,
        QUARTER,
        HALF_YEAR,
        YEAR
    }

    /// What a cadence (as the reader has it) and a schedule's own words say; null when they say nothing about time.
    public static @Nullable Schedule of(@Nullable String cadence, @Nullable String when) {
        return new ScheduleText(when == null ? "" : when).read(cadence);
    }

    /// The last occurrence that had opened at `now`; empty when it lies more than a year back.
    public Optional<DueTime> current(Instant now, ZoneId operators) {
        List<DueTime> around = around(now, operators);
        return around.reversed().stream().filter(d -> !d.opens().isAfter(now)).findFirst();
    }

    /// The first occurrence that opens after `now`.
    public Optional<DueTime> next(Instant now, ZoneId operators) {
        return around(now, operators).stream()
                .filter(d -> d.opens().isAfter(now))
                .findFirst();
    }

    /// The occurrences that begin from `from` on and before `to`; every hour is not told apart.
    public List<DueTime> between(Instant from, Instant to, ZoneId operators) {
        ZoneId at = zone == null ? operators : zone;
        List<DueTime> all = new ArrayList<>();
        LocalDate last = to.atZone(at).toLocalDate();
        for (LocalDate day = from.atZone(at).toLocalDate(); !day.isAfter(last); day = day.plusDays(1)) {
            if (begins(day)) {
                on(day, at).stream()
                        .filter(d -> !d.from().isBefore(from) && d.from().isBefore(to))
                        .forEach(all::add);
            }
        }
        return List.copyOf(all);
    }

    private List<DueTime> around(Instant now, ZoneId operators) {
        ZoneId at = zone == null ? operators : zone;
        if (period == Period.HOUR) {
            return hours(now.atZone(at));
        }
        LocalDate today = now.atZone(at).toLocalDate();
        List<DueTime> all = new ArrayList<>();
        LocalDate before = lastBefore(today.minusDays(1));
        LocalDate from = before == null ? today.minusDays(FAR) : before;
        int found = 0;
        for (LocalDate day = from; day.isBefore(today.plusDays(FAR)) && found < 3; day = day.plusDays(1)) {
            if (begins(day)) {
                all.addAll(on(day, at));
                found += day.isAfter(today) ? 1 : 0;
            }
        }
        return opened(all, at);
    }

    private @Nullable LocalDate lastBefore(LocalDate day) {
        for (int back = 0; back < FAR; back++) {
            if (begins(day.minusDays(back))) {
                return day.minusDays(back);
            }
        }
        return null;
    }

    private boolean begins(LocalDate day) {
        boolean first = day.getDayOfMonth() == 1;
        return switch (period) {
            case null -> days.has(day);
            case HOUR, DAY -> true;
            case WEEK -> day.getDayOfWeek() == java.time.DayOfWeek.MONDAY;
            case FORTNIGHT -> (day.toEpochDay() - FIRST_MONDAY) % 14 == 0;
            case MONTH -> first;
            case TWO_MONTHS -> first && day.getMonthValue() % 2 == 1;
            case QUARTER -> first && day.getMonthValue() % 3 == 1;
            case HALF_YEAR -> first && day.getMonthValue() % 6 == 1;
            case YEAR -> first && day.getMonthValue() == 1;
        };
    }

    private List<DueTime> on(LocalDate day, ZoneId at) {
        Instant start = day.atStartOfDay(at).toInstant();
        if (times.isEmpty()) {
            LocalDate end = switch (period) {
                case WEEK -> day.plusWeeks(1);
                case FORTNIGHT -> day.plusWeeks(2);
                case MONTH -> day.plusMonths(1);
                case TWO_MONTHS -> day.plusMonths(2);
                case QUARTER -> day.plusMonths(3);
                case HALF_YEAR -> day.plusMonths(6);
                case YEAR -> day.plusYears(1);
                case HOUR, DAY -> day.plusDays(1);
                case null -> day.plusDays(1);
            };
            return List.of(new DueTime(start, start, end.atStartOfDay(at).toInstant(), period == null));
        }
        List<DueTime> all = new ArrayList<>();
        for (Span span : times) {
            Instant from = ZonedDateTime.of(day, span.from(), at).toInstant();
            LocalDate last = span.to().isBefore(span.from()) ? day.plusDays(1) : day;
            Instant by = ZonedDateTime.of(last, span.to(), at).toInstant();
            all.add(new DueTime(start, from, by.isBefore(from) ? from : by, true));
        }
        return all;
    }

    /// Of several on one day each opens half-way between the one before and itself, the first with the day.
    private static List<DueTime> opened(List<DueTime> all, ZoneId at) {
        List<DueTime> opened = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            DueTime due = all.get(i);
            DueTime before = i == 0 ? null : all.get(i - 1);
            boolean sameDay = before != null
                    && before.from()
                            .atZone(at)
                            .toLocalDate()
                            .equals(due.from().atZone(at).toLocalDate());
            Instant opens = before != null && sameDay
                    ? before.by()
                            .plus(java.time.Duration.between(before.by(), due.from())
                                    .dividedBy(2))
                    : due.opens();
            opened.add(new DueTime(opens, due.from(), due.by(), due.timed()));
        }
        return opened;
    }

    private static List<DueTime> hours(ZonedDateTime now) {
        ZonedDateTime hour = now.truncatedTo(java.time.temporal.ChronoUnit.HOURS);
        List<DueTime> all = new ArrayList<>();
        for (int i = -1; i <= 24; i++) {
            Instant from = hour.plusHours(i).toInstant();
            all.add(new DueTime(from, from, hour.plusHours(i + 1).toInstant(), false));
        }
        return all;
    }
}
