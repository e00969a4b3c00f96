package plantao.runbook.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import org.junit.jupiter.api.Test;
import plantao.runbook.AlertRule;
import plantao.runbook.Command;
import plantao.runbook.Phase;
import plantao.runbook.Playbook;
import plantao.runbook.Procedure;
import plantao.runbook.Risk;
import plantao.runbook.Runbook;
import plantao.runbook.Step;

/// Pages about one alert or one kind of incident.
class PagesTest {
    @Test
    void aPageOfMeaningIsAnAlertsHoweverItIsSpelt() {
        String page =
                "\n\n## Meaning\n\nIt always fires.\n\n## Impact\n\nNone.\n\n## Diagnosis\n\n- Check the receiver\n"
                        + "\n## Mitigation\n\n- Restart the receiver\n";
        assertThat(Texted.of("# Heartbeat" + page).alerts())
                .extracting(AlertRule::name)
                .containsExactly("Heartbeat");
        assertThat(Texted.of("# storeHighLatency" + page).alerts())
                .extracting(AlertRule::name)
                .containsExactly("storeHighLatency");
        assertThat(Texted.of("# How we work" + page).alerts()).isEmpty();
    }

    @Test
    void stepsUnderAnyHeadingAnswerThePagesAlert() {
        Runbook r =
                Texted.of("# StoreBudgetBurn\n\n## Impact\n\nOrders are lost.\n\n## Runbook\n\n1. Look at the store\n"
                        + "2. Free it\n");
        assertThat(r.alerts())
                .extracting(
                        AlertRule::name,
                        a -> a.playbook() == null ? null : a.playbook().title())
                .containsExactly(tuple("StoreBudgetBurn", "StoreBudgetBurn"));
        assertThat(r.playbooks().getFirst().steps())
                .extracting(Step::title)
                .containsExactly("Look at the store", "Free it");
    }

    @Test
    void thePhasesOfASecurityIncidentAreOnePlaybook() {
        Runbook r = Texted.of(
                "## Playbook: Stolen key\n\n### Investigate\n\n1. Find its uses[<sup>[1]</sup>](#ref-1)\n\n### Remediate\n\n"
                        + "#### Contain\n\n* Block the address\n\n#### Eradicate\n\n* Replace the key\n\n### Communicate\n\n1. Tell the owner\n\n"
                        + "### Recover\n\n1. Bring it back\n");
        assertThat(r.procedures()).isEmpty();
        assertThat(r.playbooks()).extracting(Playbook::title).containsExactly("Stolen key");
        assertThat(r.playbooks().getFirst().steps())
                .extracting(Step::phase, Step::title)
                .containsExactly(
                        tuple(Phase.DIAGNOSIS, "Find its uses [1]"),
                        tuple(Phase.MITIGATION, "Block the address"),
                        tuple(Phase.RESOLUTION, "Replace the key"),
                        tuple(Phase.OTHER, "Tell the owner"),
                        tuple(Phase.RESOLUTION, "Bring it back"));
    }

    @Test
    void aQueryGoesOnWhileItWantsAnOperand() {
        Runbook r = Texted.of("# A\n\n## Deploy\n\n```promql\n100 * sum without(code)\n(rate(failed_total[5m]))\n"
                + "/ sum without(code)\n(rate(all_total[5m])) > 5 and on()\n(up == 1)\nrate(other_total[5m])\n```\n");
        assertThat(r.procedures().getFirst().steps())
                .flatExtracting(Step::commands)
                .extracting(Command::text)
                .containsExactly(
                        "100 * sum without(code)\n(rate(failed_total[5m]))\n/ sum without(code)\n(rate(all_total[5m])) > 5 and on()\n(up == 1)",
                        "rate(other_total[5m])");
    }

    @Test
    void aScriptThatTearsDownDestroys() {
        Runbook r = Texted.of(
                "# A\n\n## Tear down\n\n```bash\n./scripts/teardown-tenant.sh a01\n```\n\n## Show\n\n```bash\n"
                        + "cat teardown.log\nls teardown-tenant.sh\n```\n");
        assertThat(r.procedures())
                .extracting(Procedure::title, p -> p.steps().getFirst().risk())
                .containsExactly(tuple("Tear down", Risk.DESTRUCTIVE), tuple("Show", Risk.SAFE));
    }
}
