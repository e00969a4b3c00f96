package plantao.desk;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import plantao.alert.Scale;
import plantao.alert.Trail;
import plantao.probe.Probe;
import plantao.probe.Reading;
import plantao.runbook.Metric;

/// A metric on the board.
///
/// @param probe what measures it, or null when nothing does
/// @param value the last measured value, in the scale's unit; null before the first
/// @param measured when it was measured
/// @param last the last reading, which may have brought no value
/// @param trail the last hour
public record Gauge(
        Metric metric,
        Scale scale,
        @Nullable Probe probe,
        @Nullable Double value,
        @Nullable Instant measured,
        @Nullable Reading last,
        Trail trail) {

    /// Whether the value is older than three intervals, or there is none though something measures it.
    public boolean stale(Instant now) {
        return probe != null
                && measured != null
                && Duration.between(measured, now).compareTo(ServiceTile.staleAfter(probe)) > 0;
    }
}
