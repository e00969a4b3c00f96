package plantao.runbook.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.Map;
import org.junit.jupiter.api.Test;
import plantao.runbook.AlertRule;
import plantao.runbook.Escalation;
import plantao.runbook.Mentions;
import plantao.runbook.Problem;
import plantao.runbook.Procedure;
import plantao.runbook.Runbook;
import plantao.runbook.Step;
import plantao.runbook.Template;

/// Words in common are not enough: what a rule watches, what a list is for, what a promise covers.
class WhatIsMeantTest {
    private static final String SERVICES = "# A\n\n## Services\n\n| Service | What it does |\n|---|---|\n"
            + "| Payments API | takes payments |\n| Orders API | takes orders |\n| Ledger (PostgreSQL) | keeps the books |\n\n"
            + "## Metrics\n\n| Metric | Normal | Critical |\n|---|---|---|\n| Workers down | 0 | > 3 |\n\n";

    @Test
    void reachabilityIsAboutTheServiceItNames() {
        Runbook r = Texted.of(SERVICES + "## Alerts\n\n| Alert | Condition |\n|---|---|\n"
                + "| OrdersDown | `up{job=\"orders-api\"} == 0` |\n"
                + "| TargetDown | `up{job=\"payments-api\"} == 0` |\n"
                + "| DatabaseDown | `ledger_up == 0` |\n"
                + "| ExporterDown | `up{job=\"node-exporter\"} == 0` |\n");
        assertThat(r.alerts())
                .extracting(AlertRule::name, AlertRule::service, AlertRule::metric)
                .containsExactly(
                        tuple("OrdersDown", "Orders API", null),
                        tuple("TargetDown", "Payments API", null),
                        tuple("DatabaseDown", "Ledger (PostgreSQL)", null),
                        tuple("ExporterDown", null, null));
    }

    @Test
    void aStatusMessageIsATemplate() {
        for (String title : new String[] {
            "Status message", "Mensagem de status", "Mensagem de Status (template)", "Mensaje de estado"
        }) {
            Runbook r = Texted.of("# A\n\n## Incident communication\n\n### " + title
                    + "\n\n```\n[SEV] Payments are slow\nSince: [time]\nNext update: [time]\n```\n");
            assertThat(r.templates()).as(title).extracting(Template::kind).containsExactly("message");
        }
    }

    @Test
    void whoIsCalledAfterHowLongIsALadderWithoutALevelToo() {
        for (String heads : new String[] {"After | Who | How", "Após | Quem | Como"}) {
            Runbook r = Texted.of("# A\n\n## Escalation\n\n| " + heads + " |\n|---|---|---|\n"
                    + "| 10 min | Platform lead | +44 20 7946 0101 |\n| 30 min | Head of Engineering | phone |\n");
            assertThat(r.escalation())
                    .as(heads)
                    .singleElement()
                    .satisfies(e -> assertThat(e.steps())
                            .extracting(Escalation.Rung::afterSeconds, Escalation.Rung::contact)
                            .containsExactly(tuple(600, "Platform lead"), tuple(1800, "Head of Engineering")));
        }
        assertThat(Texted.of("# A\n\n## Escalation\n\n| Who | Phone |\n|---|---|\n| Lead | +44 20 7946 0101 |\n")
                        .escalation())
                .isEmpty();
    }

    @Test
    void beingDownIsNoSharedSubject() {
        Runbook r = Texted.of(SERVICES + "## Alerts\n\n- Replicas down > 2\n- Workers down > 3\n");
        assertThat(r.alerts()).extracting(AlertRule::metric).containsExactly("Replicas down", "Workers down");
    }

