package plantao.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import plantao.runbook.Runbook;
import plantao.runbook.read.RunbookReader;

class DependenciesNeedsTest {
    private static final String TEXT = """
            # Parcels

            ```mermaid
            flowchart LR
                web[Shop front] --> api[Orders]
                api --> pg[(Ledger)]
                api --> jobs[Job queue]
                jobs --> printer[Label printer]
                printer --> pg
                pg --> copy[(Ledger copy)]
                jobs --> qw[Queue worker]
                qw --> printer
            ```

            ## Services

            | Service | URL |
            |---|---|
            | Shop front | https://web.example |
            | Orders | https://orders.example |
            | Ledger | ledger.example:5432 |
            | Ledger copy | copy.example:5432 |
            | Job queue | jobs.example:6379 |
            | Label printer | https://printer.example |
            | Queue worker | https://worker.example |
            """;

    @Test
    void whatAStoreFeedsNeedsTheStore() {
        Runbook runbook = RunbookReader.read("parcels.md", Map.of("parcels.md", TEXT), null);

        assertThat(Dependencies.needs(runbook))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "Shop front", List.of("Orders"),
                        "Orders", List.of("Ledger", "Job queue"),
                        "Label printer", List.of("Job queue", "Ledger"),
                        "Queue worker", List.of("Job queue", "Label printer"),
                        "Job queue", List.of(),
                        "Ledger", List.of("Ledger copy"),
                        "Ledger copy", List.of()));
    }
}
