package plantao.desk;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import plantao.runbook.ProbeSpec.Subject;
import plantao.store.RingHistory;
import plantao.store.RingSeries;

/// A figure over the last day and the last month, as the rings hold it; times without readings are left out.
///
/// @param day by minute, oldest first
/// @param month by hour, oldest first
public record Course(List<Point> day, List<Point> month) {
    public static final Course NONE = new Course(List.of(), List.of());

    /// The readings of one minute or hour.
    ///
    /// @param mean NaN when every reading failed, and so `low` and `high`
    public record Point(Instant at, double mean, double low, double high) {}

    public Course {
        day = List.copyOf(day);
        month = List.copyOf(month);
    }

    /// What the rings know of a service's time to answer or of a metric.
    public static Course of(RingHistory past) {
        return new Course(points(past.minutes()), points(past.hours()));
    }

    /// What it is kept under in the rings.
    public static RingSeries series(SystemBoard system, Subject of, String subject) {
        return new RingSeries(system.name(), system.target().id(), of.name().toLowerCase(Locale.ROOT), subject);
    }

    private static List<Point> points(List<RingHistory.Slot> slots) {
        return slots.stream()
                .map(s -> new Point(s.from(), s.mean(), s.low(), s.high()))
                .toList();
    }
}
