package plantao.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import plantao.alert.Alert;
import plantao.alert.Health;
import plantao.probe.Check;
import plantao.probe.Probe;
import plantao.probe.Reading;
import plantao.runbook.Runbook;
import plantao.runbook.read.RunbookReader;
import plantao.values.Target;

/// A runbook that changes while it is open.
class RunbookReloadTest {
    private static final String TEXT = """
            # Shop

            ## Services

            | Service | URL |
            |---|---|
            | Catalogue | http://shop.example/health |

            ## Alerts

            - **Catalogue down**: Catalogue does not answer for 1 min (critical)

            ## Playbooks

            ### Catalogue down

            **Diagnosis:**

            ```bash
            echo one
            ```

            ```bash
            echo two
            ```
            """;
    private static final String YAML = """
            environments:
              production: {kind: production}
              staging: {kind: staging, substitutions: {shop.example: staging.example}}
            """;

    private final Play play = new Play();

    @BeforeEach
    void open() {
        read(TEXT, YAML, hashes(runbook(TEXT, YAML)));
    }

    private static Runbook runbook(String text, String yaml) {
        return RunbookReader.read("/srv/shop", Map.of("runbook.md", text, "console.yaml", yaml));
    }

    private static Set<String> hashes(Runbook runbook) {
        return Approvals.items(runbook).stream().map(Trust.Item::hash).collect(Collectors.toSet());
    }

    private void read(String text, String yaml, Set<String> approved) {
        Runbook runbook = runbook(text, yaml);
        List<Target> targets = Targets.of(runbook, java.nio.file.Path.of("/srv/shop"), new HashMap<>());
        play.send(new Event.Opened(
                SystemBoardFactory.open(runbook, targets, 1, Approvals.of(runbook, approved), play.now)));
    }

    private void changed(String text, String yaml) {
        read(text, yaml, play.system().trust().approved());
    }

    private String address(String service) {
        Probe probe = play.probe(service);
        return ((Check.Http) probe.check()).url();
    }

    private void catalogueIsDown() {
        for (int i = 0; i < 12; i++) {
            String probe = play.probe("Catalogue").id();
            play.send(new Event.Read("Shop", new Reading.Down(probe, play.now, Duration.ofMillis(9), "503", "")))
                    .after(10);
        }
        assertThat(play.system().alerts()).anyMatch(Alert::firing);
    }

    @Test
    void aChangedProbeWaitsAndTheApprovedOneGoesOn() {
        catalogueIsDown();
        changed(TEXT.replace("/health", "/other"), YAML);

        assertThat(address("Catalogue")).isEqualTo("http://shop.example/health");
        assertThat(play.system().alerts()).anyMatch(Alert::firing);
        assertThat(play.system().trust().waiting()).singleElement().satisfies(i -> {
            assertThat(i.text()).contains("/other");
            assertThat(i.before()).contains("/health");
        });
        play.effects.clear();
        play.send(new Event.ApproveTrust("Shop"));
        assertThat(address("Catalogue")).isEqualTo("http://shop.example/other");
        assertThat(play.system().services().getFirst().health().state()).isEqualTo(Health.State.UNKNOWN);
        assertThat(play.effects).hasAtLeastOneElementOfType(Effect.Approve.class);
    }

    @Test
    void aSecondChangeOfWhatWaitsStillLeavesTheApprovedOne() {
        changed(TEXT.replace("/health", "/other"), YAML);
        changed(TEXT.replace("/health", "/third"), YAML);
        assertThat(address("Catalogue")).isEqualTo("http://shop.example/health");
    }

