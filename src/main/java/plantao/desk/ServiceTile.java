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
/// @param uptime what came of its readings, those of earlier days included
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

    /// What came of its readings in the last 30 days, or since `from` when that is later.
    ///
    /// @param good how many readings were good, of `all`
    /// @param lost the time that bad readings stand for
    /// @param days the last year by day, oldest first, days without readings left out; today's is not complete
    public record Uptime(@Nullable Instant from, long good, long all, Duration lost, List<Day> days) {
        public static final Uptime NONE = new Uptime(null, 0, 0, Duration.ZERO, List.of());

        /// One day in UTC.
        ///
        /// @param millis the mean time to answer; NaN when it never did
        public record Day(Instant from, long good, long all, double millis) {}

        public Uptime {
            days = List.copyOf(days);
        }

        /// Percent of readings that were good; 100 before the first.
        public double percent() {
            return all == 0 ? 100 : 100.0 * good / all;
        }

        /// With one more reading, which stands for this time.
        Uptime plus(Instant at, boolean isGood, Duration span) {
            return new Uptime(
                    from == null ? at : from, good + (isGood ? 1 : 0), all + 1, isGood ? lost : lost.plus(span), days);
        }
    }

    ServiceTile with(Health health) {
        return new ServiceTile(service, probe, health, latency, uptime, needs, cause);
    }

    ServiceTile with(Trail latency) {
        return new ServiceTile(service, probe, health, latency, uptime, needs, cause);
    }

    public String name() {
        return service.name();
    }

    /// How often it is probed; a minute where nothing probes it.
    public Duration interval() {
        return probe == null ? Duration.ofMinutes(1) : probe.interval();
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
