package plantao.runbook.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import org.junit.jupiter.api.Test;
import plantao.runbook.AlertRule;
import plantao.runbook.Bound;
import plantao.runbook.Checklist;
import plantao.runbook.Command;
import plantao.runbook.Contact;
import plantao.runbook.Dashboard;
import plantao.runbook.Escalation;
import plantao.runbook.Metric;
import plantao.runbook.Phase;
import plantao.runbook.Playbook;
import plantao.runbook.Procedure;
import plantao.runbook.Runbook;
import plantao.runbook.Step;

/// Forms met in runbooks that were read for the first time, in texts of our own.
class StrangersFormsTest {
    private static Playbook playbook(Runbook r, String title) {
        return r.playbooks().stream()
                .filter(p -> p.title().equals(title))
                .findFirst()
                .orElseThrow(() -> new AssertionError(title + " is not among " + r.playbooks()));
    }

    @Test
    void anAlertsNameInQuotesIsNamedWithoutThem() {
        Runbook r = Texted.of("""
                # Mill

                ## Common Alerts

                ### Alert: "Wheel slow"

                **Severity**: P1

                **Trigger**: Turns < 5 for 5 minutes

                **Quick Check**:

                ```bash
                curl -s http://wheel.example.org/turns
                ```
                """);
        assertThat(r.alerts()).extracting(AlertRule::name).containsExactly("Wheel slow");
        assertThat(r.playbooks()).extracting(Playbook::title).containsExactly("Wheel slow");
    }

    @Test
    void anIndexOfAlertsLeadsToTheSectionsThatAnswer() {
        Runbook r = Texted.of("""
                # Mill platform

                ## Alert index

                | Alert | Part | Severity | Routing |
                |---|---|---|---|
                | [WheelFastBurn](#wheel-burns) | wheel | critical | pager |
                | [WheelSilent](#wheel-silent) | wheel | critical | pager |

                ## Wheel burns

                **Trigger:** error rate above 3.6% over an hour

                ### Probable causes

                1. No water

                ### Immediate actions

                1. Look at the logs:
                   ```bash
                   journalctl -u wheel -n 200
                   ```
                2. DO NOT run `systemctl stop wheel`: the guard does it.
                   Use: `systemctl restart wheel`

                ### Escalation path

                - **< 5 min:** the miller looks
                - **5–15 min:** call the carpenter
                - **> 15 min:** call the owner

                ## Wheel silent

                ### Immediate actions

                1. Listen:
                   ```bash
                   systemctl status wheel
                   ```
                """);
        assertThat(r.alerts())
                .extracting(AlertRule::name, AlertRule::level, a -> a.playbook().title())
                .containsExactly(tuple("WheelFastBurn", 1, "Wheel burns"), tuple("WheelSilent", 1, "Wheel silent"));
        Playbook burns = playbook(r, "Wheel burns");
        assertThat(burns.steps())
                .flatExtracting(Step::commands)
                .extracting(Command::text)
                .containsExactly("journalctl -u wheel -n 200", "systemctl restart wheel");
        assertThat(burns.escalation())
                .flatExtracting(Escalation::steps)
                .extracting(Escalation.Rung::afterSeconds)
                .containsExactly(0, 300, 900);
    }

    @Test
    void aTroubleshootingMatrixMayHaveChecksAndNextActions() {
        Runbook r = Texted.of("""
                # Mill

                ## Matrix

                | Symptom | Likely cause | Quick checks | Next action |
                |---|---|---|---|
                | Exit `12` from `grind` | No grain | `mill print-plan --all`; look into the bin | Fill the bin |
                """);
        assertThat(playbook(r, "Exit 12 from grind").steps())
                .extracting(Step::phase, Step::title)
                .containsExactly(
                        tuple(Phase.DIAGNOSIS, "mill print-plan --all"),
                        tuple(Phase.DIAGNOSIS, "look into the bin"),
                        tuple(Phase.RESOLUTION, "Fill the bin"));
    }

