package plantao.alert;

import java.util.EnumSet;
import java.util.Set;
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
/// @param begin the bands that begin on their limit and not just beyond it: "≥ 1" is reached by 1, "> 1" is not
public record Scale(
        @Nullable String unit,
        boolean higherIsWorse,
        @Nullable Double normal,
        @Nullable Double warning,
        @Nullable Double critical,
        @Nullable Double of,
        Set<Band> begin) {

    public Scale {
        begin = Set.copyOf(begin);
    }

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
                of,
                begin(metric));
    }

    /// The first limit with a direction tells it; "= 0" alone has none and is told from the limits beside it.
    private static boolean higherIsWorse(Metric metric) {
        Bound critical = metric.critical();
        Bound warning = metric.warning();
        Bound normal = metric.normal();
        if (critical != null && directed(critical.op())) {
            return upward(critical.op());
        }
        if (warning != null && directed(warning.op())) {
            return upward(warning.op());
        }
        if (normal != null && directed(normal.op())) {
            return !upward(normal.op());
        }
        Bound worst = critical == null ? warning : critical;
        Bound better = critical != null && warning != null ? warning : normal;
        return worst == null || better != null && worst.value() > better.value();
    }

    private static boolean directed(Comparison op) {
        return op != Comparison.EQUAL && op != Comparison.NOT_EQUAL;
    }

    private static boolean upward(Comparison op) {
        return op == Comparison.ABOVE || op == Comparison.AT_LEAST;
    }

    private static Set<Band> begin(Metric metric) {
        var begin = EnumSet.noneOf(Band.class);
        if (metric.normal() != null && !metric.normal().included()) {
            begin.add(Band.RAISED);
        }
        if (metric.warning() != null && metric.warning().included()) {
            begin.add(Band.WARNING);
        }
        if (metric.critical() != null && metric.critical().included()) {
            begin.add(Band.CRITICAL);
        }
        return begin;
    }

    private static @Nullable Double limit(@Nullable Bound bound, @Nullable String unit) {
        return bound == null ? null : Units.convert(bound.value(), bound.unit(), unit);
    }

    /// The band of a value in this scale's unit.
    public Band band(double value) {
        if (within(value, critical, Band.CRITICAL)) {
            return Band.CRITICAL;
        }
        if (within(value, warning, Band.WARNING)) {
            return Band.WARNING;
        }
        return within(value, normal, Band.RAISED) ? Band.RAISED : Band.NORMAL;
    }

    private boolean within(double value, @Nullable Double limit, Band band) {
        return limit != null
                && ((higherIsWorse ? value > limit : value < limit) || value == limit && begin.contains(band));
    }

    /// Where a value stands on the drawn track, 0 to 1: the normal limit always at 0.5, warning at 0.66, critical
    /// at 0.82, so that all gauges can be read down one column. A missing limit leaves the others in their places.
    public double position(double value) {
        double[] at = {0, 0.5, 0.66, 0.82};
        Double[] limits = {0.0, ownNormal(), warning, critical};
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

    /// Where normal ends; null also where the warning begins right there, so that there is one limit and not two.
    public @Nullable Double ownNormal() {
        return normal != null && normal.equals(warning) ? null : normal;
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
