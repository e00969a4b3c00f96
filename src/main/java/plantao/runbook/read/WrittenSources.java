package plantao.runbook.read;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import plantao.runbook.AlertRule;
import plantao.runbook.Bound;
import plantao.runbook.Comparison;
import plantao.runbook.Metric;
import plantao.runbook.Origin;
import plantao.runbook.ProbeSpec;
import plantao.runbook.Risk;
import plantao.runbook.Settings;
import plantao.runbook.TargetSpec;
import plantao.runbook.command.Blanks;
import plantao.runbook.command.FenceLanguage;
import plantao.runbook.risk.Risks;
import plantao.runbook.text.Words;

/// What the runbook itself says to measure by: the query or the reading command in a metric's own row, and the
/// expressions of alert rules where `console.yaml` names a Prometheus. What `console.yaml` measures goes before.
///
/// @param added the metrics of such rules
/// @param measuring the probes
/// @param bound a rule's place → its metric and the bound that breaks it
record WrittenSources(List<Metric> added, List<ProbeSpec> measuring, Map<Origin, Metric> bound) {
    private static final Duration INTERVAL = Duration.ofSeconds(30);
    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final int PAGING = 1;

    static WrittenSources of(List<Topic> roots, List<RuleDraft> drafts, List<Metric> written, Settings settings) {
        Set<String> given = new HashSet<>();
        settings.probes().stream()
                .filter(p -> p.of() == ProbeSpec.Subject.METRIC)
                .forEach(p -> given.add(Words.key(p.subject())));
        Servers servers = new Servers(
                first(settings.steps().prometheus(), settings, TargetSpec::prometheus),
                first(settings.steps().database(), settings, TargetSpec::database));
        Map<String, ProbeSpec> probes = new LinkedHashMap<>();
        Map<Origin, List<String>> rows = rows(roots, written);
        for (Metric m : written) {
            if (!given.contains(Words.key(m.name()))) {
                rows.getOrDefault(m.origin(), List.of()).stream()
                        .map(cell -> servers.asked(m, cell))
                        .filter(Objects::nonNull)
                        .findFirst()
                        .ifPresent(p -> probes.putIfAbsent(Words.key(m.name()), p));
            }
        }
        Map<Origin, Metric> bound = new HashMap<>();
        List<Metric> added = new ArrayList<>();
        for (RuleDraft d : servers.prometheus() == null ? List.<RuleDraft>of() : drafts) {
            AlertRule r = d.rule();
            PromExpression asked = given.contains(Words.key(r.name())) ? null : PromExpression.rule(r.condition());
            if (asked != null && servers.prometheus() != null && !probes.containsKey(Words.key(r.name()))) {
                Metric m = metric(r, asked);
                probes.put(Words.key(r.name()), prometheus(m, servers.prometheus(), asked.query()));
                added.add(m);
                bound.put(r.origin(), m);
            }
        }
        return new WrittenSources(List.copyOf(added), List.copyOf(probes.values()), Map.copyOf(bound));
    }

    /// The rule with the metric that is asked for its own expression, where there is one.
    RuleDraft bound(RuleDraft draft) {
        AlertRule r = draft.rule();
        Metric m = bound.get(r.origin());
        Bound limit = m == null ? null : m.warning() == null ? m.critical() : m.warning();
        return m == null || limit == null || !m.name().equals(r.name())
                ? draft
                : draft.with(new AlertRule(
                        r.name(),
                        r.severity(),
                        r.level() == 0 ? PlaybookReader.DEFAULT_LEVEL : r.level(),
                        r.condition(),
                        m.name(),
                        null,
                        "Prometheus is asked for its expression",
                        limit.op(),
                        limit.value(),
                        limit.unit(),
                        r.forSeconds(),
                        r.respondWithinSeconds(),
                        r.playbook(),
                        r.candidates(),
                        r.origin()));
    }

    private static Metric metric(AlertRule r, PromExpression asked) {
        String raw = asked.op().sign() + " " + plain(asked.value());
        Bound limit = new Bound(asked.op(), asked.value(), null, null, raw);
        boolean worst = r.level() == PAGING;
        return new Metric(
                r.name(), null, null, null, null, worst ? null : limit, worst ? limit : null, r.origin(), false);
    }

    private static String plain(double value) {
        return java.math.BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }

    private static @Nullable String first(
            @Nullable String own, Settings settings, java.util.function.Function<TargetSpec, @Nullable String> of) {
        return own != null
                ? own
                : settings.targets().stream()
                        .limit(1)
                        .map(of)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null);
    }

    // The cells beside each metric.
    private static Map<Origin, List<String>> rows(List<Topic> roots, List<Metric> metrics) {
        Set<Origin> wanted = new HashSet<>();
        metrics.forEach(m -> wanted.add(m.origin()));
        Map<Origin, List<String>> out = new HashMap<>();
        Stream<Topic> topics = roots.stream().flatMap(Topic::all);
        topics.forEach(t -> t.section()
                .tables()
                .forEach(table -> table.rows().stream()
                        .filter(row -> wanted.contains(t.at(row.line())))
                        .forEach(row -> out.put(
                                t.at(row.line()),
                                row.cells().subList(1, row.cells().size())))));
        return out;
    }

    private record Servers(
            @Nullable String prometheus, @Nullable String database) {
        /// The probe that a cell of one metric's row asks for, or null when it holds no query and no command.
        @Nullable
        ProbeSpec asked(Metric m, String cell) {
            List<String> code = Words.code(cell);
            String text = code.size() == 1 ? code.getFirst().strip() : "";
            if (text.indexOf(' ') < 0 && text.indexOf('(') < 0
                    || !Words.plain(cell).strip().equals(text)
                    || !Blanks.placeholders(text).isEmpty()) {
                return null;
            }
            if (text.matches("(?is)select\\s.+")) {
                return database == null || Risks.ofStatement(text) != Risk.SAFE
                        ? null
                        : WrittenSources.probe(m, "sql", Map.of("url", database, "query", text));
            }
            if (PromExpression.is(text)) {
                return prometheus == null
                        ? null
                        : WrittenSources.prometheus(m, prometheus, PromExpression.single(text, isDown(m)));
            }
            boolean reads = FenceLanguage.isCommand(text) && Risks.ofShell(text) == Risk.SAFE;
            return reads ? WrittenSources.probe(m, "command", Map.of("command", text)) : null;
        }
    }

    private static boolean isDown(Metric m) {
        Bound bad = m.critical() == null ? m.warning() : m.critical();
        Comparison op = bad == null ? null : bad.op();
        return op == Comparison.BELOW || op == Comparison.AT_MOST;
    }

    private static ProbeSpec prometheus(Metric m, String url, String query) {
        return probe(m, "prometheus", Map.of("url", url, "query", query));
    }

    private static ProbeSpec probe(Metric m, String kind, Map<String, String> settings) {
        return new ProbeSpec(m.name(), ProbeSpec.Subject.METRIC, kind, settings, INTERVAL, TIMEOUT, 1, 1, m.origin());
    }
}
