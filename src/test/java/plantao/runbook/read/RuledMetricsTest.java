package plantao.runbook.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import org.junit.jupiter.api.Test;
import plantao.runbook.AlertRule;
import plantao.runbook.Maintenance;
import plantao.runbook.Metric;
import plantao.runbook.Runbook;
import plantao.runbook.Template;
import plantao.runbook.Vendor;

/// What only alert rules measure, and lists and forms in places of their own.
class RuledMetricsTest {
    @Test
    void aRuleWithAFigureWatchesItsOwnMetric() {
        Runbook r = Texted.of("""
                # Greenhouse

                ## Alerts

                ### Critical
                - **High humidity**: > 95% for 10 min
                - **Pump offline**: no answer
                - Water temperature > 40 °C

                ### Warning
                - **High humidity**: > 85% for 30 min
                - **Slow valves**: p95 > 3 s for 5 min
                - more than 5 restarts in 1 h
                """);
        assertThat(r.metrics())
                .extracting(Metric::name, Metric::stated, m -> raw(m.warning()), m -> raw(m.critical()))
                .contains(tuple("Humidity", false, "> 85%", "> 95%"), tuple("Valves", false, "> 3 s", null));
        assertThat(r.alerts())
                .extracting(AlertRule::name, AlertRule::metric)
                .contains(
                        tuple("High humidity", "Humidity"),
                        tuple("Slow valves", "Valves"),
                        tuple("Pump offline", null),
                        tuple("more than 5 restarts in 1 h", null));
    }

    private static String raw(plantao.runbook.Bound b) {
        return b == null ? null : b.raw();
    }

    @Test
    void aSentenceAboutAnAlertIsNoMetric() {
        Runbook r = Texted.of("""
                # WellDry

                ## Meaning
                This alert fires when at least 5% of the wells are dry for 10 minutes.

                ## Diagnosis
                ```
                wellctl list
                ```
                """);
        assertThat(r.metrics()).isEmpty();
    }

    @Test
    void whatAListedMetricCoversStaysItsOwn() {
        Runbook r = Texted.of("""
                # Greenhouse

                | Metric | Warning | Critical |
                |---|---|---|
                | Humidity | > 85% | > 95% |

                ## Alerts
                - **Humidity too high**: humidity > 95% for 10 min
                """);
        assertThat(r.metrics()).extracting(Metric::name, Metric::stated).containsExactly(tuple("Humidity", true));
    }

    @Test
    void targetsMayStandInAPlainFence() {
        Runbook r = Texted.of("""
                # Greenhouse

                ## Performance targets

                ```
                ✅ p95 valve time:   250-350 ms
                ✅ Failed waterings: < 0.1%
                ✅ Pump up:          99.9%+
                ```
                """);
        assertThat(r.metrics())
                .extracting(Metric::name, m -> raw(m.normal()))
                .containsExactly(
                        tuple("p95 valve time", "250-350 ms"),
                        tuple("Failed waterings", "< 0.1%"),
                        tuple("Pump up", "99.9%+"));
    }

    @Test
    void suppliersAndFrequenciesInBullets() {
        Runbook r = Texted.of("""
                # Estufa

                ## Backup

                ### Frequência
                - **Configurações**: Diário
                - **Fotos**: Semanal

                ## Contatos

                ### Fornecedores
                - **Bombas**: ajuda@bombas.example
                - **Vidros**: +55 92 4000-1111

                ## Dados Críticos
                - Mapas das estufas
                """);
        assertThat(r.maintenance())
                .extracting(Maintenance::title, Maintenance::cadence)
                .containsExactly(tuple("Configurações", "daily"), tuple("Fotos", "weekly"));
        assertThat(r.vendors())
                .extracting(Vendor::name, Vendor::support)
                .containsExactly(tuple("Bombas", "ajuda@bombas.example"), tuple("Vidros", "+55 92 4000-1111"));
        assertThat(r.alerts()).isEmpty();
    }

    @Test
    void formsAreFormsWhateverTheyStandIn() {
        Runbook r = Texted.of("""
                # Greenhouse

                ## Alert response guide

                ### Status update templates

                #### First alert acknowledgment
                ```
                Alert: {name}
                Next: {next}
                ```
                """);
        assertThat(r.templates()).extracting(Template::title).containsExactly("First alert acknowledgment");
        assertThat(r.playbooks()).isEmpty();
        assertThat(r.alerts()).isEmpty();
    }
}
