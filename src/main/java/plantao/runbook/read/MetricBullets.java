package plantao.runbook.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import plantao.runbook.Bound;
import plantao.runbook.Comparison;
import plantao.runbook.Metric;
import plantao.runbook.text.Bounds;
import plantao.runbook.text.Expression;
import plantao.runbook.text.KeyValue;
import plantao.runbook.text.Vocabulary;
import plantao.runbook.text.Words;
import plantao.runbook.tree.Fence;
import plantao.runbook.tree.Line;
import plantao.runbook.tree.Listing;

/// Metrics that are told in bullets and sentences.
final class MetricBullets {
    private static final Expression SENTENCE = Expression.of("(?<=[.;])\\s+(?=\\p{L})");

    // "API response time (p50, p95, p99)"
    private static final Expression PERCENTILES =
            Expression.of("(?i)^(.+?)\\s*\\((p\\d{2,3}(?:\\s*[,/]\\s*p\\d{2,3})+)\\)$");
    private static final Expression BETWEEN = Expression.of("\\s*[,/]\\s*");
    // "Anything over 1 second should be looked at"
    private static final Expression ANYTHING =
            Expression.of("^(?:anything|any|everything|qualquer|tudo|cualquier|todo lo que)\\b");

    private static final double MOST = 50;
    private static final int SHORT = 24;
    // "Response time < 500ms"
    private static final Expression LIMIT =
            Expression.of("^(\\p{L}[^<>=≤≥:;,.]{1,40}?)\\s*([<>≤≥]=?\\s*\\d(?!\\S*[xX×]\\b)[^<>=]{0,24})$");

    private MetricBullets() {}

    static void read(Topic t, Listing.Item item, Vocabulary vocabulary, List<Metric> out) {
        if (item.children().isEmpty() && graded(t, item.text(), item.line(), vocabulary, out)) {
            return;
        }
        KeyValue kv = item.keyValue();
        Matcher limit = kv == null ? LIMIT.matcher(item.plain()) : null;
        if (limit != null && limit.matches() && item.children().isEmpty()) {
            limited(t, limit.group(1), Bounds.compared(limit.group(2)), item.line(), out);
        }
        if (kv == null) {
            return;
        }
        boolean limits =
                item.children().stream().anyMatch(c -> LIMIT.matcher(c.plain()).matches());
        if (kv.value().isBlank()
                && (limits
                        || item.children().stream().anyMatch(c -> !c.children().isEmpty()))) {
            item.children().forEach(c -> read(t, c, vocabulary, out));
            return;
        }
        if (item.children().isEmpty() && percentiles(t, kv, item.line(), out)) {
            return;
        }
        Map<String, Bound> told = GradedBounds.any(kv.value(), vocabulary);
        Bound alone = told.isEmpty() ? Bounds.compared(kv.value()) : null;
        boolean alarms = alone != null && ANYTHING.in(Words.folded(Words.plain(kv.value())));
        Bound normal = told.isEmpty() && !alarms ? alone : told.get("normal");
        Bound warning = alarms ? alone : told.get("warning");
        Bound critical = told.get("critical");
        for (Listing.Item child : item.children()) {
            KeyValue field = child.keyValue();
            if (field == null) {
                continue;
            }
            String key = Words.normal(field.key());
            String graded = Words.normal(Words.qualifier(field.key()));
            if (vocabulary.isColumn("critical", key) || vocabulary.isColumn("critical", graded)) {
                critical = Bounds.cell(field.value(), Comparison.ABOVE);
            } else if (vocabulary.isColumn("warning", key) || vocabulary.isColumn("warning", graded)) {
                warning = Bounds.cell(field.value(), Comparison.ABOVE);
            } else if (vocabulary.isColumn("normal", key) || vocabulary.isColumn("threshold", key)) {
                normal = Bounds.cell(field.value(), Comparison.BELOW);
            }
        }
        Metrics.add(t, kv.key(), null, null, normal, warning, critical, item.line(), out);
    }

