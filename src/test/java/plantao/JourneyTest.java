package plantao;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;
import plantao.alert.Alert;
import plantao.alert.Health;
import plantao.desk.Previews;
import plantao.desk.SystemBoard;
import plantao.playbook.Run;
import plantao.playbook.StepState;
import plantao.store.Folders;
import plantao.ui.Window;
import plantao.ui.fx.Fonts;
import plantao.ui.fx.Theme;

/// The first chain as an operator goes it, with mouse and keys, in the window, on the real practice stack.
class JourneyTest {
    @TempDir
    Path temp;

    private final MovableClock clock = new MovableClock();
    private final FxRobot robot = new FxRobot();
    private Console console;

    @BeforeEach
    void open() throws Exception {
        WaitForAsyncUtils.clearExceptions(); // of tests before this one, in other rooms
        Folders folders = Homes.withCache(temp);
        console = new Console(new Console.Setup(
                folders, Path.of("runbooks").toAbsolutePath(), System.getenv(), clock, "Marina Costa"));
        FxToolkit.registerPrimaryStage();
        FxToolkit.setupFixture(() -> {
            Fonts.load();
            Stage stage = new Stage();
            Window window = new Window(
                    stage,
                    new Window.Ties(
                            console.board(),
                            console::send,
                            console.outputs(),
                            new DraftDocuments(),
                            Previews::of,
                            () -> {}),
                    Locale.ENGLISH,
                    Theme.LIGHT);
            console.listen(window::show);
            window.open();
        });
    }

    @AfterEach
    void close() throws Exception {
        console.close();
        FxToolkit.cleanupStages();
        Platform.setImplicitExit(false);
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
        robot.type(KeyCode.A);
        WaitForAsyncUtils.waitForFxEvents();
        return false;
    }

    private void until(String what, int seconds, BooleanSupplier so) {
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        while (!so.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited in vain: " + what).isLessThan(end);
            WaitForAsyncUtils.sleep(50, java.util.concurrent.TimeUnit.MILLISECONDS);
        }
        WaitForAsyncUtils.waitForFxEvents();
    }

    private boolean shown(String query) {
        return robot.lookup(query).queryAll().stream().anyMatch(JourneyTest::visible);
    }

    private static boolean visible(Node node) {
        for (Node n = node; n != null; n = n.getParent()) {
            if (!n.isVisible()) {
                return false;
            }
        }
        return node.getScene() != null;
    }

    private void click(String query) {
        until(query + " is shown", 20, () -> shown(query) && !button(query).isDisabled());
        robot.clickOn(button(query));
        WaitForAsyncUtils.waitForFxEvents();
    }

    private Node button(String query) {
        return robot.lookup(query).queryAll().stream()
                .filter(JourneyTest::visible)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void fromTheAlertToTheHandoff() throws IOException {
        click("Start practising");
        until("the stack runs", 120, () -> !console.board().systems().isEmpty());
        until(
                "all probed services are up",
                60,
                () -> system().services().stream()
                        .filter(t -> t.probe() != null)
                        .allMatch(t -> t.health().state() == Health.State.UP));
        click("Start a shift");
        click("#start-shift-now");
        until("the shift is on", 10, () -> console.board().shift().isPresent());

        click("#rail-practice");
        click("#begin-backend-down");
        click("#rail-board");
        until("the service is down", 60, this::down);
        clock.advance(Duration.ofSeconds(15)); // the hold time, shortened by practice to 12 s
        until("the alert fires", 30, this::firing);

        until("every alert that fires is acknowledged", 20, this::acknowledged);
        robot.type(KeyCode.D).type(KeyCode.ENTER);
        until("the incident is declared", 10, () -> console.board().incident().isPresent());
        click("Playbook");
        until("its playbook is open", 10, () -> !system().runs().isEmpty());
        assertThat(run().title()).contains("API");

        click("#run-step");
        until("the first look failed, as it should", 60, () -> step(0) == StepState.Status.FAILED);
        click("#mark-done");
        robot.press(KeyCode.CONTROL).type(KeyCode.ENTER).release(KeyCode.CONTROL);
        until("the log was read", 60, () -> step(1) == StepState.Status.DONE);
        assertThat(Objects.requireNonNull(run().states().get(1).excerpt())).isNotBlank();
        click("#mark-done");
        until("the third step is done by hand", 10, () -> step(2) == StepState.Status.DONE);
        click("#run-step");
        until("it asks before it does harm", 10, () -> run().asking() != null);
        assertThat(step(3)).isEqualTo(StepState.Status.TODO);
        click("#confirm-run");
        until("the rollback went well", 60, () -> step(3) == StepState.Status.DONE);
        until("the alert clears by itself", 60, () -> !firing());

        click("#rail-incidents");
        click("#resolve");
        until(
                "the incident is resolved",
                10,
                () -> console.board().incident().orElseThrow().resolved() != null);
        click("#export");
        click("#close");
        click("#closeAnyway");
        until("the incident is closed", 10, () -> console.board().incident().isEmpty());
        click("#rail-handoffs");
        click("#export");
        click("#end");
        until("the shift has ended", 10, () -> console.board().shift().isEmpty());
        until("all is saved", 20, () -> console.board().unsaved().isEmpty());
        until("both documents are written", 20, () -> documents().size() == 2);

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
