package plantao.runbook.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import plantao.runbook.Problem;
import plantao.runbook.Runbook;
import plantao.runbook.read.LoadedRunbook;
import plantao.runbook.read.RunbookFolder;

class RuleTableTest {
    @Test
    void everyRuleHasAStableNameAndSaysWhatToDo() {
        assertThat(RuleTable.ALL)
                .allSatisfy(r -> {
                    assertThat(r.code()).matches("[a-z]+(-[a-z]+)*");
                    assertThat(r.what()).isNotBlank().doesNotEndWith(".");
                    assertThat(r.fix()).endsWith(".");
                })
                .extracting(Rule::code)
                .doesNotHaveDuplicates();
        assertThat(RuleTable.ALL).extracting(Rule::severity).isSorted();
    }

    @Test
    void theBundledRunbooksHaveNoErrorsAndOnlyListedCodes() {
        List<String> codes = RuleTable.ALL.stream().map(Rule::code).toList();
        List<LoadedRunbook> all = RunbookFolder.load(Path.of("runbooks"), LocalDate.of(2026, 11, 22));
        assertThat(all).isNotEmpty().allSatisfy(l -> {
            Runbook r = ((LoadedRunbook.Read) l).runbook();
            assertThat(r.problems())
                    .noneMatch(p -> p.severity() == Problem.Severity.ERROR)
                    .allMatch(p -> codes.contains(p.code()));
        });
    }

    @Test
    void aWarningBeyondTheCriticalBoundContradictsIt() {
        String table = "# A\n\n## Metrics\n\n| Metric | Normal | Warning | Critical |\n|---|---|---|---|\n";
        assertThat(Linted.lines("threshold-contradiction", table + "| Latency | < 1s | > 5s | > 900ms |\n"))
                .containsExactly(7);
        assertThat(Linted.lines("threshold-contradiction", table + "| Latency | < 1s | > 2s | > 3000ms |\n"))
                .isEmpty();
        assertThat(Linted.lines("threshold-contradiction", table + "| Hit rate | > 90% | < 50% | < 70% |\n"))
                .containsExactly(7);
        assertThat(Linted.lines("threshold-contradiction", table + "| Latency | < 5s | > 2s | > 8s |\n"))
                .containsExactly(7);
    }

    @Test
    void anAlertShouldAgreeWithItsMetric() {
        String text = "# A\n\n## Metrics\n\n| Metric | Normal | Warning | Critical |\n|---|---|---|---|\n"
                + "| CPU usage | < 70% | > 80% | > 90% |\n\n## Alerts\n\n- CPU usage > ";
        assertThat(Linted.lines("alert-while-normal", text + "60%\n")).containsExactly(11);
        assertThat(Linted.lines("alert-threshold-differs", text + "85%\n")).containsExactly(11);
        assertThat(Linted.lines("alert-threshold-differs", text + "90%\n")).isEmpty();
        assertThat(Linted.lines("alert-while-normal", text + "90%\n")).isEmpty();
    }

    @Test
    void aPlaybookThatNoAlertReachesIsAHint() {
        String text = """
                # Shop

                ## Alerts

                - Database down

                ## Incidents

                ### Database down

                **Symptoms:** connections refused

                ```bash
                systemctl status postgresql
                ```

                ### Coffee machine leaks

                **Symptoms:** water on the floor

                ```bash
                df -h
                ```
                """;
        assertThat(Linted.lines("playbook-without-alert", text)).containsExactly(17);
    }

    @Test
    void headingsWithNothingBelowAreStubs() {
        assertThat(Linted.lines(
                        "stub-section",
                        "# A\n\n## Deploy\n\n## Rollback\n\n_TODO: write_\n\n## RTO: 4h\n\n## B\n\n### C\n\nText.\n"))
                .containsExactly(3, 5);
    }

    @Test
    void contactsToBeFilledInAreNamedWithTheRungThatNeedsThem() {
        String text = "# A\n\n## Contacts\n\n| Role | Name | Phone |\n|---|---|---|\n"
                + "| SRE Lead | TBD | +55 11 xxxx-xxxx |\n| CTO | Ana | +55 11 98765-4321 |\n\n"
                + "## Escalation\n\n1. On-call (0-15 min)\n2. SRE Lead (15-30 min)\n";
        assertThat(Linted.problems("tbd-contact", text)).singleElement().satisfies(p -> {
            assertThat(p.origin().line()).isEqualTo(7);
            assertThat(p.message()).contains("SRE Lead", "The escalation calls it");
        });
    }

    @Test
    void definedPlaceholdersAreNoProblem() {
        String text = Linted.command("deploy {app} --to {place}");
        assertThat(Linted.problems("placeholder-undefined", text)).hasSize(2);
        assertThat(Linted.problems(
                        "placeholder-undefined",
                        Map.of("x.md", text, "console.yaml", "variables:\n  app: shop\n"),
                        null))
                .singleElement()
                .satisfies(p -> assertThat(p.message()).contains("{place}"));
    }
}
