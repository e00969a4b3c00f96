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
import plantao.desk.SystemBoard;
import plantao.desk.Systems;
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
        return Systems.open(
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
}
