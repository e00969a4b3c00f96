package plantao.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import plantao.alert.Alert;
import plantao.runbook.read.RunbookReader;
import plantao.values.Place;
import plantao.values.Target;

class ProposedTest {
    private static final Instant T0 = Instant.parse("2026-11-22T03:00:00Z");

    private static SystemBoard shop() {
        Place here = new Place("local shell", Path.of("/tmp"), true, Map.of(), null);
        Target target = new Target("production", "Production", Target.Kind.PRODUCTION, Map.of(), Map.of(), here);
        return SystemBoardFactory.open(
                RunbookReader.read("runbook.md", Map.of("runbook.md", """
                        # Shop

                        ## Services

                        | Service | URL |
                        |---|---|
                        | Till | http://till.example/health |
                        | Scales | http://scales.example/health |
                        """)),
                List.of(target),
                1,
                Trust.FULL,
                Instant.EPOCH);
    }

    private static Alert.State over(int minutes) {
        return new Alert.State.Cleared(T0, T0, T0.plusSeconds(60L * minutes));
    }

    private static String proposed(Alert.State till, Alert.State scales) {
        SystemBoard shop = shop();
        List<Alert> alerts = shop.alerts();
        return IncidentHandler.proposal(
                        shop.withAlerts(List.of(
                                alerts.get(0).restored(till), alerts.get(1).restored(scales))),
                        null,
                        null)
                .title();
    }

    @Test
    void whatFiresGoesBeforeWhatIsOverAndTheLatestBeforeTheEarlier() {
        assertThat(proposed(over(1), over(9))).contains("Scales");
        assertThat(proposed(over(9), over(1))).contains("Till");
        assertThat(proposed(over(9), new Alert.State.Firing(T0, T0))).contains("Scales");
    }
}
