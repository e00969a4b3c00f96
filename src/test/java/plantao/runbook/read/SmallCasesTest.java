package plantao.runbook.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import org.junit.jupiter.api.Test;
import plantao.runbook.AlertRule;
import plantao.runbook.Checklist;
import plantao.runbook.Command;
import plantao.runbook.Comparison;
import plantao.runbook.Contact;
import plantao.runbook.Maintenance;
import plantao.runbook.Phase;
import plantao.runbook.Playbook;
import plantao.runbook.Runbook;
import plantao.runbook.Step;

/// One way of writing each.
class SmallCasesTest {
    @Test
    void stepsThatAreComponents() {
        Runbook r = Texted.of("""
                # Runbook

                ## Incidents

                ### Pods restart

                **Symptoms:** restarts climb

                <Steps>
                  <Step title="Look at the pods">
                    ```bash
                    kubectl get pods
                    ```
                  </Step>
                  <Step title="Restart them">
                    <Warning>
                      Requests in flight are lost.
                    </Warning>

                    ```bash
                    kubectl rollout restart deploy/api
                    ```
                  </Step>
                </Steps>
                """);
        Playbook p = Texted.playbook(r, "Pods restart");
        assertThat(p.steps())
                .extracting(
                        Step::title, s -> s.commands().size(), s -> s.origin().line())
                .containsExactly(tuple("Look at the pods", 1, 10), tuple("Restart them", 1, 15));
        assertThat(p.steps().getLast().commands().getFirst().origin().line()).isEqualTo(21);
        assertThat(p.steps().getLast().notes()).containsExactly("⚠️ Requests in flight are lost.");
    }

    @Test
    void causesAndFixesInATable() {
        Runbook r = Texted.of("""
                ## Common issues

                ### Issue: Slow search

                **Symptoms:**
                - p95 > 2s

                **Common Causes & Solutions:**

                | Cause | Solution |
                |---|---|
                | Cold cache | `./warm-cache.sh --all` |
                | Big index | Split the index |
                """);
        Playbook p = Texted.playbook(r, "Slow search");
        assertThat(p.causes()).extracting(n -> n.text()).containsExactly("Cold cache", "Big index");
        assertThat(p.steps())
                .extracting(Step::condition, Step::phase, Step::manual)
                .containsExactly(
                        tuple("Cold cache", Phase.RESOLUTION, false), tuple("Big index", Phase.RESOLUTION, true));
    }

    @Test
    void alertsThatHaveOnlyASeverityAndADeadline() {
        Runbook r = Texted.of("""
                ## Alert response

                | Alert | Severity | Response Time | Escalation |
                |---|---|---|---|
                | SearchDown | Critical | 5 min | Immediate |

                ## Search down

                **Symptoms:** no results

                1. Restart it: `systemctl restart search`
                """);
        assertThat(r.alerts())
                .extracting(
                        AlertRule::name, AlertRule::level, AlertRule::respondWithinSeconds, a -> a.playbook() != null)
                .containsExactly(tuple("SearchDown", 1, 300, true));
    }

    @Test
    void alertsGroupedByTopicAndPlaybooksGroupedBySeverity() {
        Runbook r = Texted.of("""
                # Monitoring

                ## Critical alerts

                ### QueueStuck

                **Symptom**: queue above 500 for 3+ minutes

                **Actions**:
                1. Restart: `systemctl restart worker`

                ## Configured alerts

                ### Payments

                - **Card failures** > 5% for 10 min
                - **Refund queue** > 100
                """);
        assertThat(Texted.playbook(r, "QueueStuck").severity()).isEqualTo("Critical");
        assertThat(r.alerts())
                .extracting(AlertRule::name, AlertRule::value, AlertRule::forSeconds)
                .contains(tuple("QueueStuck", 500.0, 180), tuple("Card failures", 5.0, 600));
    }

    @Test
    void boxesWithNestedBulletsInAFence() {
        Runbook r = Texted.of("""
                ## Checklist

                ```
                [ ] 1. CONTAIN (Immediate)
                    - Block the account
                    - Time: <15 minutes

                [ ] 2. RECORD
                    - Open a ticket
                ```
                """);
        assertThat(r.checklists())
                .singleElement()
                .satisfies(c -> assertThat(c.items())
                        .extracting(Checklist.Item::text, i -> i.details().size())
                        .containsExactly(tuple("CONTAIN (Immediate)", 2), tuple("RECORD", 1)));
    }

    @Test
    void scriptsTellTheirPurposeInTheFirstComment() {
        Runbook r = Texted.of("""
                ## Procedures

                ### Morning check

                ```bash
                #!/bin/bash
                # morning.sh

                echo "begin"
                ./status.sh

                # 1. Disk
                df -h
                ```

                ### Disk

                ```bash
                df -h
                du -sh /var
                ```
                """);
        assertThat(r.procedures().getFirst().steps())
                .extracting(Step::title, s -> s.origin().line())
                .containsExactly(tuple("Morning check", 6), tuple("Disk", 12));
        assertThat(r.procedures().getLast().steps()).extracting(Step::title).containsExactly("Disk");
    }

