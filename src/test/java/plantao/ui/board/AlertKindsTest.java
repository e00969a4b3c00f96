package plantao.ui.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import plantao.alert.Alert;
import plantao.desk.SystemBoard;
import plantao.desk.SystemBoardFactory;
import plantao.desk.Trust;
import plantao.runbook.read.RunbookReader;
import plantao.values.Place;
import plantao.values.Target;

class AlertKindsTest {
    private static SystemBoard fleet(int services) {
        String rows = IntStream.range(0, services)
                .mapToObj(i -> "| Worker " + i + " | Works | http://worker-" + i + ".example/health |")
                .collect(Collectors.joining("\n"));
        Place here = new Place("local shell", Path.of("/tmp"), true, Map.of(), null);
        Target target = new Target("production", "Production", Target.Kind.PRODUCTION, Map.of(), Map.of(), here);
        return SystemBoardFactory.open(
                RunbookReader.read("runbook.md", Map.of("runbook.md", """
                        # Fleet — Runbook

                        ## Services

                        | Service | Purpose | URL |
                        |---|---|---|
                        """ + rows + "\n")),
                List.of(target),
                1,
                Trust.FULL,
                Instant.EPOCH);
    }

    private static List<AlertItem> rows(SystemBoard system) {
        List<AlertItem.One> all = system.alerts().stream()
                .map(a -> new AlertItem.One(system.name(), a, false))
                .toList();
        return AlertKinds.of(all, List.of(system), Set.of());
    }

    @Test
    void aFloodOfServicesWithoutGroupsIsOneRow() {
        assertThat(rows(fleet(40)))
                .singleElement()
                .satisfies(i -> assertThat(i).isInstanceOfSatisfying(AlertItem.Many.class, many -> {
                    assertThat(many.title()).isEqualTo("Fleet");
                    assertThat(many.alerts()).hasSize(40);
                }));
        assertThat(rows(fleet(5))).hasSize(5);
    }

    @Test
    void whatIsOverStandsTogetherApartFromWhatFires() {
        SystemBoard fleet = fleet(20);
        Alert.State over = new Alert.State.Cleared(Instant.EPOCH, Instant.EPOCH, Instant.EPOCH.plusSeconds(60));
        Alert.State firing = new Alert.State.Firing(Instant.EPOCH, Instant.EPOCH);
        List<Alert> alerts = fleet.alerts();
        List<Alert> mixed = IntStream.range(0, alerts.size())
                .mapToObj(i -> alerts.get(i).restored(i < 4 ? firing : over))
                .toList();

        assertThat(rows(fleet.withAlerts(mixed)))
                .extracting(i -> i instanceof AlertItem.Many many
                        ? many.kind() + " " + many.alerts().size()
                        : "")
                .containsExactly("SERVICES 4", "OVER 16");
    }
}
