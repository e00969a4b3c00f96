package plantao.ui.playbook;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import plantao.alert.Alert;
import plantao.alert.Condition;
import plantao.alert.Health;
import plantao.alert.Scale;
import plantao.alert.Trail;
import plantao.desk.Gauge;
import plantao.desk.ServiceTile;
import plantao.desk.SystemBoard;
import plantao.playbook.Run;

/// What the probes say about the trouble of a run: then and now.
final class RunEvidence {
    private RunEvidence() {}

    /// A measured fact.
    ///
    /// @param before the metric's value when the run began; null when it is not known
    /// @param now its value; null when it is not known
    /// @param state a service's state; null for a metric
    record Fact(
            String name,
            @Nullable String unit,
            @Nullable Double before,
            @Nullable Double now,
            Scale.@Nullable Band band,
            Health.@Nullable State state,
            boolean stale) {}

    /// The services that are not up and the metrics that are beyond normal, now or when the run began, and
    /// whatever its alert watches. In the board's order, services first.
    static List<Fact> of(SystemBoard system, Run run, Instant now) {
        List<Fact> facts = new ArrayList<>();
        String watched = watched(system, run);
        for (ServiceTile tile : system.services()) {
            if (tile.probe() != null
                    && (tile.health().state() == Health.State.DOWN
                            || tile.name().equals(watched))) {
                facts.add(new Fact(
                        tile.name(), null, null, null, null, tile.health().state(), tile.stale(now)));
            }
        }
        for (Gauge gauge : system.gauges()) {
            Double value = gauge.value();
            Double before = at(gauge.trail(), run.started());
            boolean bad = value != null && loud(gauge.scale().band(value))
                    || before != null && loud(gauge.scale().band(before));
            if (value != null && (bad || gauge.metric().name().equals(watched))) {
                facts.add(new Fact(
                        gauge.metric().name(),
                        gauge.scale().unit(),
                        before,
                        value,
                        gauge.scale().band(value),
                        null,
                        gauge.stale(now)));
            }
        }
        return facts;
    }

    private static @Nullable String watched(SystemBoard system, Run run) {
        return system.alerts().stream()
                .filter(a -> a.rule().id().equals(run.alert()))
                .map(RunEvidence::subject)
                .findFirst()
                .orElse(null);
    }

    private static String subject(Alert alert) {
        return switch (alert.rule().condition()) {
            case Condition.Down d -> d.service();
            case Condition.Measured m -> m.metric();
            case Condition.Unwatched _, Condition.Elsewhere _ -> "";
        };
    }

    private static boolean loud(Scale.Band band) {
        return band == Scale.Band.WARNING || band == Scale.Band.CRITICAL;
    }

    /// The last value measured until then.
    private static @Nullable Double at(Trail trail, Instant then) {
        Double last = null;
        for (Trail.Point point : trail.points()) {
            if (!point.at().isAfter(then) && !Double.isNaN(point.value())) {
                last = point.value();
            }
        }
        return last;
    }
}
