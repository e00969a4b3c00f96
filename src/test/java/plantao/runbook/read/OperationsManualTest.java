package plantao.runbook.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import plantao.runbook.Bound;
import plantao.runbook.Command;
import plantao.runbook.Comparison;
import plantao.runbook.Metric;
import plantao.runbook.Phase;
import plantao.runbook.Playbook;
import plantao.runbook.Procedure;
import plantao.runbook.Runbook;
import plantao.runbook.Step;

/// Forms that operations manuals have and one-incident pages don't: cases told in tables of two columns, headings
/// that count steps, commands to choose from, counts as thresholds.
class OperationsManualTest {
    private static Runbook read(String text) {
        return RunbookReader.read("x", Map.of("runbook.md", text), LocalDate.of(2026, 11, 23));
    }

    private static List<String> commands(Step s) {
        return s.commands().stream().map(Command::text).toList();
    }

    @Test
    void aTableOfTwoColumnsTellsOneIncident() {
        Playbook p = read("""
                # Depot

                ## Incident playbooks

                ### The sorter stands still

                | Part | Details |
                |---|---|
                | **Incident** | No parcel moved for a minute |
                | **Detection** | `belt_speed` is 0; red lamp |
                | **First checks** | `sorterctl status`, `sorterctl log --tail 50` |
                | **Action** | If it says JAM: clear it by hand. If it says FAULT: `sorterctl reset <belt>` |
                | **Verification** | The lamp turns green |
                | **Escalation** | Shift lead |
                """).playbooks().getFirst();
        assertThat(p.title()).isEqualTo("The sorter stands still");
        assertThat(p.symptoms()).hasSize(2);
        assertThat(p.steps())
                .extracting(Step::phase, Step::condition, OperationsManualTest::commands)
                .containsExactly(
                        tuple(Phase.DIAGNOSIS, null, List.of("sorterctl status", "sorterctl log --tail 50")),
                        tuple(Phase.MITIGATION, "If it says JAM", List.of()),
                        tuple(Phase.MITIGATION, "If it says FAULT", List.of("sorterctl reset <belt>")),
                        tuple(Phase.VERIFICATION, null, List.of()));
        assertThat(p.escalation()).isNotEmpty();
    }

    @Test
    void linesBrokenInACellAreStepsAndWhatTheSystemDoesByItselfIsNone() {
        Playbook p = read("""
                # Catraca

                ## Situações de acesso

                ### Situação: Crachá recusado muitas vezes

                | Campo | Valor |
                |---|---|
                | Gatilhos | Mais de 5 recusas em 10 minutos |
                | Ações automáticas | 1. Bloqueia o crachá<br>2. Avisa a portaria |
                | Ações manuais | 1. Conferir a foto<br>2. Ligar para o titular |
                | Resolução | Desbloqueio pela portaria |
                """).playbooks().getFirst();
        assertThat(p.title()).isEqualTo("Crachá recusado muitas vezes");
        assertThat(p.steps())
                .extracting(Step::title)
                .containsExactly("Conferir a foto", "Ligar para o titular", "Desbloqueio pela portaria");
    }

    @Test
    void headingsThatCountStepsAreOneProcedure() {
        Runbook r = read("""
                # Guia

                ## Publicar o aplicativo

                ### Passo 1: Entrar na conta

                ```bash
                lojactl login
                ```

                ### Passo 2: Preparar a nota

                Curta e sem jargão.

                ### Passo 3: Enviar

                ```bash
                lojactl push --all
                ```
                """);
        assertThat(r.procedures()).extracting(Procedure::title).containsExactly("Publicar o aplicativo");
        assertThat(r.procedures().getFirst().steps())
                .extracting(Step::title)
                .containsExactly("Entrar na conta", "Preparar a nota", "Enviar");
        assertThat(r.playbooks()).isEmpty();
    }

    @Test
    void aGroupOfCasesMayBeASingleDrill() {
        Runbook r = read("""
                # Kiosk

                ## Emergency procedure

                ### Step 1: Stay calm

                Breathe.

                ### Step 2: Look around

                1. What is wrong?
                2. Since when?
                """);
        assertThat(r.playbooks()).extracting(Playbook::title).containsExactly("Emergency procedure");
        assertThat(r.playbooks().getFirst().steps())
                .extracting(Step::title)
                .containsExactly("Stay calm", "What is wrong?", "Since when?");
    }

