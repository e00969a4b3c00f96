package plantao.alert;

import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.Nullable;
import plantao.runbook.Bound;
import plantao.runbook.Comparison;
import plantao.runbook.Metric;
import plantao.runbook.Units;

/// A metric's limits on one unit, ready to compare and to draw.
///
/// @param unit the unit all limits and readings are in; null for plain numbers
/// @param higherIsWorse the direction of trouble
/// @param normal up to here all is well; null when the runbook gives no such limit
/// @param warning beyond here somebody should look
/// @param critical beyond here somebody must act
/// @param of the whole it is a part of ("of 100")
public record Scale(
        @Nullable String unit,
        boolean higherIsWorse,
        @Nullable Double normal,
        @Nullable Double warning,
        @Nullable Double critical,
        @Nullable Double of) {

    /// Which band a value falls into.
    public enum Band {
        NORMAL,
        /// Beyond normal, not yet a warning.
        RAISED,
        WARNING,
        CRITICAL
    }

    /// The scale of a metric, in the unit of its first bound.
    public static Scale of(Metric metric) {
        Bound first = metric.normal() != null
                ? metric.normal()
                : metric.warning() != null ? metric.warning() : metric.critical();
        String unit = first == null ? null : first.unit();
        boolean higher = higherIsWorse(metric);
        Double of = null;
        for (Bound bound : new Bound[] {metric.normal(), metric.warning(), metric.critical()}) {
            if (bound != null && bound.of() != null) {
                of = bound.of();
            }
        }
        return new Scale(
                unit,
                higher,
                limit(metric.normal(), unit),
                limit(metric.warning(), unit),
                limit(metric.critical(), unit),
                of);
    }

    private static boolean higherIsWorse(Metric metric) {
        if (metric.critical() != null) {
            return upward(metric.critical().op());
        }
        if (metric.warning() != null) {
            return upward(metric.warning().op());
        }
        return metric.normal() == null || !upward(metric.normal().op());
    }

    private static boolean upward(Comparison op) {
        return op == Comparison.ABOVE || op == Comparison.AT_LEAST;
    }

    private static @Nullable Double limit(@Nullable Bound bound, @Nullable String unit) {
        return bound == null ? null : Units.convert(bound.value(), bound.unit(), unit);
    }

    /// The band of a value in this scale's unit.
    public Band band(double value) {
        if (beyond(value, critical)) {
            return Band.CRITICAL;
        }
        if (beyond(value, warning)) {
            return Band.WARNING;
        }
        return beyond(value, normal) ? Band.RAISED : Band.NORMAL;
    }

    private boolean beyond(double value, @Nullable Double limit) {
        return limit != null && (higherIsWorse ? value > limit : value < limit);
    }

    /// Where a value stands on the drawn track, 0 to 1: the normal limit always at 0.5, warning at 0.66, critical
    /// at
    /// 0.82, so that all gauges can be read down one column. A missing limit leaves the others in their places.
    public double position(double value) {
        double[] at = {0, 0.5, 0.66, 0.82};
        Double[] limits = {0.0, normal, warning, critical};
        DoubleUnaryOperator worse = higherIsWorse ? v -> v : v -> -v;
        if (!higherIsWorse) {
            limits[0] = of != null ? of : best();
        }
        double start = worse.applyAsDouble(limits[0] == null ? 0 : limits[0]);
        double from = start;
        double fromAt = 0;
        double v = worse.applyAsDouble(value);
        for (int i = 1; i < 4; i++) {
            Double limit = limits[i];
            if (limit == null) {
                continue;
            }
            double to = worse.applyAsDouble(limit);
            if (v <= to) {
                return to == from ? at[i] : Math.max(0, fromAt + (at[i] - fromAt) * (v - from) / (to - from));
            }
            from = to;
            fromAt = at[i];
        }
        double end = top(worse, from, start);
        return Math.min(1, fromAt + (1 - fromAt) * (v - from) / Math.max(end - from, 1e-9));
    }

    private double best() {
        double most = 0;
        for (Double limit : new Double[] {normal, warning, critical}) {
            most = limit == null ? most : Math.max(most, limit);
        }
        return "%".equals(unit) ? 100 : most * 2;
    }

    private double top(DoubleUnaryOperator worse, double last, double start) {
        if (!higherIsWorse) {
            return worse.applyAsDouble(0);
        }
        if (of != null && of > last) {
            return of;
        }
        if ("%".equals(unit) && last < 100) {
            return last < 20 ? Math.max(last * 4, last + 1) : 100;
        }
        return last + Math.max(last - start, 1) * 0.6;
    }
}
