package plantao.desk;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import plantao.alert.Condition;
import plantao.alert.Rule;
import plantao.runbook.AlertRule;
import plantao.runbook.Runbook;
import plantao.runbook.Units;

/// Binds a runbook's alert rules to the tiles and gauges that can tell whether they hold.
final class RuleBinding {
    private RuleBinding() {}

    /// The rules in the runbook's order; behind them the implied ones that something measures.
    ///
    /// @param holdFactor what hold times are multiplied with
    static List<Rule> of(Runbook runbook, List<ServiceTile> services, List<Gauge> gauges, double holdFactor) {
        Set<String> ids = new HashSet<>();
        List<Rule> all = new ArrayList<>();
        Stream<AlertRule> implied = runbook.implied().stream()
                .filter(r -> !(condition(r, services, gauges) instanceof Condition.Unwatched));
        for (AlertRule rule : Stream.concat(runbook.alerts().stream(), implied).toList()) {
            String id = String.join("-", Dependencies.words(rule.name()));
            for (int n = 2; !ids.add(id); n++) {
                id = String.join("-", Dependencies.words(rule.name())) + "-" + n;
            }
            int seconds = rule.forSeconds() == null ? 0 : rule.forSeconds();
            all.add(new Rule(
                    id,
                    condition(rule, services, gauges),
                    Duration.ofMillis(Math.round(seconds * 1000 * holdFactor)),
                    rule));
        }
        return all;
    }

    private static Condition condition(AlertRule rule, List<ServiceTile> services, List<Gauge> gauges) {
        if (rule.metric() != null && rule.op() != null && rule.value() != null) {
            Gauge gauge = gauge(gauges, rule.metric());
            if (gauge == null || gauge.probe() == null) {
                return new Condition.Unwatched(
                        "nothing measures \"" + rule.metric() + "\": give it a source in console.yaml under metrics");
            }
            double limit =
                    Units.convert(rule.value(), rule.unit(), gauge.scale().unit());
            return new Condition.Measured(rule.metric(), rule.op(), limit);
        }
        if (rule.service() != null) {
            boolean probed = services.stream().anyMatch(t -> t.name().equals(rule.service()) && t.probe() != null);
            return probed
                    ? new Condition.Down(rule.service())
                    : new Condition.Unwatched("nothing probes \"" + rule.service()
                            + "\": give it an address in the runbook or a probe in console.yaml under services");
        }
        return new Condition.Unwatched(
                "no metric or service of the runbook fits this rule: name one in the runbook and give it a source in console.yaml");
    }

    private static @Nullable Gauge gauge(List<Gauge> gauges, String metric) {
        return gauges.stream()
                .filter(g -> g.metric().name().equals(metric))
                .findFirst()
                .orElse(null);
    }
}
