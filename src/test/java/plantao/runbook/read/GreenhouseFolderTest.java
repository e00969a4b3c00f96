package plantao.runbook.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import plantao.runbook.AlertRule;
import plantao.runbook.Contact;
import plantao.runbook.Phase;
import plantao.runbook.Playbook;
import plantao.runbook.PlaybookLink;
import plantao.runbook.Runbook;
import plantao.runbook.Step;

/// A folder whose first page lists the pages in a folder below, one for each alert.
class GreenhouseFolderTest {
    private static List<LoadedRunbook> loaded = List.of();

    @BeforeAll
    static void load() throws URISyntaxException {
        loaded = RunbookFolder.load(Path.of(
                Objects.requireNonNull(GreenhouseFolderTest.class.getResource("/plantao/runbook/read/greenhouse"))
                        .toURI()));
    }

    private static Runbook runbook() {
        assertThat(loaded).as("one system").hasSize(1);
        return loaded.getFirst() instanceof LoadedRunbook.Read r ? r.runbook() : Texted.of("");
    }

    @Test
    void thePagesThatTheFirstOneListsAreOneSystem() {
        Runbook r = runbook();
        assertThat(r.files()).hasSize(5);
        assertThat(r.playbooks())
                .extracting(Playbook::title, Playbook::severity)
                .containsExactlyInAnyOrder(
                        tuple("VentStuck", "page"),
                        tuple("TempOutOfRange", "page"),
                        tuple("TelemetryGap", "ticket"),
                        tuple("BrokerDown", "SEV1"));
        assertThat(r.alerts())
                .extracting(AlertRule::name, a -> title(a.playbook()))
                .containsExactlyInAnyOrder(
                        tuple("VentStuck", "VentStuck"),
                        tuple("TempOutOfRange", "TempOutOfRange"),
                        tuple("TelemetryGap", "TelemetryGap"),
                        tuple("BrokerDown", "BrokerDown"));
    }

    private static String title(@org.jspecify.annotations.Nullable PlaybookLink link) {
        return link == null ? "none" : link.title();
    }

    @Test
    void anIfThenTableMendsAndHowOneKnowsVerifies() {
        Runbook r = runbook();
        assertThat(Texted.playbook(r, "TempOutOfRange").steps())
                .extracting(Step::phase, Step::condition)
                .startsWith(
                        tuple(Phase.DIAGNOSIS, null),
                        tuple(Phase.DIAGNOSIS, null),
                        tuple(Phase.RESOLUTION, "one sensor differs by > 4 °C"),
                        tuple(Phase.RESOLUTION, "heating is off"));
        assertThat(Texted.playbook(r, "VentStuck").steps().getLast().phase()).isEqualTo(Phase.VERIFICATION);
    }

    @Test
    void whoIsWho() {
        assertThat(runbook().contacts())
                .extracting(Contact::role, Contact::phone, Contact::hours)
                .contains(tuple("Growers' desk", "+1 (206) 555-0110", "6am–8pm PT"));
    }
}