    @Test
    void routinesAsBulletsComeBack() {
        Runbook r = Texted.of("""
                ## Manutenção

                - **Diário**: verificar filas
                - **Semanal (segunda, 09:00)**: revisar índices

                ## Backups

                - **Frequência:** a cada hora
                """);
        assertThat(r.maintenance())
                .extracting(Maintenance::title, Maintenance::cadence, Maintenance::when)
                .containsExactly(
                        tuple("verificar filas", "daily", null),
                        tuple("revisar índices", "weekly", "segunda, 09:00"),
                        tuple("Backups", "hourly", "a cada hora"));
    }

    @Test
    void levelsWithAddresses() {
        Runbook r = Texted.of("""
                ## Contactos de escalado

                | Nivel | Contacto | Medio |
                |---|---|---|
                | L1 — Operaciones | ops@example.org | Email |
                | L2 — Desarrollo | dev@example.org | Teléfono |
                """);
        assertThat(r.contacts())
                .extracting(Contact::role, Contact::email)
                .containsExactly(
                        tuple("L1 — Operaciones", "ops@example.org"), tuple("L2 — Desarrollo", "dev@example.org"));
        assertThat(r.escalation())
                .extracting(e -> e.level(), e -> e.steps().getFirst().contact())
                .containsExactly(tuple("L1", "Operaciones"), tuple("L2", "Desarrollo"));
    }

    @Test
    void aPlaceholderIsNoRedirection() {
        Runbook r = Texted.of("## Procedures\n\n### Logs\n\n```bash\ndocker logs <service> --tail=9\n```\n");
        Command c = r.procedures().getFirst().steps().getFirst().commands().getFirst();
        assertThat(c.risk()).isEqualTo(plantao.runbook.Risk.SAFE);
        assertThat(c.placeholders()).containsExactly("<service>");
    }

    @Test
    void rulesAndLinksKeepTheirShape() {
        Runbook r = Texted.of("""
                ## Links

                See (https://example.org/a) and https://example.org/q?x=rate(a[5m]).

                ---
                """);
        assertThat(r.links())
                .extracting(m -> m.text())
                .containsExactly("https://example.org/a", "https://example.org/q?x=rate(a[5m])");
        assertThat(r.coverage().structured()).isEqualTo(2);
    }

    @Test
    void servicesInATableOfThatNameAndNoEnvironmentsOfProse() {
        Runbook r = Texted.of("""
                # Runbook

                ## What comes up

                | Service | Role | Exposure |
                |---|---|---|
                | `api` | contract | edge network |
                | `worker` | jobs | none |

                ## What this environment lacks

                - **Managed vault**: secrets lie in files
                - **Staging (EU)**: no address yet
                """);
        assertThat(r.services()).extracting(plantao.runbook.Service::name).containsExactly("api", "worker");
        assertThat(r.environments())
                .extracting(plantao.runbook.Environment::name)
                .containsExactly("Staging (EU)");
    }

    @Test
    void queriesInAFenceThatSaysBash() {
        Runbook r = Texted.of("""
                # Runbook

                ## 8.1 · Look at the jobs

                ```bash
                # What ran
                SELECT job, state
                FROM runs
                WHERE state = 'failed';

                -- What is stuck
                SELECT job
                FROM runs;
                ```
                """);
        assertThat(r.procedures()).singleElement().satisfies(p -> {
            assertThat(p.title()).isEqualTo("Look at the jobs");
            assertThat(p.steps()).extracting(Step::title).containsExactly("What ran", "What is stuck");
            assertThat(p.steps())
                    .flatExtracting(Step::commands)
                    .extracting(Command::runner)
                    .containsOnly(plantao.runbook.Runner.SQL)
                    .hasSize(2);
        });
    }

    @Test
    void aContactWithoutAnAddressKeepsWhatStandsBesideIt() {
        Runbook r = Texted.of("""
                # Runbook

                ## Contacts

                | Level | Contact | By |
                |---|---|---|
                | L1 — Operations | ops@example.org | mail |
                | L3 — Cloud support | console.cloud.test | support case |
                """);
        assertThat(r.contacts())
                .extracting(Contact::email, Contact::channel)
                .containsExactly(tuple("ops@example.org", null), tuple(null, "console.cloud.test"));
    }

    @Test
    void limitsInDifferentUnitsAreComparedByWhatTheyMean() {
        Runbook r = Texted.of("""
                # Runbook

                ## Metrics

                | Metric | Warning | Critical |
                |---|---|---|
                | Latency | 500 ms | 1 s |
                | Free memory | 2 GB | 900 MB |
                """);
        assertThat(r.metrics()).extracting(m -> m.critical().op()).containsExactly(Comparison.ABOVE, Comparison.BELOW);
    }

    @Test
    void servicesWithWhatEachIsForAndWhatIsPromisedAreNoMetrics() {
        Runbook r = Texted.of("""
                # Manual de Operação — Doca Sete

                ## Services

                | Service | What | Owner | SLO |
                |---|---|---|---|
                | Gateway | Entry point | Team Quay | 99.9% |
                | Ledger | PostgreSQL | Team Data | 99.95% |

                ## Objectives

                | Service | SLI | SLO |
                |---|---|---|
                | Gateway | Error rate | < 1% |
                """);
        assertThat(r.system()).isEqualTo("Doca Sete");
        assertThat(r.services()).extracting(s -> s.name() + " " + s.sla()).contains("Gateway 99.9%", "Ledger 99.95%");
        assertThat(r.metrics()).extracting(m -> m.name()).containsExactly("Error rate");
    }
}
