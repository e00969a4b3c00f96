package plantao.runbook.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import plantao.runbook.AlertRule;
import plantao.runbook.Bound;
import plantao.runbook.Comparison;
import plantao.runbook.Metric;
import plantao.runbook.Units;

/// Limits that contradict each other.
final class ThresholdRules {
    private ThresholdRules() {}

    /// Within one metric: a warning beyond the critical bound, a normal range that reaches into either.
    static List<Finding> contradictions(LintSubject e) {
        List<Finding> out = new ArrayList<>();
        for (Metric m : e.runbook().metrics()) {
            Bound normal = m.normal();
            Bound warning = m.warning();
            Bound critical = m.critical();
            if (warning != null && critical != null && isBeyond(warning, critical)) {
                out.add(new Finding(
                        m.origin(),
                        "The warning bound of \"" + m.name() + "\" (" + warning.raw()
                                + ") lies beyond its critical bound (" + critical.raw()
                                + "), so it never warns before it is critical."));
            }
            Bound first = warning == null ? critical : warning;
            if (normal != null && first != null && overlap(normal, first)) {
                out.add(new Finding(
                        m.origin(),
                        "The normal range of \"" + m.name() + "\" (" + normal.raw() + ") overlaps its "
                                + (first == warning ? "warning" : "critical") + " bound (" + first.raw()
                                + "), so some values are both."));
            }
        }
        return out;
    }

    /// Alerts that fire while the metric's own table says normal.
    static List<Finding> alertsWhileNormal(LintSubject e) {
        List<Finding> out = new ArrayList<>();
        for (AlertRule a : e.runbook().alerts()) {
            Metric m = metric(a, e);
            Bound fires = bound(a);
            if (m != null && fires != null && m.normal() != null && overlap(m.normal(), fires)) {
                out.add(new Finding(
                        a.origin(),
                        "The alert \"" + a.name() + "\" fires at " + fires.raw() + ", while \"" + m.name()
                                + "\" still counts as normal (" + m.normal().raw() + ", line "
                                + m.origin().line() + ")."));
            }
        }
        return out;
    }

    /// Alerts whose bound is none of the metric's.
    static List<Finding> alertsApart(LintSubject e) {
        List<Finding> out = new ArrayList<>();
        for (AlertRule a : e.runbook().alerts()) {
            Metric m = metric(a, e);
            Bound fires = bound(a);
            if (m == null || fires == null || m.normal() != null && overlap(m.normal(), fires)) {
                continue;
            }
            List<Bound> same = Stream.of(m.warning(), m.critical())
                    .filter(Objects::nonNull)
                    .filter(b -> direction(b.op()) == direction(fires.op()) && comparable(b, fires))
                    .toList();
            if (!same.isEmpty() && same.stream().noneMatch(b -> in(fires, b) == b.value())) {
                out.add(new Finding(
                        a.origin(),
                        "The alert \"" + a.name() + "\" fires at " + fires.raw() + ", which is none of the bounds of \""
                                + m.name() + "\" ("
                                + String.join(
                                        ", ", same.stream().map(Bound::raw).toList()) + ", line "
                                + m.origin().line() + ")."));
            }
        }
        return out;
    }

    private static @Nullable Metric metric(AlertRule a, LintSubject e) {
        // The one on its own line is where the alert came from.
        return e.runbook().metrics().stream()
                .filter(m ->
                        m.stated() && m.name().equals(a.metric()) && !m.origin().equals(a.origin()))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable Bound bound(AlertRule a) {
        Comparison op = a.op();
        Double value = a.value();
        if (op == null || value == null) {
            return null;
        }
        String number = value == Math.rint(value) ? String.valueOf(value.longValue()) : String.valueOf(value);
        String unit = a.unit() == null || a.unit().equals("count") ? "" : " " + a.unit();
        return new Bound(op, value, a.unit(), null, op.sign() + " " + number + unit);
    }

    private static boolean isBeyond(Bound warning, Bound critical) {
        int d = direction(warning.op());
        return d != 0
                && d == direction(critical.op())
                && comparable(warning, critical)
                && d * in(warning, critical) > d * critical.value();
    }

    // One says "below", the other "above", and there are values of which both hold.
    private static boolean overlap(Bound normal, Bound bad) {
        int d = direction(bad.op());
        return d != 0
                && direction(normal.op()) == -d
                && comparable(normal, bad)
                && d * in(bad, normal) < d * normal.value();
    }

    private static int direction(Comparison op) {
        return switch (op) {
            case ABOVE, AT_LEAST -> 1;
            case BELOW, AT_MOST -> -1;
            case EQUAL, NOT_EQUAL -> 0;
        };
    }

    private static boolean comparable(Bound a, Bound b) {
        return Objects.equals(plain(a), plain(b)) || Units.factor(a.unit(), b.unit()) != null;
    }

    private static double in(Bound a, Bound unit) {
        return Units.convert(a.value(), a.unit(), unit.unit());
    }

    private static @Nullable String plain(Bound b) {
        return "count".equals(b.unit()) ? null : b.unit();
    }
}
