package plantao.ui.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import plantao.alert.Health;
import plantao.alert.Trail;
import plantao.desk.ServiceTile;
import plantao.runbook.Origin;
import plantao.runbook.Service;

class ErrorBudgetTest {
    private static final Instant NOW = Instant.parse("2026-11-22T06:00:00Z");

    @ParameterizedTest
    @CsvSource({"99.9%, 99.9", "'99,95 %', 99.95", "99.99, 99.99", "SLA 99.5% mensal, 99.5"})
    void aPercentageIsReadAsWritten(String sla, double percent) {
        assertThat(ErrorBudget.percent(sla)).contains(percent);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "best effort", "100%", "3 dias", "N/A"})
    void whatCannotBeMissedHasNoBudget(String sla) {
        assertThat(ErrorBudget.percent(sla)).isEmpty();
    }

    @Test
    void whatFailedIsTakenFromTheMonth() {
        // 99.9 % of 30 days may fail for 43 min 12 s; a tenth of an hour did
        ErrorBudget budget =
                ErrorBudget.of(tile("99.9%", 90, 100, Duration.ofSeconds(360))).orElseThrow();

        assertThat(budget.whole()).isEqualTo(Duration.ofSeconds(2592));
        assertThat(budget.left()).isEqualTo(Duration.ofSeconds(2592 - 360));
        assertThat(budget.low()).isFalse();
        assertThat(budget.spent()).isFalse();
    }

    @Test
    void aBudgetRunsLowAndOut() {
        assertThat(ErrorBudget.of(tile("99.9%", 50, 100, Duration.ofSeconds(1800)))
                        .orElseThrow()
                        .low())
                .isTrue();
        assertThat(ErrorBudget.of(tile("99.9%", 0, 100, Duration.ofSeconds(3600)))
                        .orElseThrow()
                        .spent())
                .isTrue();
    }

    @Test
    void withoutReadingsThereIsNothingToCount() {
        assertThat(ErrorBudget.of(tile("99.9%", 0, 0, Duration.ZERO))).isEmpty();
    }

    private static ServiceTile tile(String sla, long good, long all, Duration lost) {
        Service service = new Service("API", null, null, null, sla, null, new Origin("runbook.md", 1));
        return new ServiceTile(
                service,
                null,
                Health.UNKNOWN,
                Trail.EMPTY,
                new ServiceTile.Uptime(NOW, good, all, lost, List.of()),
                List.of(),
                null);
    }
}
