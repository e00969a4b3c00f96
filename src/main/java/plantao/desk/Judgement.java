package plantao.desk;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import plantao.alert.Alert;
import plantao.alert.Condition;
import plantao.alert.Health;
import plantao.alert.Truth;

/// Whether a rule's condition holds, on what the board knows.
final class Judgement {
    private Judgement() {}

    static Alert of(Alert alert, SystemBoard system, Instant now) {
        return switch (alert.rule().condition()) {
            case Condition.Unwatched _ -> alert;
            case Condition.Down down -> down(alert, down, system, now);
            case Condition.Measured measured -> measured(alert, measured, system, now);
        };
    }

    /// A service that just began to fail is not yet known to be up or down: then nothing is concluded. Once it is
    /// down, the condition has held since the first bad reading.
    private static Alert down(Alert alert, Condition.Down condition, SystemBoard system, Instant now) {
        Optional<ServiceTile> found = system.services().stream()
                .filter(t -> t.name().equals(condition.service()))
                .findFirst();
        if (found.isEmpty() || found.get().stale(now)) {
            return alert.next(Truth.UNKNOWN, null, now, now);
        }
        Health health = found.get().health();
        Instant since = health.since() == null ? now : health.since();
        Truth truth = switch (health.state()) {
            case DOWN -> Truth.HOLDS;
            case UP, DEGRADED -> health.bad() > 0 ? Truth.UNKNOWN : Truth.FAILS;
            case UNKNOWN -> Truth.UNKNOWN;
        };
        return alert.next(truth, null, since, now);
    }

    private static Alert measured(Alert alert, Condition.Measured condition, SystemBoard system, Instant now) {
        Gauge gauge = gauge(system, condition.metric());
        if (gauge == null || gauge.value() == null || gauge.stale(now)) {
            return alert.next(Truth.UNKNOWN, null, now, now);
        }
        boolean holds = condition.op().holds(gauge.value(), condition.limit());
        return alert.next(holds ? Truth.HOLDS : Truth.FAILS, gauge.value(), now, now);
    }

    private static @Nullable Gauge gauge(SystemBoard system, String metric) {
        return system.gauges().stream()
                .filter(g -> g.metric().name().equals(metric))
                .findFirst()
                .orElse(null);
    }

    /// The measured value with its unit, or for a service the reason it is down; null when there is neither.
    static @Nullable String measuredText(Alert alert, SystemBoard system) {
        return switch (alert.rule().condition()) {
            case Condition.Unwatched _ -> null;
            case Condition.Down down ->
                system.services().stream()
                        .filter(t -> t.name().equals(down.service()))
                        .findFirst()
                        .map(t -> t.health().last() instanceof plantao.probe.Reading.Down d ? d.reason() : null)
                        .orElse(null);
            case Condition.Measured m -> {
                Gauge gauge = gauge(system, m.metric());
                if (gauge == null || alert.measured() == null) {
                    yield null;
                }
                String unit = gauge.scale().unit();
                yield number(alert.measured()) + (unit == null || unit.equals("count") ? "" : " " + unit);
            }
        };
    }

    /// A number with as many decimals as help: none from 100 on, one from 10, else two.
    private static String number(double value) {
        double size = Math.abs(value);
        int decimals = value == Math.rint(value) || size >= 100 ? 0 : size >= 10 ? 1 : 2;
        return String.format(java.util.Locale.ROOT, "%." + decimals + "f", value);
    }
}
