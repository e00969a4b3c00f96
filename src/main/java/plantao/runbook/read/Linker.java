package plantao.runbook.read;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import plantao.runbook.AlertRule;
import plantao.runbook.Metric;
import plantao.runbook.Service;
import plantao.runbook.text.Concepts;

/// Links an alert to the metric or service it is about, by the words they share.
record Linker(List<Metric> metrics, List<Service> services, Concepts concepts) {
    private static final double ENOUGH = 0.5;

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
        for (Metric m : metrics) {
            Set<String> name = concepts.of(m.name());
            double score = overlap(words, name);
            boolean comparable = r.op() == null || sameUnit(r, m);
            if (comparable && score > most) {
                best = m;
                most = score;
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
        for (Service s : services) {
            double score = overlap(about, concepts.of(s.name()));
            if (score > most) {
                best = s;
                most = score;
            }
        }
        return most >= (down ? 0.4 : 0.99) ? best : null;
    }

    // Shared words against the smaller of both sets, so that "API Down" still finds "Backend API".
    private static double overlap(Set<String> a, Set<String> b) {
        if (a.isEmpty() || b.isEmpty()) {
            return 0;
        }
        Set<String> shared = new LinkedHashSet<>(a);
        shared.retainAll(b);
        return shared.size() / (double) Math.min(a.size(), b.size())
                + shared.size() * 0.01
                - Math.abs(a.size() - b.size()) * 0.001;
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
