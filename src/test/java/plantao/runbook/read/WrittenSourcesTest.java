package plantao.runbook.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import plantao.runbook.AlertRule;
import plantao.runbook.Comparison;
import plantao.runbook.ProbeSpec;
import plantao.runbook.Runbook;

/// What a runbook itself says to measure by.
class WrittenSourcesTest {
    private static final String TEXT = """
            # Loom

            ## Metrics

            | Metric | How to read it | Warning | Critical |
            |---|---|---|---|
            | Requests | `sum(rate(http_requests_total[1m]))` | > 50/s | > 100/s |
            | Free space | `min_free_bytes / total_bytes` | < 20% | < 10% |
            | Backlog | `redis-cli LLEN looms` | > 50 | > 200 |
            | Cleared | `redis-cli DEL looms` | > 50 | > 200 |
            | Of one shop | `redis-cli LLEN <shop>` | > 50 | > 200 |
            | Rows | `select count(*) from cloth` | > 1000 | > 5000 |
            | Lag | `redis-cli GET lag` in seconds | > 10 | > 20 |

            ## Alerts

            ```yaml
            - alert: TooManyErrors
              expr: sum(rate(failed_total[1m])) / sum(rate(all_total[1m])) > 0.02
              for: 1m
              labels: {severity: critical, team: "looms"}
              annotations: {summary: "Too many, by far", runbook_url: "#errors"}
            - alert: Gone
              expr: up{job="loom"} == 0
            - alert: Prose
              expr: the loom is slow
            ```

            ## Incidents

            ### Errors

            1. `curl -s http://loom/healthz`
            """;

    private static Runbook read(String yaml) {
        return RunbookReader.read("x", Map.of("runbook.md", TEXT, "console.yaml", yaml));
    }

    @Test
    void aRowsOwnCommandIsAskedWhereItOnlyReads() {
        assertThat(read("").settings().probes())
                .extracting(
                        ProbeSpec::subject, ProbeSpec::kind, p -> p.settings().get("command"))
                .containsExactly(tuple("Backlog", "command", "redis-cli LLEN looms"));
    }

    @Test
    void queriesAndRulesAreAskedOfTheServersThatConsoleYamlNames() {
        Runbook r = read("prometheus: http://prom:9090\ndatabase: $LOOM_URL\n");
        assertThat(r.settings().probes())
                .extracting(
                        ProbeSpec::subject, ProbeSpec::kind, p -> p.settings().get("query"))
                .containsExactly(
                        tuple("Requests", "prometheus", "sum(rate(http_requests_total[1m]))"),
                        tuple("Free space", "prometheus", "min(min_free_bytes / total_bytes)"),
                        tuple("Backlog", "command", null),
                        tuple("Rows", "sql", "select count(*) from cloth"),
                        tuple(
                                "TooManyErrors",
                                "prometheus",
                                "max(sum(rate(failed_total[1m])) / sum(rate(all_total[1m])))"),
                        tuple("Gone", "prometheus", "count(up{job=\"loom\"} == 0) or vector(0)"));
        assertThat(r.alerts())
                .extracting(AlertRule::name, AlertRule::metric, AlertRule::op, AlertRule::value, AlertRule::severity)
                .startsWith(
                        tuple("TooManyErrors", "TooManyErrors", Comparison.ABOVE, 0.02, "critical"),
                        tuple("Gone", "Gone", Comparison.ABOVE, 0.0, null));
        assertThat(r.alerts().getFirst().playbook())
                .isNotNull()
                .satisfies(p -> assertThat(p.title()).isEqualTo("Errors"));
    }

    @Test
    void whatConsoleYamlMeasuresGoesBefore() {
        Runbook r = read("""
                prometheus: http://prom:9090
                metrics:
                  Requests: {prometheus: {url: http://other:9090, query: reqs}}
                  TooManyErrors: {command: ./errors}
                """);
        assertThat(r.settings().probes())
                .extracting(ProbeSpec::subject, ProbeSpec::kind)
                .containsExactly(
                        tuple("Requests", "prometheus"),
                        tuple("TooManyErrors", "command"),
                        tuple("Free space", "prometheus"),
                        tuple("Backlog", "command"),
                        tuple("Gone", "prometheus"));
        assertThat(r.settings().probes().getFirst().settings()).containsEntry("query", "reqs");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rate(x_total[5m]) > 5|max(rate(x_total[5m]))|>|5",
                "min by (host) (free_ratio) <= 0.1|min(min by (host) (free_ratio))|<=|0.1",
                "sum(jobs_waiting) > 1e3|sum(jobs_waiting)|>|1000",
                "absent(up{job=\"a\"})|count(absent(up{job=\"a\"})) or vector(0)|>|0",
                "a_total > 5 and on() b_total > 3|count(a_total > 5 and on() b_total > 3) or vector(0)|>|0",
                "up == 0|count(up == 0) or vector(0)|>|0",
                "sum by (job) (rate(x[5m])) / on (job) group_left y > 2|max(sum by (job) (rate(x[5m])) / on (job) group_left y)|>|2",
                "rate(x[5m] offset 1h) > bool 3|max(rate(x[5m] offset 1h))|>|3",
            })
    void aRulesExpressionIsAskedForTheFigureItsBoundIsOn(String rule, String query, String op, double value) {
        assertThat(PromExpression.rule(rule)).isNotNull().satisfies(e -> {
            assertThat(e.query()).isEqualTo(query);
            assertThat(e.op().sign()).isEqualTo(op);
            assertThat(e.value()).isEqualTo(value);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "error rate above 5% for 5 minutes",
                "Catalogue does not answer for 1 min (critical)",
                "the sum (of all) stays over 5",
                "p95 > 800 ms",
                "rate(x[5m]) > 5%",
                "rate(x{job=\"$job\"}[5m]) > 5",
                "sum(rate(<metric>[5m])) > 5",
                "rate(...) > 5"
            })
    void whatIsNoQueryOrHasSomethingToFillInIsNotAsked(String text) {
        assertThat(PromExpression.rule(text)).isNull();
    }
}
