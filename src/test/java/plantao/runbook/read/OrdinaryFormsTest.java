package plantao.runbook.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.junit.jupiter.api.Test;
import plantao.runbook.AlertRule;
import plantao.runbook.Bound;
import plantao.runbook.Comparison;
import plantao.runbook.Contact;
import plantao.runbook.Escalation;
import plantao.runbook.HealthEndpoint;
import plantao.runbook.Maintenance;
import plantao.runbook.Metric;
import plantao.runbook.Playbook;
import plantao.runbook.Procedure;
import plantao.runbook.Runbook;
import plantao.runbook.Step;

/// Forms that runbooks published by strangers share, in texts of our own.
class OrdinaryFormsTest {
    private static Metric metric(Runbook r, String name) {
        return r.metrics().stream()
                .filter(m -> m.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError(name + " is not among " + r.metrics()));
    }

    private static void holds(Bound bound, Comparison op, double value) {
        assertThat(bound).isNotNull();
        assertThat(bound.op()).isEqualTo(op);
        assertThat(bound.value()).isEqualTo(value);
    }

    @Test
    void readsWhatIsPromisedAsMetrics() {
        Runbook r = Texted.of("""
                # Ferry desk

                ## SLOs

                - Booking success: 99.5%
                - Quote latency p95: <= 300ms
                - Severity 2: 30 minutes

                ## What we promise the harbour

                | SLO | Target | Window |
                |---|---|---|
                | Timetable reachable | 99.9% monthly | 30 days |
                | Quote answered | < 2 s | 7 days |
                | Failed bookings | <1% of bookings | 30 days |
                """);
        assertThat(r.metrics())
                .extracting(Metric::name)
                .containsExactly(
                        "Booking success",
                        "Quote latency p95",
                        "Timetable reachable",
                        "Quote answered",
                        "Failed bookings");
        holds(metric(r, "Booking success").normal(), Comparison.AT_LEAST, 99.5);
        holds(metric(r, "Quote latency p95").normal(), Comparison.AT_MOST, 300);
        holds(metric(r, "Timetable reachable").normal(), Comparison.AT_LEAST, 99.9);
        holds(metric(r, "Failed bookings").normal(), Comparison.BELOW, 1);
    }

    @Test
    void aThresholdBesideWhatToDoAlarmsInEitherDirection() {
        Runbook r = Texted.of("""
                # Kiln
                ## Key metrics
                | Metric | Threshold | Action |
                |---|---|---|
                | Gas use | > 40% | look at the valve |
                | Heat kept | < 95% | call the smith |
                """);
        holds(metric(r, "Gas use").warning(), Comparison.ABOVE, 40);
        holds(metric(r, "Heat kept").warning(), Comparison.BELOW, 95);
        assertThat(metric(r, "Heat kept").normal()).isNull();
    }

    @Test
    void anArrowSaysHowBadAFigureIs() {
        Runbook r = Texted.of("""
                # Taller
                ## Métricas
                | Métrica | Objetivo | Alerta |
                |---|---|---|
                | Piezas rotas | 0 | > 3 → Crítico |
                | Cola | < 20 | > 50 → aviso |
                """);
        holds(metric(r, "Piezas rotas").critical(), Comparison.ABOVE, 3);
        assertThat(metric(r, "Piezas rotas").warning()).isNull();
        holds(metric(r, "Cola").warning(), Comparison.ABOVE, 50);
    }

    @Test
    void readsBoundsBelowWhatIsWatched() {
        Runbook r = Texted.of("""
                # Bodega
                ## Métricas clave a vigilar
                ### Frío
                -   **Qué se vigila:**
                    -   **Uso de disco:**
                        -   Condición de alerta (Warning): > 70% durante 10 minutos.
                        -   Condición de alerta (Crítica): > 90% durante 5 minutos.
                -   **Tipo:** interno.
                """);
        assertThat(r.metrics()).extracting(Metric::name).containsExactly("Uso de disco");
        holds(metric(r, "Uso de disco").warning(), Comparison.ABOVE, 70);
        holds(metric(r, "Uso de disco").critical(), Comparison.ABOVE, 90);
    }

    @Test
    void readsATableOfAlertsWithTheirPagesAndWhomToCall() {
        Runbook r = Texted.of("""
                # Index
                ## Quick look
                | Grafana alert | Severity | Runbook |
                |---|---|---|
                | `PumpStopped` | CRITICAL | RB-3 |
                | `TankHigh` | WARNING | RB-4 |

                ## Incidents
                ### Less urgent
                1. [Certificate runs out](rb-7.md) - RTO: 7 days
                2. [Backup missing](rb-8.md) - RTO: 2 hours

                ## Escalation contacts
                ### On-call rotation
                - **Primary:** see the rota in the pager
                ### Specialised contacts
                - **Valves:** Plumbing Crew (escalate after 30 min)
                - **Doors:** Night Watch (escalate after 20 min)
                """);
        assertThat(r.alerts())
                .extracting(AlertRule::name, AlertRule::severity)
                .containsExactly(tuple("PumpStopped", "CRITICAL"), tuple("TankHigh", "WARNING"));
        assertThat(r.contacts())
                .extracting(Contact::role, Contact::name)
                .contains(tuple("Valves", "Plumbing Crew"), tuple("Doors", "Night Watch"));
        assertThat(r.playbooks()).isEmpty();
        assertThat(r.rtoSeconds()).as("another document's own").isNull();
    }

