package plantao.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import plantao.alert.Health;
import plantao.alert.Trail;
import plantao.probe.Probe;
import plantao.runbook.Service;

/// A service on the board.
///
/// @param probe what measures it, or null when nothing does
/// @param latency how long its readings took, in milliseconds; NaN for failed ones
/// @param uptime what came of its readings since the board was opened
/// @param needs the names of the services it depends on
/// @param cause the service whose fault this one's trouble is, or null
public record ServiceTile(
        Service service,
        @Nullable Probe probe,
        Health health,
        Trail latency,
        Uptime uptime,
        List<String> needs,
        @Nullable String cause) {

    /// Good and all readings since `from`.
    public record Uptime(@Nullable Instant from, long good, long all) {
        public static final Uptime NONE = new Uptime(null, 0, 0);

        /// Percent of readings that were good; 100 before the first.
        public double percent() {
            return all == 0 ? 100 : 100.0 * good / all;
        }
    }

    public String name() {
        return service.name();
    }

    /// Whether its last reading is older than three intervals: what is shown is no longer known to be true.
    public boolean stale(Instant now) {
        return probe != null
                && health.last() != null
                && Duration.between(health.last().at(), now).compareTo(staleAfter(probe)) > 0;
    }

    static Duration staleAfter(Probe probe) {
        return probe.interval().multipliedBy(3).plus(probe.timeout());
    }
}
