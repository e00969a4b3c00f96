package plantao.runbook.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import plantao.runbook.AlertRule;
import plantao.runbook.Comparison;
import plantao.runbook.ProbeSpec;
import plantao.runbook.Problem;
import plantao.runbook.Runbook;

/// From an alert rule as written to what must be down or beyond which limit.
class AlertConditionsTest {
    private static final String SERVICES = """
            # Runbook

            ## Services

            | Service | Provider | URL | Responsibility |
            |---|---|---|---|
            | Aplicação | Nimbus | https://shop.example.com/healthz | Pages and API |
            | Ledger | Nimbus | https://ledger.example.com | Accounting |
            | Vault | Nimbus | (internal) | Database and files |
            | Redis | Nimbus | (internal) | Sessions |

            """;

    private static AlertRule rule(String name, String condition) {
        return rule(SERVICES, name, condition);
    }

    private static AlertRule rule(String before, String name, String condition) {
        Runbook r = Texted.of(before + """

                ## Alerts

                ### Critical

                - **%s**: %s
                """.formatted(name, condition));
        return r.alerts().getFirst();
    }

    private static void assertService(AlertRule rule, String service) {
        assertThat(rule).extracting(AlertRule::service, AlertRule::metric).containsExactly(service, null);
    }

    @Test
    void aServiceNamedExactlyThoughItsNameIsACommonWord() {
        assertService(rule("Aplicação fora do ar", "ninguém consegue entrar"), "Aplicação");
    }

    @Test
    void aServiceNamedInAnyOfTheLanguages() {
        assertService(rule("LedgerUnreachable", "no answer for 2 minutes"), "Ledger");
        assertService(rule("Redis caído", "no responde"), "Redis");
        assertService(rule("Ledger inacessível", "sem resposta"), "Ledger");
        assertService(rule("Ledger fuera de servicio", "no responde"), "Ledger");
    }

    @Test
    void aKindOfComponentByItsProductAndByWhatTheServiceIsFor() {
        assertService(rule("Cache down", "connection refused"), "Redis");
        assertService(rule("Base de datos inaccesible", "connection refused"), "Vault");
        assertService(rule("Database Inacessível", "erro de conexão"), "Vault");
    }

    @Test
    void theWholeSystemIsTheServiceWithAHealthEndpoint() {
        for (String name : new String[] {
            "Service Down", "Sistema Offline", "API Down", "Site indisponible", "Health check failing", "Outage"
        }) {
            assertService(rule(name, "the health check fails"), "Aplicação");
        }
        assertThat(rule("Sistema Offline", "não responde").why())
                .contains("whole system")
                .contains("https://shop.example.com/healthz");
    }

    @Test
    void whatIsNoServiceHereIsNotTakenForTheWholeSystem() {
        assertThat(rule("Payment gateway down", "no answer"))
                .extracting(AlertRule::service, AlertRule::why)
                .containsExactly(null, null);
    }

    @Test
    void reachableInPrometheusWords() {
        assertService(rule("Ledger", "`up{job=\"ledger\"} == 0`"), "Ledger");
        assertService(rule("Application", "`probe_success < 1` for 2 minutes"), "Aplicação");
    }

    @Test
    void aDatabaseNeverStandsForTheWholeSystem() {
        String behind = """
                # Runbook

                ## Services

                | Service | URL | Responsibility |
                |---|---|---|
                | PostgreSQL | https://db.example.com/health | Data |
                | Prometheus | https://prom.example.com/-/healthy | Metrics |
                """;
        assertThat(rule(behind, "System down", "nothing answers").service()).isNull();
    }

    @Test
    void aCertificateThatExpiresIsMeasuredInDays() {
        Runbook r = Texted.of(SERVICES + """

                ## Alerts

                ### Medium

                - **Certificado SSL**: o certificado expira em 21 dias
                - **TLS certificate renewal**: certificate expires within 1 week
                """);
        assertThat(r.alerts())
                .extracting(AlertRule::metric, AlertRule::op, AlertRule::value, AlertRule::unit, AlertRule::forSeconds)
                .containsExactly(
                        tuple("Certificado SSL", Comparison.BELOW, 21.0, "d", null),
                        tuple("Certificado SSL", Comparison.BELOW, 7.0, "d", null));
        assertThat(r.settings().probes())
                .filteredOn(p -> p.of() == ProbeSpec.Subject.METRIC)
                .extracting(
                        ProbeSpec::subject, ProbeSpec::kind, p -> p.settings().get("url"))
                .containsExactly(tuple("Certificado SSL", "tls", "https://shop.example.com"));
    }