    @Test
    void aParagraphAboutAToolIsNoAlert() {
        Runbook r = Texted.of("""
                # Padaria
                ## Observabilidade e alertas
                - **Rastreador**: `TRACKER_KEY` no painel do forno, erros em tempo real, com os nomes dos clientes apagados. Configure depois o aviso de pico por lá.
                - **Fornada parada**: nenhuma fornada há 30 minutos

                ## Contatos e escalonamento
                - **Responsável técnico:** Rita Prado
                """);
        assertThat(r.alerts()).extracting(AlertRule::name).containsExactly("Fornada parada");
        assertThat(r.contacts())
                .extracting(Contact::role, Contact::name)
                .containsExactly(tuple("Responsável técnico", "Rita Prado"));
        assertThat(r.escalation()).isEmpty();
    }

    @Test
    void eachLineOfAFenceOfOrdersIsAStep() {
        Runbook r = Texted.of("""
                # Lighthouse
                ## Daily responsibilities
                ### Dusk round (6:30 PM)
                ```bash
                # Look at the lamp
                # Read the wind gauge
                # Write the log of the day
                ```
                """);
        Procedure round = r.procedures().getFirst();
        assertThat(round.steps())
                .extracting(Step::title)
                .containsExactly("Look at the lamp", "Read the wind gauge", "Write the log of the day");
        assertThat(r.maintenance())
                .extracting(Maintenance::cadence, Maintenance::when)
                .containsExactly(tuple("daily", "6:30 PM"));
    }

    @Test
    void aClockInAFenceIsALadder() {
        Runbook r = Texted.of("""
                # Lock
                ## Escalation matrix
                ### SEV-1 path
                ```
                0 minutes: Water rises
                15 minutes: Escalate to the second keeper if nobody answers
                2 hours: Escalate to harbour master
                ```
                """);
        assertThat(r.escalation()).hasSize(1);
        assertThat(r.escalation().getFirst().steps())
                .extracting(Escalation.Rung::afterSeconds, Escalation.Rung::contact)
                .containsExactly(tuple(0, null), tuple(900, "second keeper"), tuple(7200, "harbour master"));
    }

    @Test
    void aDrawnFlowIsNothingToDo() {
        Runbook r = Texted.of("""
                # Mill
                ## Incident response
                ### How it goes
                ```mermaid
                graph TD
                  A[Noticed] --> B[Told]
                ```
                ### Parts of each runbook
                - **Symptoms:** what is seen
                - **Diagnosis:** how the cause is found
                - **Resolution:** what helps
                """);
        assertThat(r.playbooks()).extracting(Playbook::title).isEmpty();
    }

    @Test
    void theFirstMondayComesOnceAMonth() {
        Runbook r = Texted.of("""
                # Press
                ## Maintenance procedures
                ### Monthly maintenance
                #### First Monday - Oil the rollers
                1. Stop the press
                2. Oil each roller

                ## Security
                ### Quarterly security tasks
                - Review the keys
                - Test the shutters
                """);
        assertThat(r.maintenance())
                .extracting(Maintenance::cadence, Maintenance::when)
                .containsExactly(tuple("monthly", "First Monday"), tuple("quarterly", null));
    }

    @Test
    void readsHealthChecksInATableOfServices() {
        Runbook r = Texted.of("""
                # Depot
                ## Services
                | Service | Port | Healthcheck |
                |---|---|---|
                | Gate | 4010 | `GET /gate/ready` |
                | Yard | 4020 | HTTP 200 on `/` |
                """);
        assertThat(r.healthEndpoints()).extracting(HealthEndpoint::path).containsExactly("/gate/ready");
    }

    @Test
    void asksEachServiceAtTheHealthAddressOfItsOwnRow() {
        Runbook r = Texted.of("""
                # Depósito
                ## Serviços
                | Serviço | Endereço | Saúde | Intervalo |
                |---|---|---|---|
                | Portão | https://portao.example | `https://portao.example/ping` | 5s |
                | Pátio | https://patio.example/api | /api/saude | 10 s |
                | Balança | https://balanca.example | — | 20s |
                """);
        assertThat(r.settings().probes())
                .extracting(p -> p.settings().get("url"), p -> p.interval().toSeconds())
                .containsExactly(
                        tuple("https://portao.example/ping", 5L),
                        tuple("https://patio.example/api/saude", 10L),
                        tuple("https://balanca.example", 30L));
    }

    @Test
    void objectivesByPartCountWithTheShortest() {
        Runbook r = Texted.of("""
                # Vault
                ## Disaster recovery
                ### Recovery Time Objectives (RTO)
                - **Ledger**: < 2 hours
                - **Reports**: < 24 hours
                ### Recovery Point Objectives (RPO)
                - **Ledger**: < 10 minutes
                """);
        assertThat(List.of(r.rtoSeconds(), r.rpoSeconds())).containsExactly(7200, 600);
    }

    @Test
    void aLeadInMayCarryARemark() {
        Runbook r = Texted.of("""
                # Tower
                ## Database
                **Open a session:**
                ```bash
                psql towerdb
                ```
                **Apply changes by hand** (seldom needed):
                ```bash
                ./migrate.sh
                ```
                """);
        assertThat(r.procedures().getFirst().steps())
                .extracting(Step::option)
                .containsExactly("Open a session", "Apply changes by hand (seldom needed)");
    }

    @Test
    void aSeverityWithNothingButRemarksStaysInTheTitle() {
        Runbook r = Texted.of("""
                # Pier
                ## Alert response guide
                ### SEV-2 (High) - within 20 minutes
                1. Look at the bollards
                2. Call the pilot
                """);
        assertThat(r.playbooks())
                .extracting(Playbook::title, Playbook::severity)
                .containsExactly(tuple("SEV-2 (High) - within 20 minutes", "SEV-2"));
    }
}
