package plantao;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plantao.alert.Alert;
import plantao.alert.Health;
import plantao.desk.SystemBoard;
import plantao.playbook.Run;
import plantao.playbook.StepState;
import plantao.store.Folders;

/// The first chain as an operator goes it, with mouse and keys, in the window, on the real practice stack.
class JourneyTest {
    @TempDir
    Path temp;

    private final MovableClock clock = new MovableClock();
    private Console console;
    private JourneyWindow window;

    @BeforeEach
    void open() throws Exception {
        Folders folders = Homes.withCache(temp);
        console = new Console(new Console.Setup(
                folders, Path.of("runbooks").toAbsolutePath(), System.getenv(), clock, "Marina Costa"));
        window = JourneyWindow.open(console, Locale.ENGLISH, _ -> {});
    }

    @AfterEach
    void close() throws Exception {
        window.close();
    }

    private SystemBoard system() {
        return console.board().current().orElseThrow();
    }

    private Run run() {
        return system().runs().getLast();
    }

    private StepState.Status step(int index) {
        return run().states().get(index).status();
    }

    private boolean firing() {
        return system().alerts().stream().anyMatch(Alert::firing);
    }

    private boolean down() {
        return system().services().stream().anyMatch(t -> t.health().state() == Health.State.DOWN);
    }

    /// Presses A for the first alert that waits: others may begin to fire meanwhile.
    private boolean acknowledged() {
        if (system().activeAlerts().stream().noneMatch(Alert::unacknowledged)) {
            return true;
        }
        window.type(KeyCode.A);
        return false;
    }

    @Test
    void fromTheAlertToTheHandoff() throws IOException {
        window.click("Start practising");
        window.until("the stack runs", () -> !console.board().systems().isEmpty());
        window.until(
                "all probed services are up",
                () -> system().services().stream()
                        .filter(t -> t.probe() != null)
                        .allMatch(t -> t.health().state() == Health.State.UP));
        window.click("Start a shift");
        window.click("#start-shift-now");
        window.until("the shift is on", () -> console.board().shift().isPresent());

        window.click("#rail-practice");
        window.click("#begin-backend-down");
        window.click("#rail-board");
        window.until("the service is down", this::down);
        clock.advance(Duration.ofSeconds(15)); // the hold time, shortened by practice to 12 s
        window.until("the alert fires", this::firing);

        window.until("every alert that fires is acknowledged", this::acknowledged);
        window.type(KeyCode.D, KeyCode.ENTER);
        window.until(
                "the incident is declared", () -> console.board().incident().isPresent());
        window.click("Playbook");
        window.until("its playbook is open", () -> !system().runs().isEmpty());
        assertThat(run().title()).contains("API");

        window.click("#run-step");
        window.until("the first look failed, as it should", () -> step(0) == StepState.Status.FAILED);
        window.click("#mark-done");
        window.chord(KeyCode.ENTER, KeyCode.CONTROL);
        window.until("the log was read", () -> step(1) == StepState.Status.DONE);
        assertThat(Objects.requireNonNull(run().states().get(1).excerpt())).isNotBlank();
        window.click("#mark-done");
        window.until("the third step is done by hand", () -> step(2) == StepState.Status.DONE);
        window.click("#run-step");
        window.until("it asks before it does harm", () -> run().asking() != null);
        assertThat(step(3)).isEqualTo(StepState.Status.TODO);
        window.click("#confirm-run");
        window.until("the rollback went well", () -> step(3) == StepState.Status.DONE);
        window.until("the alert clears by itself", () -> !firing());

        window.click("#rail-incidents");
        window.click("#resolve");
        window.until(
                "the incident is resolved",
                () -> console.board().incident().orElseThrow().resolved() != null);
        window.click("#export");
        window.click("#close");
        window.click("#closeAnyway");
        window.until("the incident is closed", () -> console.board().incident().isEmpty());
        window.click("#rail-handoffs");
        window.click("#export");
        window.click("#end");
        window.until("the shift has ended", () -> console.board().shift().isEmpty());
        window.until("all is saved", () -> console.board().unsaved().isEmpty());
        window.until("both documents are written", () -> documents().size() == 2);

        String handoff = read("handoff");
        assertThat(handoff)
                .startsWith("# Handoff")
                .contains("API Down")
                .contains("exit 0")
                .contains("rollback");
        String postmortem = read("api-nao-responde");
        assertThat(postmortem)
                .startsWith("# Incidente: API não responde")
                .contains("saída 7")
                .contains("saída 0")
                .contains("Marina Costa")
                .contains("{preencher");
    }

    private List<Path> documents() {
        Path folder = console.data().resolve("documents");
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private String read(String word) throws IOException {
        return Files.readString(documents().stream()
                .filter(f -> f.getFileName().toString().contains(word))
                .findFirst()
                .orElseThrow());
    }
}
