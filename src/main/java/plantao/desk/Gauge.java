package plantao.desk;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import plantao.alert.Scale;
import plantao.alert.Trail;
import plantao.probe.Check;
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

    /// How often it is measured; a minute where nothing does.
    public Duration interval() {
        return probe == null ? Duration.ofMinutes(1) : probe.interval();
    }

    /// What measures it; null when nothing does.
    public @Nullable Source source() {
        return probe == null ? null : Source.of(probe);
    }

    /// Whether the value is older than three intervals, or there is none though something measures it.
    public boolean stale(Instant now) {
        return probe != null
                && measured != null
                && Duration.between(measured, now).compareTo(ServiceTile.staleAfter(probe)) > 0;
    }

    /// Whether it has been told what it is, or that nothing can be told of it for now. Of a counter's first scrape
    /// nothing can be told yet.
    public boolean told() {
        return probe == null
                || value != null
                || switch (last) {
                    case null -> false;
                    case Reading.NoData _ ->
                        !compares(probe.check()) || trail.points().size() > 1;
                    case Reading.Up _, Reading.Down _ -> true;
                };
    }

    private static boolean compares(Check check) {
        return check instanceof Check.Exposition page && !(page.figure() instanceof Check.Figure.Gauge);
    }
}