    @Test
    void aHeadingThatEndsInWhatIsWrongIsAnIncidentAndWhoAnswersWhenIsNoJob() {
        Runbook r = Texted.of("""
                # Moinho

                ## 1 · Remessa parada

                1. Consulte `docker compose ps`.
                2. Nunca use `docker compose down -v`.

                ## 2 · Roda degradada

                ```bash
                docker compose logs roda --tail 200
                ```

                ## 3 · Plantão de domingo

                | Quando | Quem responde | Em quanto tempo |
                |---|---|---|
                | Domingo 7:00 a 13:00 | Moleiro da vez | 15 minutos |

                ## 4 · Alertas e o que fazer com cada um

                | Alerta | O que acontece | O que fazer |
                |---|---|---|
                | Roda fora do ar | Ninguém mói | Seção 1 |

                ## 5 · Parada do moinho

                1. Feche a água: `systemctl stop agua`
                2. Pare a roda: `systemctl stop roda`
                """);
        assertThat(r.playbooks()).extracting(Playbook::title).containsExactly("Remessa parada", "Roda degradada");
        assertThat(playbook(r, "Remessa parada").steps())
                .flatExtracting(Step::commands)
                .extracting(Command::text)
                .containsExactly("docker compose ps");
        assertThat(r.maintenance()).isEmpty();
        assertThat(r.alerts())
                .extracting(AlertRule::name, a -> a.playbook().title())
                .containsExactly(tuple("Roda fora do ar", "Remessa parada"));
        assertThat(r.procedures()).extracting(Procedure::title).containsExactly("Parada do moinho");
    }

    @Test
    void aNameWithItsConditionInBracketsIsTwoThings() {
        Runbook r = Texted.of("""
                # Mill

                ## Alerts

                - WheelP95LatencyHigh (p95 > 50ms 10m)
                - WheelPressureActive (5m)
                - `WheelDLQ` (any)
                """);
        assertThat(r.alerts())
                .extracting(AlertRule::name, AlertRule::value, AlertRule::forSeconds)
                .containsExactly(
                        tuple("WheelP95LatencyHigh", 50.0, 600),
                        tuple("WheelPressureActive", null, 300),
                        tuple("WheelDLQ", null, null));
    }

    @Test
    void aPictureBetweenTheWordsOfAStepIsOneOfThem() {
        Runbook r = Texted.of("""
                # Mill

                ## Incidents

                ### Bad release

                1. ⚠️ Find the last release marked with ✅ before this one
                2. Open the row marked 🔴 and press "Retry" 🚀
                """);
        assertThat(playbook(r, "Bad release").steps())
                .extracting(Step::title)
                .containsExactly(
                        "Find the last release marked with ✅ before this one",
                        "Open the row marked 🔴 and press \"Retry\"");
    }

    @Test
    void aTableOfNamedAlertsMayMeasureAMetricAgainstItsBound() {
        Runbook r = Texted.of("""
                # Balsa

                ## Alertas vigiados

                | Alerta | Métrica | Limite crítico | Ação primária |
                |---|---|---|---|
                | `FilaParada` | Passageiros na fila | > 40 sustentados por 10 minutos | Abrir o segundo cais |
                | `MotorQuente` | Temperatura do motor | ≥ 95% | Chamar a oficina |
                """);
        assertThat(r.alerts())
                .extracting(AlertRule::name, AlertRule::value, AlertRule::forSeconds)
                .containsExactly(tuple("FilaParada", 40.0, 600), tuple("MotorQuente", 95.0, null));
    }

    @Test
    void anAlertIsNamedWithoutTheWordAlert() {
        Runbook r = Texted.of("""
                # Mill

                ## Alert catalog

                #### ALERT: WHEEL_STOPPED

                **Condition:** `wheel_turns == 0`

                **Severity:** P0

                **Response Procedure:**
                ```bash
                systemctl restart wheel
                ```

                **Escalation:** At 14 days before the harvest if not repaired
                """);
        assertThat(r.alerts()).extracting(AlertRule::name).containsExactly("WHEEL_STOPPED");
        assertThat(r.alerts().getFirst().playbook()).isNotNull();
        assertThat(playbook(r, "WHEEL_STOPPED").escalation())
                .flatExtracting(Escalation::steps)
                .extracting(Escalation.Rung::afterSeconds)
                .containsExactly((Integer) null);
    }

    @Test
    void whenAndTimeOfARollbackAreNoAlert() {
        Runbook r = Texted.of("""
                # Press

                ## Rollback strategies

                ### Edition rollback

                **When**: The front page is wrong

                **How**:
                1. Open the archive
                2. Publish the last good edition

                **Time**: ~2 minutes
                """);
        assertThat(r.alerts()).isEmpty();
        assertThat(r.procedures())
                .filteredOn(p -> p.title().equals("Edition rollback"))
                .flatExtracting(Procedure::steps)
                .hasSize(2);
    }

    @Test
    void examplesOfAnIncidentAreWhatIsSeenAndAnswerAtOnceIsATimer() {
        Runbook r = Texted.of("""
                # Aviary

                ## Incident classes

                ### Class 1: Birds are loose

                **Severity**: Critical
                **Response time**: Immediate

                **Examples**:
                - A cage stands open
                - Feathers in the corridor

                **Immediate Action**:
                1. Close the doors
                2. Count the birds
                """);
        Playbook p = r.playbooks().getFirst();
        assertThat(p.respondWithinSeconds()).isZero();
        assertThat(p.symptoms())
                .extracting(n -> n.text())
                .containsExactly("A cage stands open", "Feathers in the corridor");
        assertThat(p.steps()).extracting(Step::title).containsExactly("Close the doors", "Count the birds");
    }

