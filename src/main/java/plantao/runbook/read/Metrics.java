package plantao.runbook.read;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import plantao.runbook.Bound;
import plantao.runbook.Comparison;
import plantao.runbook.Metric;
import plantao.runbook.Units;
import plantao.runbook.command.FenceLanguage;
import plantao.runbook.text.Bounds;
import plantao.runbook.text.Durations;
import plantao.runbook.text.Expression;
import plantao.runbook.text.KeyValue;
import plantao.runbook.text.Phrases;
import plantao.runbook.text.Role;
import plantao.runbook.text.Vocabulary;
import plantao.runbook.text.Words;
import plantao.runbook.tree.Fence;
import plantao.runbook.tree.Line;
import plantao.runbook.tree.Listing;
import plantao.runbook.tree.Table;

/// Metrics with their bounds, from threshold tables, bullets and comments ("Target: < 500ms").
final class Metrics {
    private static final Expression PERCENTILE_NOTE =
            Expression.of("(?i)\\s*\\((?:p\\d{2,3}|[^()]*percentil[^()]*)\\)\\s*$");
    private static final Expression TARGET = Expression.of(
            "(?i)^\\s*(?:#|//|--)\\s*(?:target|threshold|meta|alvo|limite|objetivo|umbral)\\s*:\\s*(.+)$");

    private static final Expression SHARE = Expression.of("^\\W{0,4}\\d{2,3}(?:[.,]\\d+)?\\s*%");
    private static final Expression WORST = Expression.of("(?:→|=>|->)\\s*(?:critic|page\\b|sev-?1\\b|p0\\b)");
    private static final Expression OBJECTIVE = Expression.of("(?iu)(?<=\\S)\\s+(?:slos?|slis?|slas?)$");
    private static final double MOST = 90;
    private static final Set<String> OBJECTIVES = Set.of(
            "slo",
            "slos",
            "sli",
            "objective",
            "service level objective",
            "objetivo",
            "objetivo de nivel de servico",
            "objetivo de nivel de servicio");

    private static final Set<String> ABOUT = Set.of("what", "o que", "que");

    private Metrics() {}

    static List<Metric> in(Topic root, Vocabulary vocabulary) {
        List<Metric> out = new ArrayList<>();
        root.all()
                .filter(t -> !t.within(Role.TEMPLATE, Role.POSTMORTEM, Role.PLAYBOOK_GROUP))
                .forEach(t -> {
                    if (t.within(Role.SLA, Role.RECOVERY_OBJECTIVES)) {
                        if (!colours(t, vocabulary, out) && !objective(t, vocabulary, out)) {
                            t.section().lists().forEach(l -> l.items().forEach(i -> promised(t, i, vocabulary, out)));
                            t.tables().stream()
                                    .filter(table -> !t.within(Role.RECOVERY_OBJECTIVES))
                                    .forEach(table -> rows(t, table, out));
                        }
                        return;
                    }
                    GradedBounds.Line led = t.role() == null ? GradedBounds.lead(t.section(), vocabulary) : null;
                    if (led != null) {
                        told(t, led, t.section().line(), out);
                        return;
                    }
                    if (colours(t, vocabulary, out)) {
                        t.tables().forEach(table -> rows(t, table, out));
                        return;
                    }
                    if (t.nearest() == null && !TroubleHeadings.is(t, vocabulary)) {
                        t.section()
                                .lists()
                                .forEach(l -> l.items().forEach(i -> MetricBullets.whole(t, i, vocabulary, out)));
                    }
                    if (t.within(Role.METRICS, Role.MONITORING)) {
                        t.section()
                                .paragraphs()
                                .forEach(p -> p.lines().forEach(l -> {
                                    if (!MetricBullets.graded(t, l.text(), l.number(), vocabulary, out)) {
                                        MetricBullets.wanted(t, l, out);
                                    }
                                }));
                    }
                    t.tables().forEach(table -> rows(t, table, out));
                    if (t.within(Role.METRICS) && !t.within(Role.ALERTS)
                            || t.nearest() == null
                                    && out.stream().noneMatch(m -> isOf(t, m))
                                    && GradedBounds.areListed(t.section().lists(), vocabulary)) {
                        t.section()
                                .lists()
                                .forEach(l -> l.items().forEach(i -> MetricBullets.read(t, i, vocabulary, out)));
                        t.section().fences().forEach(f -> target(t, f, out));
                        t.section().fences().stream()
                                .filter(f -> FenceLanguage.of(f).isEmpty())
                                .forEach(f -> MetricBullets.drawn(t, f, vocabulary, out));
                    }
                    if (t.within(Role.METRICS, Role.MONITORING, Role.ALERTS)) {
                        t.section()
                                .lists()
                                .forEach(l -> l.items().stream()
                                        .filter(i ->
                                                i.box() == null && i.children().isEmpty())
                                        .forEach(i -> MetricBullets.wanted(t, new Line(i.text(), i.line()), out)));
                    }
                });
        return List.copyOf(out);
    }