    @Test
    void commandsThatEachSayWhatTheyAreForAreChosenFrom() {
        Procedure p = read("""
                # Till

                ## Daily operation

                ```bash
                tillctl logs -f front      # follow the log
                tillctl restart front      # restart one till
                tillctl down --wipe        # stop and ERASE everything
                ```
                """).procedures().getFirst();
        assertThat(p.steps())
                .extracting(Step::title)
                .containsExactly("follow the log", "restart one till", "stop and ERASE everything");
    }

    @Test
    void ofSeveralCountedCommentsOnlyTheLastNamesTheCommandBelowIt() {
        Procedure p = read("""
                # Host

                ## Restart the host

                ```bash
                # 1. Tell the floor
                # 2. Wait ten minutes
                # 3. Restart it
                shutdown -r +5
                ```
                """).procedures().getFirst();
        assertThat(p.steps())
                .extracting(Step::title, OperationsManualTest::commands)
                .containsExactly(
                        tuple("Tell the floor", List.of()),
                        tuple("Wait ten minutes", List.of()),
                        tuple("Restart it", List.of("shutdown -r +5")));
    }

    @Test
    void aCommandWrittenAsACommentBelongsToTheNumberAboveIt() {
        Playbook p = read("""
                # Port

                ## Incidents

                ### Issue: ships are not listed

                **Symptom:** an empty list

                **Fix:**
                ```bash
                # If it still hangs:
                # 1. Ask the port
                #    curl -s http://port.invalid/state
                #
                # 2. Ask the book
                #    (should be one line)
                ```
                """).playbooks().getFirst();
        assertThat(p.steps())
                .extracting(Step::title, Step::condition, OperationsManualTest::commands, Step::expected)
                .containsExactly(
                        tuple(
                                "Ask the port",
                                "If it still hangs",
                                List.of("curl -s http://port.invalid/state"),
                                List.of()),
                        tuple("Ask the book", "If it still hangs", List.of(), List.of("(should be one line)")));
    }

    @Test
    void whatIsOnlyTalkedAboutIsNotRun() {
        Procedure p = read("""
                # Code

                ## Roll back

                ```bash
                git revert <commit>
                ```

                I use `git revert` and not `git reset --hard`, because it tells what was undone.

                `git clean -fd` does not bring anything back.
                """).procedures().getFirst();
        assertThat(p.steps()).hasSize(1);
        assertThat(commands(p.steps().getFirst())).containsExactly("git revert <commit>");
    }

    @Test
    void countsAreReachedWithTheNumberItself() {
        List<Metric> metrics = read("""
                # Flow

                ## Reference metrics

                | Metric | Normal | Watch | Incident |
                |---|---|---|---|
                | Circuits open | 0 | 1 | 2 or more |
                | Consumers | 3 | 2 | < 2 |
                | Errors | 0 % | > 0,1 % | > 1 % |
                | p95 | < 800 ms | 1-2 s | > 3 s |
                """).metrics();
        assertThat(metrics).extracting(Metric::name).containsExactly("Circuits open", "Consumers", "Errors", "p95");
        assertThat(ops(metrics.get(0))).containsExactly(Comparison.AT_MOST, Comparison.AT_LEAST, Comparison.AT_LEAST);
        assertThat(ops(metrics.get(1))).containsExactly(Comparison.AT_LEAST, Comparison.AT_MOST, Comparison.BELOW);
        assertThat(ops(metrics.get(2))).containsExactly(Comparison.AT_MOST, Comparison.ABOVE, Comparison.ABOVE);
    }

    private static List<Comparison> ops(Metric m) {
        return java.util.stream.Stream.of(m.normal(), m.warning(), m.critical())
                .map(Bound::op)
                .toList();
    }

