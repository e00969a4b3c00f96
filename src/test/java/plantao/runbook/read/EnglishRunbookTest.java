package plantao.runbook.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import plantao.runbook.AlertRule;
import plantao.runbook.Command;
import plantao.runbook.Metric;
import plantao.runbook.Playbook;
import plantao.runbook.Procedure;
import plantao.runbook.Risk;
import plantao.runbook.Runbook;
import plantao.runbook.Step;

class EnglishRunbookTest {
    private final Runbook r = Texted.resource("gateway.md");

    @Test
    void groupsPlaybooksBySeverity() {
        assertThat(r.system()).isEqualTo("Parcel Gateway");
        assertThat(r.playbooks())
                .extracting(Playbook::title, Playbook::severity, Playbook::level, Playbook::respondWithinSeconds)
                .containsExactly(
                        tuple("Gateway offline", "P1", 1, 900),
                        tuple("Disk Usage > 80%", "P3", 3, 14400),
                        tuple("Slow answers", "SEVERITY 2", 2, 1200));
    }

    @Test
    void takesInlineCommandsAndConditionsFromLists() {
        Playbook p = r.playbooks().getFirst();
        assertThat(p.steps())
                .extracting(Step::title, Step::condition)
                .containsExactly(
                        tuple("Check the containers", null),
                        tuple("Restart if necessary", "if necessary"),
                        tuple("If it persists, tell the customers", "If it persists"));
        assertThat(p.steps().get(1).commands())
                .extracting(Command::text, Command::risk)
                .containsExactly(tuple("docker compose restart gateway", Risk.DISRUPTIVE));
        assertThat(r.playbooks().get(1).steps().getFirst().risk()).isEqualTo(Risk.DESTRUCTIVE);
    }

    @Test
    void readsResponseWindows() {
        List<Step> steps = r.playbooks().get(2).steps();
        assertThat(steps)
                .extracting(Step::title, Step::window)
                .containsExactly(
                        tuple("Find the cause", new Step.Window(0, 300)),
                        tuple("Mitigate", new Step.Window(300, 1200)));
        assertThat(steps.getFirst().commands()).extracting(Command::text).containsExactly("npm run diagnose:quick");
    }

    @Test
    void takesAlertsThatAreTheirOwnPlaybook() {
        assertThat(r.alerts())
                .extracting(AlertRule::name, AlertRule::metric)
                .containsExactly(tuple("Gateway offline", null), tuple("Disk Usage > 80%", "Disk Usage"));
        assertThat(r.alerts()).allSatisfy(a -> assertThat(a.playbook()).isNotNull());
    }

    @Test
    void givesBareBoundsADirection() {
        assertThat(r.metrics()).extracting(Metric::name).containsExactly("Latency", "Disk Usage");
        assertThat(r.metrics().get(1).warning())
                .satisfies(b -> assertThat(b.op().sign() + b.value() + b.unit()).isEqualTo(">70.0%"));
    }

    @Test
    void keepsWhatIsTypedIntoASessionAsInputs() {
        Procedure p = r.procedures().stream()
                .filter(x -> x.title().equals("Clear the queue"))
                .findFirst()
                .orElseThrow();
        assertThat(p.kind()).isEqualTo("other");
        assertThat(p.steps()).singleElement().satisfies(s -> {
            assertThat(s.notes()).containsExactly("List", "Remove (CAREFUL!)");
            assertThat(s.commands()).singleElement().satisfies(c -> {
                assertThat(c.inputs()).containsExactly("KEYS jobs:*", "DEL jobs:waiting");
                assertThat(c.risk()).isEqualTo(Risk.DESTRUCTIVE);
            });
        });
    }

    @Test
    void probesAServiceByItsHealthEndpoint() {
        assertThat(r.settings().probes()).singleElement().satisfies(p -> {
            assertThat(p.subject()).isEqualTo("Gateway");
            assertThat(p.settings()).containsEntry("url", "https://gw.example.org/health");
            assertThat(p.interval()).isEqualTo(Duration.ofSeconds(20));
            assertThat(p.timeout()).isEqualTo(Duration.ofSeconds(4));
            assertThat(p.failures()).isEqualTo(3);
        });
    }

    @Test
    void readsBoxesInAFenceWithTheirFields() {
        assertThat(r.checklists()).singleElement().satisfies(c -> {
            assertThat(c.title()).isEqualTo("Morning Check (08:00)");
            assertThat(c.cadence()).isEqualTo("daily");
            assertThat(c.items()).hasSize(2);
            assertThat(c.fields()).containsExactly("Completed by");
        });
    }

    @Test
    void turnsAMatrixIntoTimersAndKeepsWordsThatAreNone() {
        assertThat(r.escalation())
                .extracting(
                        e -> e.severity(),
                        e -> e.steps().getFirst().afterSeconds(),
                        e -> e.steps().getFirst().text())
                .containsExactly(
                        tuple("1 - Critical", 900, "Level 2 (15 min)"),
                        tuple("4 - Low", null, "Level 1 (Next business day)"));
        assertThat(r.rtoSeconds()).isEqualTo(14400);
    }
}
