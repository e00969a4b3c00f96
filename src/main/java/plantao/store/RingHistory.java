package plantao.store;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// What the rings hold of a series, oldest first; times without any reading are left out.
///
/// @param minutes of the last hour, or of the last day where one series was asked for
/// @param hours of the last 30 days
/// @param days of the last 365 days
public record RingHistory(List<Slot> minutes, List<Slot> hours, List<Slot> days) {
    public static final RingHistory NONE = new RingHistory(List.of(), List.of(), List.of());

    public RingHistory {
        minutes = List.copyOf(minutes);
        hours = List.copyOf(hours);
        days = List.copyOf(days);
    }

    /// The readings of one minute, hour or day in sum.
    ///
    /// @param from when it begins
    /// @param readings how many good and bad ones there were
    /// @param goodReadings how many of them were good
    /// @param bad the time that bad readings stand for
    /// @param mean of the figures; NaN without any, and so `low` and `high`
    public record Slot(
            Instant from,
            Duration good,
            Duration bad,
            long goodReadings,
            long readings,
            double mean,
            double low,
            double high) {}
}