    @Test
    void aBulletMayTellWhatIsWantedAndWhenToAlert() {
        List<Metric> metrics = read("""
                # Mill

                ## Key metrics

                **1. Machine**
                - **CPU usage:** Should be < 70% (alert at 80%)
                - **Disk space:** Should be > 10% free (alert at 5%)
                - **Slow queries:** Anything > 1 second should be investigated
                - **Answer time (p50, p95, p99):** Should be < 100ms, < 300ms, < 1s
                """).metrics();
        assertThat(metrics)
                .extracting(
                        Metric::name,
                        Metric::percentile,
                        m -> m.normal() == null ? null : m.normal().value(),
                        m -> m.warning() == null
                                ? null
                                : m.warning().op() + " " + m.warning().value())
                .containsExactly(
                        tuple("CPU usage", null, 70.0, "ABOVE 80.0"),
                        tuple("Disk space", null, 10.0, "BELOW 5.0"),
                        tuple("Slow queries", null, null, "ABOVE 1.0"),
                        tuple("Answer time", 50, 100.0, null),
                        tuple("Answer time", 95, 300.0, null),
                        tuple("Answer time", 99, 1.0, null));
    }

    @Test
    void aTableThatBeginsWithTheAddressListsServices() {
        assertThat(read("""
                        # Shop

                        ## Ports and panels

                        | URL | Service |
                        |---|---|
                        | http://localhost:3001 | Front |
                        | http://localhost:8000/docs | Gateway |
                        """).services()).extracting(s -> s.name()).containsExactly("Front", "Gateway");
    }

    @Test
    void titlesThatNameTheirTimeComeBack() {
        Runbook r = read("""
                # Vault

                ## Backup & recovery

                ### Weekly restore test (Friday 3 PM)

                ```bash
                vaultctl restore --to test
                ```

                ### Jobs

                - **03:00 UTC**: dump of the ledger
                - **03:30 UTC**: proof of the chain

                ## Monthly maintenance

                ### First Monday of month (1 hour)

                1. **Review the pages** (15 min)
                2. **Look at the trend** (10 min)
                """);
        assertThat(r.maintenance())
                .extracting(m -> m.cadence(), m -> m.when())
                .containsExactly(
                        tuple("weekly", "Friday 3 PM"),
                        tuple("daily", "03:00 UTC"),
                        tuple("daily", "03:30 UTC"),
                        tuple("monthly", "First Monday of month"));
    }

    @Test
    void levelsWithGrowingTimesAreALadder() {
        assertThat(read("""
                        # Bot

                        ## Escalation contacts

                        | Level | Role | Response time |
                        |---|---|---|
                        | L1 | On-call | 15 minutes |
                        | L2 | Tech lead | 30 minutes |
                        | L3 | Architect | 1 hour |
                        """).escalation())
                .extracting(
                        e -> e.level(),
                        e -> e.steps().getFirst().afterSeconds(),
                        e -> e.steps().getFirst().contact())
                .containsExactly(
                        tuple("L1", 900, "On-call"), tuple("L2", 1800, "Tech lead"), tuple("L3", 3600, "Architect"));
    }

    @Test
    void casesBelowDiagnosisArePlaybooksAndWhatOnlyLooksIsDiagnosis() {
        Runbook r = read("""
                # Notary

                ## Diagnosis

                ### API slow

                ```bash
                # 1. Look at the pool
                notaryctl pool
                ```

                ### Flow failed

                ```bash
                # 1. Look at the runs
                notaryctl runs --failed
                ```

                ## Incidents

                ### Sign-in does not work

                1. Confirm that the API answers.
                2. Review the errors 401 and 429.
                3. Restart the session service.
                """);
        assertThat(r.playbooks())
                .extracting(Playbook::title)
                .containsExactly("API slow", "Flow failed", "Sign-in does not work");
        assertThat(r.playbooks().getLast().steps())
                .extracting(Step::phase)
                .containsExactly(Phase.DIAGNOSIS, Phase.DIAGNOSIS, Phase.RESOLUTION);
    }

    @Test
    void aWordBeforeAColonSaysNothingOfWhatStandsBehindIt() {
        Runbook r = read("""
                # Gate

                ## Incidents

                ### Error: Rate limit reached

                **Symptoms:** messages wait

                **Fix:** wait five minutes

                ## Alerts

                | Alert | Condition | Severity |
                |---|---|---|
                | Error rate high | > 10% in 5 min | critical |
                """);
        assertThat(r.alerts().getFirst().playbook()).isNull();
    }

    @Test
    void rulesOfConductAreNoProcedure() {
        assertThat(read("""
                        # Desk

                        ## Security

                        ### Principles

                        1. **Least privilege:** use as little as you need
                        2. **Two pairs of eyes:** ask somebody before you delete
                        """).procedures()).isEmpty();
    }
}