    // "CPU < 80%" is wanted and so is "Uptime > 99%"; "Backlog > 500" is what must not be.
    private static void limited(Topic t, String name, @Nullable Bound b, int line, List<Metric> out) {
        boolean most = b != null && "%".equals(b.unit()) && b.value() >= MOST;
        boolean up = b != null && (b.op() == Comparison.ABOVE || b.op() == Comparison.AT_LEAST);
        boolean wanted = !up || most;
        Metrics.add(t, name, null, null, wanted ? b : null, wanted ? null : b, null, line, out);
    }

    /// "✅ p95 latency:   250-350 ms" by lines of plain text: what is normal, where at least two lines tell it.
    static void drawn(Topic t, Fence fence, Vocabulary vocabulary, List<Metric> out) {
        List<Metric> found = new ArrayList<>();
        for (Line line : fence.lines()) {
            String text = Words.emojiless(line.text().strip()).replaceFirst("^[-*•]\\s+", "");
            KeyValue kv =
                    text.length() > 120 || graded(t, text, line.number(), vocabulary, found) ? null : KeyValue.of(text);
            String value =
                    kv == null || kv.value().length() > SHORT ? "" : kv.value().strip();
            if (kv != null && (Bounds.isBand(value) || Metrics.isShare(value))) {
                Bound b = Metrics.isShare(value) && !Bounds.isBand(value)
                        ? Metrics.aimed(value)
                        : Bounds.cell(value, Comparison.BELOW);
                Metrics.add(t, kv.key(), null, null, b, null, null, line.number(), found);
            }
        }
        boolean compared = found.stream()
                .anyMatch(m -> m.normal() == null || Bounds.compared(m.normal().raw()) != null);
        if (found.size() > 2 && compared) {
            out.addAll(found);
        }
    }

    // A bound for each percentile that the name lists.
    private static boolean percentiles(Topic t, KeyValue kv, int line, List<Metric> out) {
        Matcher m = PERCENTILES.matcher(kv.key());
        if (!m.matches()) {
            return false;
        }
        String[] names = BETWEEN.split(m.group(2), 0);
        List<Bound> bounds = Stream.of(BETWEEN.split(Words.plain(kv.value()), 0))
                .map(Bounds::compared)
                .filter(Objects::nonNull)
                .toList();
        if (names.length != bounds.size()) {
            return false;
        }
        for (int i = 0; i < names.length; i++) {
            Metrics.add(
                    t, m.group(1) + " (" + names[i].strip() + ")", null, null, bounds.get(i), null, null, line, out);
        }
        return true;
    }

    // "CPU should stay below 70%; warning at 80%, critical at 95%", "Queue: normally under 50. Warn at 200."
    static boolean graded(Topic t, String markdown, int line, Vocabulary vocabulary, List<Metric> out) {
        GradedBounds.Line found = GradedBounds.line(markdown, vocabulary);
        if (found != null) {
            Metrics.told(t, found, line, out);
        }
        return found != null;
    }

    // "CPU must not exceed 80%. Pages should load in under 3 s."
    static void wanted(Topic t, Line line, List<Metric> out) {
        for (String sentence : SENTENCE.split(Words.plain(line.text()), 0)) {
            GradedBounds.Line found = GradedBounds.wanted(sentence.replaceFirst("[.;]\\s*$", ""));
            if (found != null && out.stream().noneMatch(m -> isSame(found.name(), m.name()))) {
                Metrics.add(t, found.name(), null, null, found.bounds().get("normal"), null, null, line.number(), out);
            }
        }
    }

    // "Response time (p50, p95)" was read as one metric for each.
    private static boolean isSame(String told, String known) {
        return told.equalsIgnoreCase(known) || told.startsWith(known + " (");
    }

    // Under any heading, a line that gives all three.
    static void whole(Topic t, Listing.Item item, Vocabulary vocabulary, List<Metric> out) {
        GradedBounds.Line found = item.box() == null ? GradedBounds.line(item.text(), vocabulary) : null;
        if (found != null && found.bounds().size() > 2) {
            graded(t, item.text(), item.line(), vocabulary, out);
        }
    }
}
