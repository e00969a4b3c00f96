package plantao.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plantao.desk.VendorTile;
import plantao.runbook.Origin;
import plantao.runbook.Vendor;

class StatusPageProberTest {
    private final MockWebServer server = new MockWebServer();
    private final Probers probers = new Probers();

    @BeforeEach
    void start() throws Exception {
        server.start();
    }

    @AfterEach
    void stop() {
        server.close();
        probers.close();
    }

    private Probe probe(String path) {
        return Probes.service(new Check.StatusPage(server.url(path).toString()), Probes.PATIENT);
    }

    private Reading read(String path) {
        return probers.read(probe(path), Probes.AT);
    }

    private VendorTile.State state(Reading reading) {
        Vendor vendor = new Vendor("Acme", null, null, null, new Origin("r.md", 1));
        return new VendorTile(vendor, probe("/"), reading).state();
    }

    @ParameterizedTest
    @CsvSource({"none, 0, FINE", "minor, 1, TROUBLED", "maintenance, 1, TROUBLED", "major, 2, DOWN", "critical, 3, DOWN"
    })
    void theIndicatorIsTheValue(String indicator, double value, VendorTile.State state) throws Exception {
        server.enqueue(new MockResponse.Builder()
                .body("{\"page\":{\"id\":\"x\",\"name\":\"Acme\",\"url\":\"https://status.acme.example\"},"
                        + "\"status\":{\"indicator\":\"" + indicator + "\",\"description\":\"So it is\"}}")
                .build());
        Reading.Up up = Probes.up(read("/"));
        assertThat(up.value()).isEqualTo(value);
        assertThat(up.detail()).isEqualTo("So it is");
        assertThat(state(up)).isEqualTo(state);
        assertThat(server.takeRequest().getUrl().encodedPath()).isEqualTo("/api/v2/status.json");
    }

    @Test
    void aPageThatCannotBeReadSaysNothingAboutThem() {
        server.enqueue(new MockResponse.Builder().body("<html>All good!</html>").build());
        server.enqueue(new MockResponse.Builder().code(503).body("").build());
        for (String why : List.of("look at it by eye", "answers 503")) {
            Reading.NoData none = Probes.noData(read("/"));
            assertThat(none.reason()).contains(why);
            assertThat(state(none)).isEqualTo(VendorTile.State.UNKNOWN);
        }
        server.close();
        assertThat(Probes.noData(read("/")).reason()).startsWith("their status page: ");
    }
}