    @Test
    void theWholeSystemsObjectiveCountsElseTheShortest() {
        String table = "| Component | RTO | RPO |\n|---|---|---|\n| Database | 4 hours | 1 hour |\n"
                + "| Gateway | 30 minutes | 24 hours |\n";
        Runbook parts = Texted.of("# A\n\n## Recovery objectives\n\n" + table);
        assertThat(parts.rtoSeconds()).isEqualTo(1800);
        assertThat(parts.rpoSeconds()).isEqualTo(3600);
        Runbook whole =
                Texted.of("# A\n\n## Recovery objectives\n\n" + table + "| Whole system | 8 hours | 2 hours |\n");
        assertThat(whole.rtoSeconds()).isEqualTo(28800);
        assertThat(whole.rpoSeconds()).isEqualTo(7200);
        Runbook listed = Texted.of("# A\n\n## Recovery objectives\n\n- Database: RTO: 4 hours\n- Cache: RTO: 1 hour\n");
        assertThat(listed.rtoSeconds()).isEqualTo(3600);
    }

    @Test
    void aListThatDescribesAFormIsNothingToDo() {
        Runbook r = Texted.of(
                "# A\n\n## How to write runbooks\n\nEach runbook has:\n\n1. Symptom: what is seen\n"
                        + "2. Cause: why\n3. Resolution: what to do\n\n## Layout\n\n1. **Symptoms** — what is seen\n2. **Impact**\n3. **Mitigation**\n");
        assertThat(r.procedures()).isEmpty();
        assertThat(r.playbooks()).isEmpty();
    }

    @Test
    void theWrongOrderIsNothingToDo() {
        Runbook r = Texted.of("# A\n\n## Deploy\n\n### Right order\n\n1. Migrate the schema\n2. Deploy the API\n\n"
                + "### ❌ Wrong order\n\n1. Deploy the API\n2. Migrate the schema\n\n## Restart\n\n1. Drain the node\n2. Restart it\n\n"
                + "Never do:\n\n1. Delete the pods\n2. Drop the schema\n");
        assertThat(r.procedures()).extracting(Procedure::title).containsExactly("Right order", "Restart");
        assertThat(r.procedures().getLast().steps())
                .extracting(Step::title)
                .containsExactly("Drain the node", "Restart it");
    }

    @Test
    void aWholeFileCanBeAPostmortemForm() {
        String form =
                "# Blameless post-mortem template\n\n## Summary\n\n[what happened]\n\n## Timeline\n\n1. HH:MM detected\n"
                        + "2. HH:MM mitigated\n\n## Root cause\n\n## Action items\n";
        Runbook r = Texted.of(form);
        assertThat(r.templates())
                .extracting(Template::kind, Template::title, Template::text)
                .containsExactly(tuple("postmortem", "Blameless post-mortem template", form));
        assertThat(r.templates().getFirst().sections())
                .containsExactly("Summary", "Timeline", "Root cause", "Action items");
        assertThat(r.procedures()).isEmpty();
        assertThat(r.problems()).extracting(Problem::code).doesNotContain("nothing-recognised");
        assertThat(r.coverage().prose()).isZero();
        Runbook named = RunbookReader.read(
                "postmortem-template.md",
                Map.of("postmortem-template.md", "# Incident [title]\n\n## Impact\n\n## Timeline\n\n## Lessons\n"));
        assertThat(named.templates()).extracting(Template::kind).containsExactly("postmortem");
    }

    @Test
    void aFilledReportIsNoForm() {
        assertThat(Texted.of("# Post-mortem: sessions expired\n\n## Summary\n\nThey did.\n\n## Timeline\n\nAt noon.\n")
                        .templates())
                .isEmpty();
    }

    @Test
    void partsOfAnAddressInCapitalsAreToBeFilledIn() {
        Runbook r = Texted.of("# A\n\n## Deploy\n\n```bash\n"
                + "aws s3api head --source-arn arn:aws:rds:REGION:ACCOUNT:snapshot:daily --key arn:aws:kms:us-east-1:ACCOUNT:key/KEY_ID\n"
                + "curl https://HOST/health -H 'Accept: JSON'\n```\n");
        assertThat(r.placeholders())
                .extracting(Mentions::text)
                .containsExactlyInAnyOrder("KEY_ID", "REGION", "ACCOUNT", "HOST");
    }
}
