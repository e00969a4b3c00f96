package plantao.probe;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import plantao.probe.Check.Figure;

/// The samples that one figure needs, as one answer had them.
///
/// @param at by the clock on the wall
/// @param nanos the same by [System#nanoTime]
record Scrape(Figure figure, List<Sample> samples, Instant at, long nanos) {
    private static final double SLACK_SECONDS = 2;

    /// Seconds since an earlier scrape; null when the two clocks disagree (a jump, a suspended computer) or no
    /// time has passed, so that nothing can be said about a rate.
    @Nullable
    Double secondsSince(Scrape before) {
        double wall = Duration.between(before.at, at).toNanos() / 1e9;
        double steady = (nanos - before.nanos) / 1e9;
        return steady <= 0 || Math.abs(wall - steady) > SLACK_SECONDS + 0.1 * steady ? null : steady;
    }
}
