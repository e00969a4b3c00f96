package plantao.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import plantao.alert.Alert;
import plantao.runbook.ProbeSpec;
import plantao.runbook.Settings;
import plantao.values.Place;
import plantao.values.Target;

class AlertValuesTest {
    /// What the alert of a service that is asked so could fill blanks with.
    private static Map<String, String> of(String kind, Map<String, String> asked) {
        ProbeSpec probe = new ProbeSpec("API", ProbeSpec.Subject.SERVICE, kind, asked, null, null, 2, 2, Sketch.LINE);
        Settings settings =
                new Settings(null, List.of(probe), List.of(), List.of(), Map.of(), Map.of(), Map.of(), null);
        Target here = new Target(
                "production",
                "Production",
                Target.Kind.PRODUCTION,
                Map.of(),
                Map.of(),
                new Place("local shell", Path.of("/tmp"), true, Map.of(), null));
        SystemBoard system = SystemBoardFactory.open(Sketch.runbook(settings), List.of(here), 1, Trust.FULL, Play.T0);
        Alert alert = system.alerts().stream()
                .filter(a -> a.rule().id().equals("api-down"))
                .findFirst()
                .orElseThrow();
        return AlertValues.all(system, alert);
    }

    @Test
    void anAlertOfAServiceKnowsWhereItIs() {
        assertThat(of("http", Map.of("url", "https://api.example/health")))
                .containsEntry("url", "https://api.example/health")
                .containsEntry("alert_host", "api.example")
                .containsEntry("host", "api.example")
                .containsEntry("port", "443")
                .containsEntry("service", "API");
        assertThat(of("http", Map.of("url", "http://api.example:8080/health"))).containsEntry("port", "8080");
        assertThat(of("tcp", Map.of("host", "db.example", "port", "5432")))
                .containsEntry("host", "db.example")
                .containsEntry("port", "5432")
                .doesNotContainKey("url");
    }

    @Test
    void anAddressThatMayHoldASecretIsNotOffered() {
        assertThat(of("http", Map.of("url", "https://me:pw@api.example/health")))
                .doesNotContainKeys("url", "host");
        assertThat(of("http", Map.of("url", "https://api.example/health?key=abc")))
                .doesNotContainKeys("url", "host");
    }
}