    // "Latency SLO" over "Target: < 500 ms" and "Alert: > 500 ms for 5 minutes": the heading names what is
    // measured.
    private static boolean objective(Topic t, Vocabulary vocabulary, List<Metric> out) {
        Bound normal = null;
        Bound warning = null;
        Bound critical = null;
        for (Listing.Item i :
                t.section().lists().stream().flatMap(l -> l.items().stream()).toList()) {
            KeyValue kv = i.box() == null ? i.keyValue() : null;
            String key = kv == null ? "" : Words.normal(kv.key());
            if (kv != null && normal == null && vocabulary.isColumn("normal", key)) {
                Bound told = Bounds.compared(kv.value());
                normal = told == null && isShare(Words.plain(kv.value())) ? aimed(kv.value()) : told;
            } else if (kv != null && warning == null && vocabulary.isColumn("warning", key)) {
                warning = Bounds.compared(Holds.without(kv.value()));
            } else if (kv != null && critical == null && vocabulary.isColumn("critical", key)) {
                critical = Bounds.compared(Holds.without(kv.value()));
            }
        }
        String name = OBJECTIVE.matcher(t.title()).replaceFirst("");
        boolean told = normal != null && !name.isBlank();
        if (told) {
            add(t, name, null, null, normal, warning, critical, t.section().line(), out);
        }
        return told;
    }

    // "API latency p95: <= 400 ms", "Availability: 99.9%" below "SLOs".
    private static void promised(Topic t, Listing.Item item, Vocabulary vocabulary, List<Metric> out) {
        KeyValue kv = item.box() == null && item.children().isEmpty() ? item.keyValue() : null;
        if (MetricBullets.graded(t, item.text(), item.line(), vocabulary, out)
                || kv == null
                || t.within(Role.RECOVERY_OBJECTIVES)
                || Phrases.level(kv.key(), vocabulary) != null && Durations.seconds(kv.value()) != null) {
            return;
        }
        Bound told = Bounds.compared(kv.value());
        told = told == null && isShare(Words.plain(kv.value())) ? aimed(kv.value()) : told;
        add(t, kv.key(), null, null, told, null, null, item.line(), out);
    }

    static boolean isShare(String text) {
        return SHARE.matcher(text).lookingAt();
    }

    // What is promised as a bare share is a minimum where it is most of the whole ("99.9%").
    static @Nullable Bound aimed(String markdown) {
        Bound bound = Bounds.cell(markdown, Comparison.AT_LEAST);
        return bound != null && bound.value() >= MOST ? bound : Bounds.cell(markdown, Comparison.BELOW);
    }

