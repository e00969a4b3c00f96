package plantao.desk;

import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import plantao.alert.Alert;
import plantao.alert.Condition;
import plantao.alert.Health;
import plantao.alert.Truth;
import plantao.probe.Reading;

/// Whether a rule's condition holds, on what the board knows of one system at one moment.
final class ConditionJudgement {
    private final SystemBoard system;
    private final Instant now;
    private final Map<String, ServiceTile> tiles = new HashMap<>();
    private final Map<String, Gauge> gauges = new HashMap<>();

    ConditionJudgement(SystemBoard system, Instant now) {
        this.system = system;
        this.now = now;
        system.services().forEach(t -> tiles.putIfAbsent(t.name(), t));
        system.gauges().forEach(g -> gauges.putIfAbsent(g.metric().name(), g));
    }

    Alert of(Alert alert) {
        return switch (alert.rule().condition()) {
            case Condition.Unwatched _, Condition.Elsewhere _ -> alert;
            case Condition.Down down -> down(alert, down);
            case Condition.Measured measured -> measured(alert, measured);
        };
    }

    /// A service that just began to fail is not yet known to be up or down: then nothing is concluded. Once it is
    /// down, the condition has held since the first bad reading.
    private Alert down(Alert alert, Condition.Down condition) {
        ServiceTile tile = tiles.get(condition.service());
        if (tile == null || tile.stale(now)) {
            return alert.next(Truth.UNKNOWN, null, now, now);
        }
        Health health = tile.health();
        Instant since = health.since() == null ? now : health.since();
        Truth truth = switch (health.state()) {
            case DOWN -> Truth.HOLDS;
            case UP, DEGRADED -> health.bad() > 0 ? Truth.UNKNOWN : Truth.FAILS;
            case UNKNOWN, BLIND -> Truth.UNKNOWN;
        };
        return alert.next(truth, null, since, now);
    }

    private Alert measured(Alert alert, Condition.Measured condition) {
        Gauge gauge = gauges.get(condition.metric());
        if (gauge == null || gauge.value() == null || gauge.stale(now) || NetworkSight.blind(system, gauge.probe())) {
            return alert.next(Truth.UNKNOWN, null, now, now);
        }
        boolean holds = condition.op().holds(gauge.value(), condition.limit());
        return alert.next(holds ? Truth.HOLDS : Truth.FAILS, gauge.value(), now, now);
    }

    /// The measured value with its unit, or for a service the reason it is down; null when there is neither.
    static @Nullable String measuredText(Alert alert, SystemBoard system) {
        return new ConditionJudgement(system, Instant.EPOCH).measuredText(alert);
    }

    @Nullable
    String measuredText(Alert alert) {
        return switch (alert.rule().condition()) {
            case Condition.Unwatched _, Condition.Elsewhere _ -> null;
            case Condition.Down down -> {
                ServiceTile tile = tiles.get(down.service());
                yield tile != null && tile.health().last() instanceof Reading.Down d ? d.reason() : null;
            }
            case Condition.Measured m -> {
                Gauge gauge = gauges.get(m.metric());
                if (gauge == null || alert.measured() == null) {
                    yield null;
                }
                yield text(alert.measured(), gauge.scale().unit());
            }
        };
    }

    /// A value with its unit.
    static String text(double value, @Nullable String unit) {
        return number(value) + (unit == null || unit.equals("count") ? "" : " " + unit);
    }

    /// A number with as many decimals as help: none from 100 on, one from 10, else two.
    private static String number(double value) {
        double size = Math.abs(value);
        int decimals = value == Math.rint(value) || size >= 100 ? 0 : size >= 10 ? 1 : 2;
        return String.format(Locale.ROOT, "%." + decimals + "f", value);
    }
}
