package plantao.runbook.read;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import plantao.runbook.AlertRule;
import plantao.runbook.Bound;
import plantao.runbook.Metric;
import plantao.runbook.text.Bounds;
import plantao.runbook.text.Concepts;
import plantao.runbook.text.Expression;
import plantao.runbook.text.Vocabulary;

/// Links an alert to the metric or service it is about, by the words they share.
final class Linker {
    private static final double ENOUGH = 0.5;
    private static final double SAME = 0.99;
    // Of two metrics that fit as well, the one with the rule's own percentile.
    private static final double SAME_PERCENTILE = 0.02;

    // In "must not exceed 500" the figure is a limit, no HTTP status.
    private static final Expression FIGURE = Expression.of(
            "(?iu)(?:[<>≥≤]=?|\\b(?:exceeds?|above|over|below|under|than|(?:acima|abaixo|mais|menos|mayor|menor|encima|debajo) (?:de|que|a)|passar? de|pasar? de|supera))\\s*[45]\\d\\d\\b");

    private static final Expression CHANGE = Expression.of(
            "(?iu)\\b(?:falls?|drops?|rises?|grows?|jumps?|increases?|decreases?|cai|queda|cair|sobe|subir|aumenta|aumento|diminui|cae|ca[ií]da|sube)\\b");

    private final List<Metric> metrics;
    private final DownRules downs;
    private final Vocabulary vocabulary;
    private final Concepts concepts;
    private final Overlaps metricNames;

    Linker(List<Metric> metrics, DownRules downs, Vocabulary vocabulary) {
        this.metrics = metrics;
        this.downs = downs;
        this.vocabulary = vocabulary;
        this.concepts = vocabulary.concepts();
        this.metricNames =
                new Overlaps(metrics.stream().map(m -> concepts.of(m.name())).toList());
    }

    /// The rule with metric, service and, where the text gave none, a level.
    AlertRule linked(AlertRule r) {
        if (r.metric() != null) {
            return r;
        }
        boolean down = downs.isDown(r);
        String said = FIGURE.matcher(r.name() + " " + r.condition()).replaceAll(" ");
        Metric compared = r.op() == null ? null : metric(r, concepts.of(said), ENOUGH);
        DownRules.Found found = down || compared == null && !changes(r) ? downs.in(r, down) : null;
        // "High memory usage" without a figure: the metric's own limit is meant.
        boolean beyond =
                r.op() == null && found == null && vocabulary.terms("beyond").in(ComponentKinds.folded(r.name()));
        Metric meant = beyond ? metric(r, concepts.of(r.name()), SAME) : null;
        Metric metric = compared == null ? meant : compared;
        int level = r.level() > 0 ? r.level() : level(r, metric, down);
        Bound limit = meant == null ? null : limit(meant, level);
        return new AlertRule(
                r.name(),
                r.severity(),
                level,
                r.condition(),
                metric == null ? null : metric.name(),
                found == null ? null : found.service().name(),
                why(metric, limit, found),
                limit == null ? r.op() : limit.op(),
                limit == null ? r.value() : Double.valueOf(limit.value()),
                limit == null ? r.unit() : limit.unit(),
                r.forSeconds(),
                r.respondWithinSeconds(),
                r.playbook(),
                r.candidates(),
                r.origin());
    }

    private static @Nullable String why(
            @Nullable Metric metric, @Nullable Bound limit, DownRules.@Nullable Found found) {
        if (limit != null && metric != null) {
            return "gives no figure, so the limit of \"" + metric.name() + "\" counts: "
                    + limit.op().sign() + " " + limit.raw().replaceFirst("^[<>=≤≥\\s]+", "");
        }
        if (metric != null) {
            return "shares words with the metric's name";
        }
        return found == null ? null : found.why();
    }

    // "Sessions fall by 10%" is no limit of how many there are.
    static boolean changes(AlertRule r) {
        return "%".equals(r.unit()) && CHANGE.in(r.condition());
    }

    private @Nullable Metric metric(AlertRule r, Set<String> words, double enough) {
        Integer percentile = Bounds.percentile(r.name() + " " + r.condition());
        boolean changes = changes(r);
        boolean reachability = DownRules.isReachability(r.condition());
        Metric best = null;
        double most = 0;
        for (Map.Entry<Integer, Double> e : metricNames.with(words).entrySet()) {
            Metric m = metrics.get(e.getKey());
            if (isOfAnother(metricNames.words(e.getKey()), words)
                    || reachability && !r.condition().contains(m.name())
                    || r.op() == null && !m.stated()) {
                continue;
            }
            boolean same = percentile != null && Objects.equals(percentile, m.percentile());
            double score = e.getValue() + (same ? SAME_PERCENTILE : 0);
            boolean other = changes && !"%".equals(unit(m));
            if (!other && score > most && (r.op() == null || sameUnit(r, m, e.getValue()))) {
                best = m;
                most = score;
            }
        }
        return most >= enough ? best : null;
    }

    // "Database down" is no limit of "Workers down": what they share says of nothing that it is down.
    private static boolean isOfAnother(Set<String> own, Set<String> words) {
        Set<String> shared = new HashSet<>(own);
        shared.retainAll(words);
        return DownRules.isState(shared) && !DownRules.isState(own);
    }

    // A unit that only one of the two bothers to write is no contradiction when the names are the same.
    private static boolean sameUnit(AlertRule r, Metric m, double overlap) {
        Bound b = first(m);
        return b == null || sameKind(m, r.unit()) || overlap >= SAME && (b.unit() == null || r.unit() == null);
    }

    /// Whether a limit in that unit can be held against the metric.
    static boolean sameKind(Metric m, @Nullable String unit) {
        Bound b = first(m);
        return b == null || kind(b.unit()).equals(kind(unit));
    }

    private static @Nullable String unit(Metric m) {
        Bound b = first(m);
        return b == null ? null : b.unit();
    }

    private static @Nullable Bound first(Metric m) {
        return m.normal() != null ? m.normal() : m.warning() != null ? m.warning() : m.critical();
    }

    private static String kind(@Nullable String unit) {
        return switch (unit) {
            case null -> "count";
            case "ms", "s", "min", "h", "d" -> "time";
            case "B", "KB", "MB", "GB" -> "bytes";
            case "/s", "/min" -> "rate";
            default -> unit;
        };
    }

    private static @Nullable Bound limit(Metric m, int level) {
        Bound critical = m.critical();
        Bound warning = m.warning();
        if (critical != null && (level == 1 || warning == null)) {
            return critical;
        }
        if (warning != null) {
            return warning;
        }
        Bound n = m.normal();
        return n == null ? null : new Bound(Metrics.opposite(n.op()), n.value(), n.unit(), n.of(), n.raw());
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