    private static void rows(Topic t, ColumnKinds c, List<Metric> out) {
        int name = c.of("metricName");
        if (name < 0 && isObjective(c)) {
            name = 0;
        }
        if (name < 0 && t.within(Role.METRICS)) {
            name = c.of("serviceName");
        }
        if (name < 0
                && c.table().headers().getFirst().isBlank()
                && BandColumns.of(c, 0).areTold(c)) {
            name = 0; // What is measured stands below an empty header.
        }
        if (name < 0) {
            return;
        }
        BandColumns bands = BandColumns.of(c, name);
        int normal = bands.normal();
        int warning = bands.warning();
        int critical = bands.critical();
        if (describes(t, c, name, normal) && warning < 0 && critical < 0) {
            return;
        }
        int single = bands.isEmpty() ? c.of("threshold", name) : -1;
        int action = c.of("action", name);
        int owner = name == 1 && (c.kinds().getFirst().isEmpty() || c.of("serviceName", name) == 0) ? 0 : -1;
        boolean alarming = single >= 0 && action >= 0 && alarms(c, single);
        for (Table.Row row : c.table().rows()) {
            String title = ColumnKinds.text(row, name);
            if (title == null) {
                continue;
            }
            Bound bad = first(
                    Bounds.compared(ColumnKinds.cell(row, warning)), Bounds.compared(ColumnKinds.cell(row, critical)));
            Comparison worse = bad == null ? worse(row, normal, warning, critical) : bad.op();
            boolean bare = bad == null
                    && isShare(ColumnKinds.cell(row, normal))
                    && first(
                                    Bounds.cell(ColumnKinds.cell(row, warning), worse),
                                    Bounds.cell(ColumnKinds.cell(row, critical), worse))
                            == null;
            Bound low = bare
                    ? aimed(ColumnKinds.cell(row, normal))
                    : Bounds.cell(ColumnKinds.cell(row, normal), opposite(worse));
            Bound mid = Bounds.cell(ColumnKinds.cell(row, warning), worse);
            Bound top = Bounds.cell(ColumnKinds.cell(row, critical), worse);
            Bound alone = single < 0 ? null : Bounds.cell(ColumnKinds.cell(row, single), worse);
            if (low != null && isCount(ColumnKinds.cell(row, normal), low)) {
                low = inclusive(low, ColumnKinds.cell(row, normal));
                mid = inclusive(mid, ColumnKinds.cell(row, warning));
                top = inclusive(top, ColumnKinds.cell(row, critical));
            }
            if (top == null && mid != null && isWorst(mid.raw())) {
                top = mid;
                mid = null;
            }
            if (alone != null && isHealthy(alone) && !alarming) {
                low = alone;
            } else if (alone != null) {
                mid = alone;
            }
            String unit = unit(row, c.of("unit", name));
            low = in(unit, low);
            mid = in(unit, mid);
            top = in(unit, top);
            add(t, title, ColumnKinds.text(row, owner), ColumnKinds.text(row, action), low, mid, top, row.line(), out);
        }
    }

    // A unit in a column of its own is that of all figures of its row.
    private static @Nullable String unit(Table.Row row, int column) {
        String text = ColumnKinds.text(row, column);
        Bound one = text == null ? null : Bounds.cell("1 " + text, Comparison.ABOVE);
        return one == null ? null : one.unit();
    }

    private static @Nullable Bound in(@Nullable String unit, @Nullable Bound b) {
        return b == null || unit == null || b.unit() != null ? b : new Bound(b.op(), b.value(), unit, b.of(), b.raw());
    }

    // "SLO | Target | Window": each row promises something that can be measured.
    private static boolean isObjective(ColumnKinds c) {
        return !Collections.disjoint(c.table().keys().getFirst(), OBJECTIVES) && c.of("normal", 0) > 0;
    }

    // "Error rate | > 5% | look at the log": with something to do beside them, the figures of the column alarm.
    private static boolean alarms(ColumnKinds c, int column) {
        return c.table().rows().stream()
                .map(r -> Bounds.compared(ColumnKinds.cell(r, column)))
                .anyMatch(b -> b != null && !isHealthy(b));
    }

    // "> 0 → Critical" in the column of warnings.
    private static boolean isWorst(String raw) {
        return WORST.in(Words.folded(raw));
    }

    // "Service | What | SLO": services, what each is for, and what is promised of it.
    private static boolean describes(Topic t, ColumnKinds c, int name, int normal) {
        return name > 0
                && c.kinds().getFirst().contains("serviceName")
                && !Collections.disjoint(c.table().keys().get(name), ABOUT)
                && (normal < 0 || c.kinds().get(normal).contains("sla"))
                && !t.within(Role.METRICS);
    }

    // A single "threshold" below a limit is what is wanted, above it what alarms.
    private static boolean isHealthy(Bound b) {
        return b.op() == Comparison.BELOW || b.op() == Comparison.AT_MOST;
    }

