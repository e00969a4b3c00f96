package plantao.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plantao.runbook.read.RunbookReader;
import plantao.values.Place;

/// Where commands run when nobody has said it.
class TargetsTest {
    @ParameterizedTest
    @CsvSource({
        "http://127.0.0.1:8000/health, tcp://localhost:5432, true",
        "http://localhost:8000/health, https://shop.example.org/, false",
        "https://shop.example.org/, https://pay.example.org/, false"
    })
    void aSystemThatIsAskedOnThisComputerStandsOnIt(String one, String other, boolean here) {
        String text = "# Shop\n\n## Services\n\n| Service | URL |\n|---|---|\n| Web | " + one + " |\n| Second | "
                + other + " |\n";

        Place place = Targets.of(RunbookReader.read("shop", Map.of("runbook.md", text)), Path.of("/tmp"), Map.of())
                .getFirst()
                .place();

        assertThat(place.reach()).isEqualTo(new Place.Reach.Here(here));
    }
}
