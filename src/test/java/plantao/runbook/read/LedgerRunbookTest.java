package plantao.runbook.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import org.junit.jupiter.api.Test;
import plantao.runbook.Checklist;
import plantao.runbook.Command;
import plantao.runbook.Escalation;
import plantao.runbook.Maintenance;
import plantao.runbook.Metric;
import plantao.runbook.Phase;
import plantao.runbook.Playbook;
import plantao.runbook.Procedure;
import plantao.runbook.Runbook;
import plantao.runbook.Service;
import plantao.runbook.Step;

/// A document that came out of a word processor: numbered lines in bold for headings, every mark escaped.
class LedgerRunbookTest {
    private final Runbook r = Texted.resource("ledger-core.md");

    @Test
    void numberedLinesInBoldAreHeadings() {
        assertThat(r.title()).contains("Ledger Core");
        assertThat(r.playbooks())
                .extracting(Playbook::title, Playbook::severity)
                .containsExactly(
                        tuple("Postings are not processed", "P1"),
                        tuple("Tablespace nearly full", "P2"),
                        tuple("EOD batch late", "P2"));
        assertThat(r.playbooks().getFirst().steps())
                .extracting(Step::title, Step::phase)
                .startsWith(tuple("Check the engine", Phase.DIAGNOSIS), tuple("Check the queue", Phase.DIAGNOSIS))
                .contains(tuple("If ipprocs = 0, restart the passive node", Phase.MITIGATION));
        assertThat(r.procedures()).extracting(Procedure::kind).containsExactly("recovery");
    }

    @Test
    void escapedMarksAreRead() {
        assertThat(r.services())
                .extracting(Service::name, Service::url)
                .containsExactly(
                        tuple("Ledger API", "https://ledger.bank.example/actuator/health"),
                        tuple("Posting Engine", null),
                        tuple("Oracle RAC", "lc-db-scan:1521"),
                        tuple("IBM MQ", "lc-mq-01:1414"),
                        tuple("Batch scheduler", "lc-ctm-01:7005"));
        assertThat(r.metrics()).extracting(Metric::name).contains("Tablespace LEDGER_DATA used", "MQ depth LEDGER.IN");
    }

    @Test
    void commandsOfProgramsNobodyKnowsAreFoundByTheirOptions() {
        assertThat(r.playbooks().getLast().steps())
                .flatExtracting(Step::commands)
                .extracting(Command::text)
                .containsExactly("ctmcli job rerun LC_EOD_010 --from-step <step>");
        assertThat(r.procedures())
                .flatExtracting(Procedure::steps)
                .flatExtracting(Step::commands)
                .extracting(Command::text)
                .contains("nsupdate -k /etc/dr.key dr-cutover.txt");
    }

    @Test
    void aTableOfChecksIsAListToTick() {
        assertThat(r.checklists()).hasSize(1).first().satisfies(c -> {
            assertThat(c.cadence()).isEqualTo("daily");
            assertThat(c.items())
                    .extracting(Checklist.Item::text)
                    .containsExactly("07:00 EOD completed", "09:00 MQ depth", "17:30 Cut-off report sent");
            assertThat(c.items().getFirst().details()).containsExactly("Expected: LC_EOD_099 ended OK", "Done by: L1");
        });
    }

    @Test
    void levelsAreDueWhenTheirRowSays() {
        assertThat(r.escalation())
                .flatExtracting(Escalation::steps)
                .extracting(Escalation.Rung::afterSeconds)
                .containsExactly(null, 0, 900, 1800);
        assertThat(r.maintenance())
                .extracting(Maintenance::cadence)
                .as("every second Sunday is every two weeks")
                .contains("fortnightly");
    }
}
