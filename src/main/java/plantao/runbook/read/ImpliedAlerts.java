package plantao.runbook.read;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import plantao.runbook.AlertRule;
import plantao.runbook.Bound;
import plantao.runbook.Comparison;
import plantao.runbook.Metric;
import plantao.runbook.Origin;
import plantao.runbook.Service;
import plantao.runbook.text.Expression;

/// The alerts that a runbook implies: a service that it lists is down, or a metric is beyond the worst limit of its
/// table, and no rule says so. Without them a red tile would call nobody and lead to no playbook.
///
/// @param words how such an alert is told in the runbook's language
record ImpliedAlerts(AlertAnswers answers, Spoken words) {
    /// One reading is no alarm.
    private static final int HOLD_SECONDS = 60;

    private static final Expression RANGE = Expression.of("^\\s*[\\d.,]+\\s*[-–—]");

    private static final Spoken ENGLISH =
            new Spoken("is down", "the runbook has no alert rule for it", "the table's limit, without an alert rule");
    private static final Map<String, Spoken> OTHERS = Map.of(
            "pt",
            new Spoken(
                    "não responde",
                    "o runbook não tem regra de alerta para isto",
                    "limite da tabela, sem regra de alerta"),
            "es",
            new Spoken(
                    "no responde",
                    "el runbook no tiene regla de alerta para esto",
                    "límite de la tabla, sin regla de alerta"));

    /// @param down what stands behind the service's name
    /// @param unruled why there is an alert of a service all the same
    /// @param limit why there is one of a metric
    record Spoken(String down, String unruled, String limit) {}

    ImpliedAlerts(AlertAnswers answers, String language) {
        this(answers, OTHERS.getOrDefault(language, ENGLISH));
    }

    /// Rules for all that the written ones say nothing about, each with its playbook or candidates.
    List<AlertRule> beside(List<AlertRule> written, List<Service> services, List<Metric> metrics) {
        Set<String> ruled = written.stream()
                .flatMap(r -> Stream.of(r.service(), r.metric()))
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(HashSet::new));
        Stream<AlertRule> down =
                services.stream().filter(s -> ruled.add(s.name())).map(this::down);
        Stream<AlertRule> beyond = metrics.stream()
                .filter(m -> limit(m) != null && ruled.add(m.name()))
                .map(this::beyond);
        return Stream.concat(down, beyond).toList();
    }

    private AlertRule down(Service service) {
        String name = service.name() + " " + words.down();
        return answered(rule(name, 1, null, service.name(), null, null, service.origin()), words.unruled());
    }

    private AlertRule beyond(Metric metric) {
        Bound limit = Objects.requireNonNull(limit(metric));
        Comparison op = limit.included() ? orOn(limit.op()) : limit.op();
        boolean written = op == limit.op() || RANGE.in(limit.raw());
        String name = metric.name() + " " + (written ? "" : op.sign() + " ")
                + limit.raw().strip();
        int level = metric.critical() == null ? 2 : 1;
        return answered(rule(name, level, metric.name(), null, op, limit, metric.origin()), words.limit());
    }

    /// The limit that is worst; a normal one alone says what is wished for, not when somebody must look.
    private static @Nullable Bound limit(Metric metric) {
        return metric.critical() == null ? metric.warning() : metric.critical();
    }

    /// On the limit too.
    private static Comparison orOn(Comparison op) {
        return switch (op) {
            case ABOVE -> Comparison.AT_LEAST;
            case BELOW -> Comparison.AT_MOST;
            default -> op;
        };
    }

    /// The explanation stands beside the name and takes no part in finding the playbook.
    private AlertRule answered(AlertRule rule, String explanation) {
        AlertRule answered = answers.impliedly(rule);
        return new AlertRule(
                answered.name(),
                answered.severity(),
                answered.level(),
                explanation,
                answered.metric(),
                answered.service(),
                answered.why(),
                answered.op(),
                answered.value(),
                answered.unit(),
                answered.forSeconds(),
                answered.respondWithinSeconds(),
                answered.playbook(),
                answered.candidates(),
                answered.origin());
    }

    private static AlertRule rule(
            String name,
            int level,
            @Nullable String metric,
            @Nullable String service,
            @Nullable Comparison op,
            @Nullable Bound limit,
            Origin origin) {
        return new AlertRule(
                name,
                null,
                level,
                name,
                metric,
                service,
                null,
                op,
                limit == null ? null : Double.valueOf(limit.value()),
                limit == null ? null : limit.unit(),
                limit == null ? null : Integer.valueOf(HOLD_SECONDS),
                null,
                null,
                List.of(),
                origin);
    }
}