    private static Comparison worse(Table.Row row, int normal, int warning, int critical) {
        Bound n = Bounds.cell(ColumnKinds.cell(row, normal), Comparison.ABOVE);
        Bound w = Bounds.cell(ColumnKinds.cell(row, warning), Comparison.ABOVE);
        Bound c = Bounds.cell(ColumnKinds.cell(row, critical), Comparison.ABOVE);
        boolean told = w != null && c != null && Units.convert(c.value(), c.unit(), w.unit()) != w.value();
        return told && isLess(c, w) || !told && w != null && n != null && isLess(w, n)
                ? Comparison.BELOW
                : Comparison.ABOVE;
    }

    private static boolean isLess(@Nullable Bound a, @Nullable Bound b) {
        return a != null && b != null && Units.convert(a.value(), a.unit(), b.unit()) < b.value();
    }

    // "Circuits open: 0 | 1 | 2": how many there are, not how much.
    private static boolean isCount(String cell, Bound b) {
        return Bounds.compared(cell) == null
                && b.unit() == null
                && b.value() == Math.rint(b.value())
                && !Bounds.isBand(cell);
    }

    // One thing too many is reached with that one.
    private static @Nullable Bound inclusive(@Nullable Bound b, String cell) {
        if (b == null || Bounds.compared(cell) != null) {
            return b;
        }
        Comparison op = switch (b.op()) {
            case ABOVE -> Comparison.AT_LEAST;
            case BELOW -> Comparison.AT_MOST;
            default -> b.op();
        };
        return new Bound(op, b.value(), b.unit(), b.of(), b.raw());
    }

    static Comparison opposite(Comparison op) {
        return switch (op) {
            case ABOVE, AT_LEAST -> Comparison.BELOW;
            case BELOW, AT_MOST -> Comparison.ABOVE;
            default -> op;
        };
    }

    private static @Nullable Bound first(@Nullable Bound a, @Nullable Bound b) {
        return a == null ? b : a;
    }

    static void told(Topic t, GradedBounds.Line found, int line, List<Metric> out) {
        Map<String, Bound> told = found.bounds();
        add(t, found.name(), null, null, told.get("normal"), told.get("warning"), told.get("critical"), line, out);
    }

    private static boolean isOf(Topic t, Metric m) {
        int line = m.origin().line();
        return m.origin().file().equals(t.file())
                && t.section().lists().stream().flatMap(l -> l.items().stream()).anyMatch(i -> i.line() == line);
    }

    // "**API latency (p95)**" over "Green: < 250 ms", "Yellow: 250 ms - 1 s", "Red: > 1 s".
    private static boolean colours(Topic t, Vocabulary vocabulary, List<Metric> out) {
        if (!t.section().isLead() && t.section().level() == 0
                || t.section().lists().isEmpty()
                || t.within(Role.SEVERITY, Role.ESCALATION, Role.ALERTS, Role.SYMPTOMS)) {
            return false;
        }
        Map<String, Bound> told = GradedBounds.below(t.section().lists(), vocabulary);
        if (told.size() > 1) {
            add(
                    t,
                    OBJECTIVE.matcher(t.title()).replaceFirst(""),
                    null,
                    null,
                    told.get("normal"),
                    told.get("warning"),
                    told.get("critical"),
                    t.section().line(),
                    out);
        }
        return told.size() > 1;
    }

    private static void target(Topic t, Fence fence, List<Metric> out) {
        for (Line line : fence.lines()) {
            var m = TARGET.matcher(line.text());
            Bound bound = m.matches() ? Bounds.compared(m.group(1)) : null;
            if (bound != null) {
                add(t, t.title(), null, null, bound, null, null, line.number(), out);
            }
        }
    }

    static void add(
            Topic t,
            String title,
            @Nullable String owner,
            @Nullable String action,
            @Nullable Bound normal,
            @Nullable Bound warning,
            @Nullable Bound critical,
            int line,
            List<Metric> out) {
        if (normal == null && warning == null && critical == null) {
            return;
        }
        Integer percentile = Bounds.percentile(title);
        for (Bound b : new Bound[] {normal, warning, critical}) {
            percentile = percentile == null && b != null ? Bounds.percentile(b.raw()) : percentile;
        }
        String group = owner != null ? owner : t.section().isLead() || t.is(Role.METRICS) ? null : t.title();
        String name = PERCENTILE_NOTE.matcher(title).replaceFirst("");
        out.add(new Metric(
                name, percentile, name.equals(group) ? null : group, action, normal, warning, critical, t.at(line)));
    }
}