    @Test
    void aTableOfSymptomsSaysWhatToLookAtFirst() {
        Runbook r = Texted.of("""
                # Bakery

                ## At a glance

                | Symptom | First check | Quick fix |
                |---|---|---|
                | Oven stays cold | `systemctl status oven` | `systemctl restart oven` |
                | Dough does not rise | Yeast shelf | New yeast |
                """);
        assertThat(playbook(r, "Oven stays cold").steps())
                .extracting(Step::phase)
                .containsExactly(Phase.DIAGNOSIS, Phase.RESOLUTION);
        assertThat(playbook(r, "Oven stays cold").steps())
                .flatExtracting(Step::commands)
                .extracting(c -> c.text())
                .containsExactly("systemctl status oven", "systemctl restart oven");
        assertThat(playbook(r, "Dough does not rise").steps()).hasSize(2);
    }

    @Test
    void whatIsTickedAfterAnIncidentIsAChecklistAndItsFormIsNot() {
        Runbook r = Texted.of("""
                # Circus

                ## Post-incident process

                ### Same day

                - [ ] Tell the audience it is over
                - [ ] Feed the lions

                ### Follow-ups

                - [ ] [What] — [who]
                """);
        assertThat(r.checklists()).extracting(Checklist::title).containsExactly("Same day");
    }

    @Test
    void dashboardsStandInLeadInsToo() {
        Runbook r = Texted.of("""
                # Brewery

                ### Key dashboards

                **Main dashboard:** https://grafana.brew.example/d/all

                **Detailed dashboards:**
                - **Kettles:** https://grafana.brew.example/d/kettles
                - **Where alerts go:** All of them go to [TODO: name of the channel]
                """);
        assertThat(r.dashboards()).extracting(Dashboard::name).containsExactly("Main dashboard", "Kettles");
    }

    @Test
    void aMobileNumberMayHaveItsFirstDigitApart() {
        Runbook r = Texted.of("""
                # Cais

                ## Contatos de emergência

                | Função | Nome | Contato |
                |---|---|---|
                | Barqueiro | Ivo Luz | +55 (66) 9 9811-0042 |
                | Oficina | Ana Sol | +55 66 3411-0042 |
                """);
        assertThat(r.contacts()).extracting(Contact::phone).containsExactly("+55 (66) 9 9811-0042", "+55 66 3411-0042");
    }

    @Test
    void anObjectiveIsNamedByItsHeading() {
        Runbook r = Texted.of("""
                # Lighthouse

                ## Service Level Objectives (SLOs)

                ### Lamp SLO
                - **Target**: 99.9% lit
                - **Measurement**: hours lit
                - **Alert**: < 99% for 5 minutes

                ### Turning latency SLO
                - **Target**: < 500ms
                - **Alert**: > 800ms for 5 minutes
                """);
        assertThat(r.metrics()).extracting(Metric::name).containsExactly("Lamp", "Turning latency");
        assertThat(r.metrics().getLast().normal()).extracting(Bound::value).isEqualTo(500.0);
        assertThat(r.metrics().getLast().warning()).extracting(Bound::value).isEqualTo(800.0);
    }

    @Test
    void limitsHeldForAWhileAreAlerts() {
        Runbook r = Texted.of("""
                # Post office

                ## Alert thresholds

                1. Letters waiting above `200` for `15m`: call the second sorter.
                2. Stamps left below `10%` for `1h`: order more.
                3. The limits are kept in: `deploy/limits.yml`
                """);
        assertThat(r.alerts())
                .extracting(AlertRule::name, AlertRule::value, AlertRule::forSeconds)
                .containsExactly(
                        tuple("Letters waiting above 200 for 15m", 200.0, 900),
                        tuple("Stamps left below 10% for 1h", 10.0, 3600));
    }

    @Test
    void aTableOfAlertsMayHaveALimitForWarningAndOneForPaging() {
        Runbook r = Texted.of("""
                # Canal

                ## Default thresholds

                | Alert | Signal | Warn threshold | Page threshold |
                |---|---|---|---|
                | Lock is slow | seconds a passage | > 60s for 10 minutes | > 120s for 5 minutes |
                """);
        assertThat(r.alerts())
                .extracting(AlertRule::name, AlertRule::value, AlertRule::forSeconds)
                .containsExactly(tuple("Lock is slow", 120.0, 300));
        assertThat(r.metrics().getFirst().warning()).extracting(Bound::value).isEqualTo(60.0);
        assertThat(r.metrics().getFirst().critical()).extracting(Bound::value).isEqualTo(120.0);
    }
}