    @Test
    void changedCommandsAreShownAgainstWhatStoodThereAndNewOnesAsNew() {
        changed(TEXT.replace("echo two", "echo two -v\n```\n\n```bash\necho three"), YAML);
        assertThat(play.system().trust().waiting())
                .extracting(Trust.Item::text, Trust.Item::before)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("echo two -v", "echo two"),
                        org.assertj.core.groups.Tuple.tuple("echo three", null));
    }

    @Test
    void aProbeIsShownAgainstTheOneOfTheSameNameWhereverItStood() {
        changed(
                TEXT,
                YAML
                        + "services:\n  Lift: {tcp: {host: lift.example, port: 9}}\n  Catalogue: {tcp: {host: shop.example, port: 80}}\n");
        assertThat(play.system().trust().waiting())
                .extracting(Trust.Item::said, Trust.Item::saidBefore)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("Lift: tcp lift.example:9", null),
                        org.assertj.core.groups.Tuple.tuple(
                                "Catalogue: tcp shop.example:80", "Catalogue: http http://shop.example/health"));
    }

    @Test
    void whatWasNeverApprovedIsNewAndNoChange() {
        Play fresh = new Play();
        for (String text : List.of(TEXT, TEXT.replace("/health", "/other"))) {
            Runbook runbook = runbook(text, YAML);
            List<Target> targets = Targets.of(runbook, java.nio.file.Path.of("/srv/shop"), new HashMap<>());
            fresh.send(new Event.Opened(
                    SystemBoardFactory.open(runbook, targets, 1, Approvals.of(runbook, Set.of()), fresh.now)));
        }
        assertThat(fresh.system().trust().waiting()).isNotEmpty().allMatch(i -> i.before() == null);
    }

    @Test
    void anEnvironmentThatIsPointedElsewhereWaitsForItIsTheSameCommandWithOtherConsequences() {
        play.send(new Event.ChooseTarget("Shop", "staging"));
        assertThat(address("Catalogue")).isEqualTo("http://staging.example/health");
        changed(TEXT, YAML.replace("staging.example", "shop.example"));

        assertThat(address("Catalogue")).isEqualTo("http://staging.example/health");
        assertThat(play.system().target().substitutions()).containsValue("staging.example");
        assertThat(play.system().trust().waiting())
                .singleElement()
                .satisfies(i -> assertThat(i.kind()).isEqualTo("setting"));
    }

    @Test
    void theChosenEnvironmentStaysAndOneThatIsGoneIsLeftWithAnEntry() {
        play.send(new Event.ChooseTarget("Shop", "staging"));
        changed(TEXT + "\nMore words.\n", YAML);
        assertThat(play.system().target().id()).isEqualTo("staging");
        changed(TEXT, "environments:\n  production: {kind: production}\n");
        assertThat(play.system().target().id()).isEqualTo("production");
        assertThat(play.details(plantao.journal.Detail.EnvironmentChosen.class)).hasSize(2);
    }

    @Test
    void aCommandOfAVersionThatWasNeverApprovedDoesNotRunAfterAnotherWas() {
        Play other = new Play();
        Runbook first = runbook(TEXT.replace("echo one", "rm -rf /srv"), "");
        Runbook second = runbook(TEXT, "");
        List<Target> targets = Targets.of(first, java.nio.file.Path.of("/srv/shop"), new HashMap<>());
        other.send(
                new Event.Opened(SystemBoardFactory.open(first, targets, 1, Approvals.of(first, Set.of()), other.now)));
        var playbook = first.playbooks().getFirst();
        other.send(new Event.OpenRun("Shop", playbook.title(), playbook.origin().line(), null));
        other.send(new Event.Opened(
                        SystemBoardFactory.open(second, targets, 1, Approvals.of(second, Set.of()), other.now)))
                .send(new Event.ApproveTrust("Shop"));
        other.effects.clear();
        other.send(new Event.RunStep(other.system().runs().getFirst().id(), 0, true));

        assertThat(other.effects).noneMatch(Effect.StartStep.class::isInstance);
        assertThat(other.board.notices().getFirst().text()).contains("until its commands are approved");
    }

    @Test
    void aNewTitleDoesNotCutTheShiftOff() {
        play.send(new Event.StartShift("Shop", "Ana"));
        changed(TEXT.replace("# Shop", "# Another name"), YAML);
        assertThat(play.board.systems())
                .singleElement()
                .satisfies(s -> assertThat(s.name()).isEqualTo("Shop"));
        assertThat(play.board.shift()).isPresent();
    }

    @Test
    void twoFoldersOfTheSameNameAreTwoSystems() {
        Runbook twin = RunbookReader.read("/srv/other/place", Map.of("runbook.md", TEXT));
        play.send(new Event.Opened(SystemBoardFactory.open(
                twin, Targets.of(twin, java.nio.file.Path.of("/"), Map.of()), 1, Trust.FULL, play.now)));
        assertThat(play.board.systems()).extracting(SystemBoard::name).containsExactly("Shop", "Shop (place)");
    }
}
