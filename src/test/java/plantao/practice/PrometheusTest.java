package plantao.practice;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A stack's Prometheus has scraped the real processes; git, a build and `up` bring an earlier version back.
class PrometheusTest {
    private static final String ASK =
            "curl -g -s \"http://127.0.0.1:%s/api/v1/query?query=%s\" | jq -r '.data.result%s'";

    @TempDir
    Path scratch;

    @Test
    void answersWithMeasurements() throws Exception {
        try (Stand stand = new Stand(Path.of("runbooks/sparkone/practice"), scratch)) {
            Integer port = stand.part("prometheus").port();
            Stand.until(
                    "a latency",
                    () -> stand.run(ASK.formatted(
                                    port,
                                    "histogram_quantile(0.95,rate(sparkone_http_request_latency_seconds_bucket[5m]))",
                                    "[].value[1]"))
                            .out()
                            .matches("(?s)(.*\n)?\\d+\\.\\d+\n.*"));
            assertThat(stand.run(ASK.formatted(port, "up", "[].value[1]")).out().lines())
                    .hasSize(2)
                    .containsOnly("1");
            assertThat(stand.run(ASK.formatted(port, "rate(up)", "")).out()).contains("null");

            String now = version(stand);
            assertThat(stand.run("git checkout HEAD~1 && docker-compose build && docker-compose up -d")
                            .exit())
                    .isZero();
            assertThat(version(stand)).isNotEqualTo(now);
            assertThat(stand.run("git pull origin main && docker-compose build && docker-compose up -d api")
                            .exit())
                    .isZero();
            assertThat(version(stand)).isEqualTo(now);
        }
    }

    private static String version(Stand stand) {
        return String.valueOf(stand.part("api").version());
    }
}