    private static final String METRICS = """
            # Runbook

            ## Metrics

            | Metric | Normal | Warning | Critical |
            |---|---|---|---|
            | API latency (p95) | < 300ms | > 500ms | > 2000ms |
            | API latency (p99) | < 600ms | > 900ms | > 4000ms |
            | Memory usage | < 70% | > 80% | > 90% |
            | Requests | < 60/min | > 120/min | > 300/min |
            """;

    @Test
    void aMetricByItsConceptItsPercentileAndItsKindOfUnit() {
        AlertRule slow = rule(METRICS, "Tempo de resposta alto", "p95 > 1s por 5 min");
        assertThat(slow)
                .extracting(AlertRule::metric, AlertRule::value, AlertRule::unit)
                .containsExactly("API latency", 1.0, "s");
        assertThat(rule(METRICS, "Request", "> 3/s").metric()).isEqualTo("Requests");
    }

    @Test
    void aRuleWithoutAFigureMeansTheMetricsOwnLimit() {
        AlertRule high = rule(METRICS, "HighMemoryUsage", "the containers are close to their limit");
        assertThat(high)
                .extracting(AlertRule::metric, AlertRule::op, AlertRule::value, AlertRule::unit)
                .containsExactly("Memory usage", Comparison.ABOVE, 90.0, "%");
        assertThat(high.why()).contains("no figure").contains("90");
    }

    @Test
    void aRuleThatCanNeverFireIsAProblem() {
        Runbook r = Texted.of(METRICS + """

                ## Alerts

                ### High

                - **Odd growth**: far more visitors than usual
                - **Memory usage**: > 85%
                """);
        assertThat(r.problems())
                .filteredOn(p -> p.code().equals("alert-without-condition"))
                .singleElement()
                .satisfies(p -> {
                    assertThat(p.severity()).isEqualTo(Problem.Severity.WARNING);
                    assertThat(p.message()).contains("Odd growth").contains("console.yaml");
                });
    }

    @Test
    void whereNothingCouldBeMeasuredThatIsSaidOnce() {
        Runbook r = Texted.of("""
                # Runbook

                ## Alerts

                - **Site down**: nobody can sign in
                - **Odd growth**: far more visitors than usual
                """);
        assertThat(r.services()).isEmpty();
        assertThat(r.problems())
                .filteredOn(p -> p.code().equals("alert-without-condition"))
                .singleElement()
                .satisfies(p -> {
                    assertThat(p.origin().line()).isEqualTo(5);
                    assertThat(p.message())
                            .contains("\"Site down\" and 1 more can never fire", "names no service", "`services:`");
                });
    }

    private static final String ENDPOINTS = """
            # Runbook

            ## Services

            | Service | Provider | Responsibility |
            |---|---|---|
            | Storefront app | Nimbus | Pages |
            | PostgreSQL | Nimbus | Data |

            ## Health checks

            | Endpoint | Frequency | Timeout | Failure |
            |---|---|---|---|
            | `/api/health` | 20s | 5s | 3 consecutive failures |

            """;

    @Test
    void aHealthEndpointIsProbedWhereACommandAsksIt() {
        Runbook r = Texted.of(ENDPOINTS + """
                ## Deploy

                ```bash
                curl http://localhost:3000/api/health
                curl -f https://shop.example.com/api/health
                curl -f https://other.example.com/api/health/deep
                ```
                """);
        assertThat(r.settings().probes()).singleElement().satisfies(p -> {
            assertThat(p.subject()).isEqualTo("Storefront app");
            assertThat(p.settings()).isEqualTo(Map.of("url", "https://shop.example.com/api/health"));
            assertThat(p.interval()).isEqualTo(Duration.ofSeconds(20));
            assertThat(p.timeout()).isEqualTo(Duration.ofSeconds(5));
            assertThat(p.failures()).isEqualTo(3);
        });
    }

    @Test
    void aHealthEndpointIsProbedUnderTheProductionAddress() {
        Runbook r = Texted.of(ENDPOINTS + """
                ## Environments

                - **Staging**: https://staging.example.com
                - **Production**: https://shop.example.com/
                """);
        assertThat(r.settings().probes())
                .extracting(p -> p.settings().get("url"))
                .containsExactly("https://shop.example.com/api/health");
    }

    @Test
    void anAddressWithABlankIsProbedOnceTheBlankHasAValue() {
        String runbook = """
                # Runbook

                ## Services

                | Service | URL | Responsibility |
                |---|---|---|
                | Portal | https://[app-url]/health | Pages |
                """;
        assertThat(Texted.of(runbook).settings().probes()).isEmpty();
        Runbook filled = RunbookReader.read(
                "x.md",
                Map.of("x.md", runbook, "console.yaml", "variables:\n  app_url:\n    value: portal.example.com\n"));
        assertThat(filled.settings().probes())
                .extracting(ProbeSpec::subject, p -> p.settings().get("url"))
                .containsExactly(tuple("Portal", "https://[app-url]/health"));
    }
}
