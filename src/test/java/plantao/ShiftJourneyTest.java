package plantao;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;
import plantao.desk.Event;
import plantao.desk.Previews;
import plantao.journal.Detail;
import plantao.journal.Handoff;
import plantao.journal.Incident;
import plantao.journal.ItemState;
import plantao.journal.ItemState.Status;
import plantao.journal.Journal;
import plantao.store.Folders;
import plantao.ui.Window;
import plantao.ui.fx.Fonts;
import plantao.ui.fx.Theme;

/// A shift as an operator goes it, in the window and with a real log, from the handoff that is accepted at its
/// start to the one that is accepted after it. Nothing is probed: the runbook is opened and not trusted.
class ShiftJourneyTest {
    private static final String SYSTEM = "Ouvify";

    @TempDir
    Path temp;

    private final MovableClock clock = new MovableClock();
    private final FxRobot robot = new FxRobot();
    private Console console;

    @BeforeEach
    void open() throws Exception {
        WaitForAsyncUtils.clearExceptions(); // of tests before this one, in other rooms
        Folders folders = Homes.in(temp);
        console = new Console(new Console.Setup(
                folders, Path.of("runbooks").toAbsolutePath(), System.getenv(), clock, "Marina Costa"));
        FxToolkit.registerPrimaryStage();
        FxToolkit.setupFixture(() -> {
            Fonts.load();
            Window window = new Window(
                    new Stage(),
                    new Window.Ties(
                            console.board(),
                            console::send,
                            console.outputs(),
                            new DraftDocuments(),
                            Previews::of,
                            () -> {}),
                    Locale.of("pt", "BR"),
                    Theme.LIGHT);
            console.listen(window::show);
            window.open();
        });
        console.send(
                new Event.OpenFolder(Path.of("runbooks/ouvify").toAbsolutePath().toString()));
        until("the runbook is open", () -> console.board().current().isPresent());
        console.send(new Event.StartShift(SYSTEM, "Rafael Lima"));
        console.send(new Event.EndShift(SYSTEM, "Marina Costa", "# Passagem\n\nNada queima.\n"));
        until("a handoff waits", () -> journal().waitingHandoff(SYSTEM).isPresent());
    }

    @AfterEach
    void close() throws Exception {
        console.close();
        FxToolkit.cleanupStages();
        Platform.setImplicitExit(false);
    }

    private Journal journal() {
        return console.board().journal();
    }

    private void until(String what, BooleanSupplier so) {
        long end = System.nanoTime() + 30_000_000_000L;
        while (!so.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited in vain: " + what).isLessThan(end);
            WaitForAsyncUtils.sleep(50, java.util.concurrent.TimeUnit.MILLISECONDS);
        }
        WaitForAsyncUtils.waitForFxEvents();
    }

    private List<Node> shown(String query) {
        return robot.lookup(query).queryAll().stream()
                .filter(ShiftJourneyTest::visible)
                .toList();
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
        until(
                query + " is shown",
                () -> !shown(query).isEmpty() && !shown(query).getFirst().isDisabled());
        robot.clickOn(shown(query).getFirst());
        WaitForAsyncUtils.waitForFxEvents();
    }

    /// Puts words into a field and presses Enter.
    private void say(String query, String words) {
        until(query + " is shown", () -> !shown(query).isEmpty());
        TextInputControl field = (TextInputControl) shown(query).getFirst();
        robot.interact(() -> {
            field.requestFocus();
            field.setText(words);
        });
        robot.type(KeyCode.ENTER);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private Status status(int item) {
        List<ItemState> items = console.board().shift().orElseThrow().items();
        return item < items.size() ? items.get(item).status() : Status.OPEN;
    }

    @Test
    void fromAcceptedHandoffToAcceptedHandoff() {
        click("#rail-shift");
        click("Ler primeiro");
        say("#remark", "O deploy de ontem saiu?");
        until(
                "the question is kept",
                () -> !journal().handoffs().getFirst().remarks().isEmpty());
        click("#accept");
        until(
                "Marina is on call",
                () -> console.board()
                        .shift()
                        .filter(s -> s.operator().equals("Marina Costa"))
                        .isPresent());

        until("the checklist is shown", () -> shown(".check-row").size() > 6);
        robot.interact(() -> shown(".check-row").getFirst().requestFocus());
        robot.type(KeyCode.SPACE);
        until("the first item is ticked", () -> status(0) == Status.TICKED);
        robot.type(KeyCode.J).type(KeyCode.F);
        say(".row-ask", "23:59 o painel responde 503");
        until("the second is put off", () -> status(1) == Status.DEFERRED);
        robot.type(KeyCode.J).type(KeyCode.S);
        say(".row-ask", "sem métricas hoje");
        until("the third is left out", () -> status(2) == Status.SKIPPED);
        robot.type(KeyCode.K).type(KeyCode.K).type(KeyCode.SPACE);
        until("the tick is taken back", () -> status(0) == Status.OPEN);

        robot.type(KeyCode.D).type(KeyCode.ENTER);
        until("an incident is declared", () -> console.board().incident().isPresent());
        until("the strip tells of it", () -> !shown(".incident-strip").isEmpty());
        clock.advance(Duration.ofMinutes(31));
        robot.type(KeyCode.X);
        until(
                "somebody was called",
                () -> journal().entries().stream().anyMatch(e -> e.detail() instanceof Detail.Escalated));
        robot.type(KeyCode.C);
        until("whom to call is shown", () -> !shown("SRE Lead").isEmpty());
        robot.type(KeyCode.ESCAPE);
        Incident incident = console.board().incident().orElseThrow();
        console.send(new Event.ResolveIncident(incident.id()));
        console.send(new Event.CloseIncident(incident.id(), ""));

        click("#rail-shift");
        click("#end");
        say("#to", "Rafael Lima");
        click("#end");
        until(
                "the handoff waits",
                () -> journal().handoffs().size() == 2
                        && console.board().shift().isEmpty());
        Handoff handoff = journal().waitingHandoff(SYSTEM).orElseThrow();
        assertThat(handoff.markdown())
                .contains("**Nada queima:**", "**Primeiro:** retomar “", "**Prazo:** até")
                .contains("o painel responde 503", "Escalado para SRE Lead", "sem métricas hoje");
        click("#accept");
        until(
                "Rafael is on call",
                () -> console.board()
                        .shift()
                        .filter(s -> s.operator().equals("Rafael Lima"))
                        .isPresent());
        assertThat(journal().handoffs()).allMatch(h -> h.accepted() != null);
        assertThat(journal().deferred(SYSTEM))
                .as("what was put off is still open")
                .hasSize(1);
        until("all is saved", () -> console.board().unsaved().isEmpty());
    }
}
