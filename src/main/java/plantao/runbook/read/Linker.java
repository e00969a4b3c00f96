package plantao.runbook.read;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import plantao.runbook.AlertRule;
import plantao.runbook.Metric;
import plantao.runbook.Service;
import plantao.runbook.text.Concepts;

/// Links an alert to the metric or service it is about, by the words they share.
final class Linker {
    private static final double ENOUGH = 0.5;

    private final List<Metric> metrics;
    private final List<Service> services;
    private final Concepts concepts;
    private final Overlaps metricNames;
    private final Overlaps serviceNames;

    Linker(List<Metric> metrics, List<Service> services, Concepts concepts) {
        this.metrics = metrics;
        this.services = services;
        this.concepts = concepts;
        this.metricNames =
                new Overlaps(metrics.stream().map(m -> concepts.of(m.name())).toList());
        this.serviceNames =
                new Overlaps(services.stream().map(s -> concepts.of(s.name())).toList());
    }

    /// The rule with metric, service and, where the text gave none, a level.
    AlertRule linked(AlertRule r) {
        Set<String> words = concepts.of(r.name() + " " + r.condition());
        Metric metric = metric(r, words);
        boolean down = words.contains("=down");
        Service service = down || metric == null ? service(concepts.of(r.name()), down) : null;
        int level = r.level() > 0 ? r.level() : level(r, metric, down);
        return new AlertRule(
                r.name(),
                r.severity(),
                level,
                r.condition(),
                metric == null ? null : metric.name(),
                service == null ? null : service.name(),
                r.op(),
                r.value(),
                r.unit(),
                r.forSeconds(),
                r.respondWithinSeconds(),
                r.playbook(),
                r.candidates(),
                r.origin());
    }

    private @Nullable Metric metric(AlertRule r, Set<String> words) {
        Metric best = null;
        double most = 0;
        for (Map.Entry<Integer, Double> e : metricNames.with(words).entrySet()) {
            Metric m = metrics.get(e.getKey());
            if (e.getValue() > most && (r.op() == null || sameUnit(r, m))) {
                best = m;
                most = e.getValue();
            }
        }
        return most >= ENOUGH && r.op() != null ? best : null;
    }

    private static boolean sameUnit(AlertRule r, Metric m) {
        for (var b : new plantao.runbook.Bound[] {m.normal(), m.warning(), m.critical()}) {
            if (b != null) {
                return kind(b.unit()).equals(kind(r.unit()));
            }
        }
        return true;
    }

    private static String kind(@Nullable String unit) {
        return switch (unit) {
            case null -> "count";
            case "ms", "s", "min", "h", "d" -> "time";
            case "B", "KB", "MB", "GB" -> "bytes";
            default -> unit;
        };
    }

    private @Nullable Service service(Set<String> words, boolean down) {
        Set<String> about = new HashSet<>(words);
        about.remove("=down");
        Service best = null;
        double most = 0;
        for (Map.Entry<Integer, Double> e : serviceNames.with(about).entrySet()) {
            if (e.getValue() > most) {
                best = services.get(e.getKey());
                most = e.getValue();
            }
        }
        return most >= (down ? 0.4 : 0.99) ? best : null;
    }

    private static int level(AlertRule r, @Nullable Metric m, boolean down) {
        if (down) {
            return 1;
        }
        Double value = r.value();
        if (m == null || m.critical() == null || value == null || r.op() == null) {
            return 2;
        }
        double critical = m.critical().value();
        boolean upward = m.critical().op().sign().startsWith(">");
        return upward ? value >= critical ? 1 : 2 : value <= critical ? 1 : 2;
    }
}
