package plantao.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import plantao.runbook.Runbook;
import plantao.runbook.read.RunbookReader;

class DependenciesVendorsTest {
    private static final String TEXT = """
            # Shop

            ```mermaid
            graph TB
                API[Order API]
                Mail[Postino/SMTP]
                Store[Files]
                API --> Mail
            ```

            ## Services

            | Service | URL |
            |---|---|
            | Order API | https://api.shop.test |

            ## Vendors

            | Vendor | Support | Status page |
            |---|---|---|
            | Postino | help@postino.test | https://status.postino.test |
            """;

    @Test
    void aBoxThatNamesASupplierIsTheirs() {
        Runbook runbook = RunbookReader.read("shop.md", Map.of("shop.md", TEXT), null);

        assertThat(runbook.vendors()).hasSize(1);
        assertThat(Dependencies.vendors(runbook)).containsExactly(Map.entry("Mail", "Postino"));
        assertThat(Dependencies.nodes(runbook)).containsEntry("API", "Order API");
    }
}
