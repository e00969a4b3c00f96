package plantao.ui.playbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import plantao.desk.Event;
import plantao.desk.Trust;
import plantao.playbook.Output;
import plantao.playbook.screen.Terminal;
import plantao.runbook.read.RunbookReader;
import plantao.ui.fx.Copy;
import plantao.ui.fx.Fonts;
import plantao.ui.fx.Theme;
import plantao.values.Masking;

/// The terminal over a run: when it opens, what reaches the program, how one gets back.
@ExtendWith(ApplicationExtension.class)
class TerminalPaneTest {
    private static final String TEXT = """
            # Padaria

            ## Playbooks

            ### SEV2: Fila parada

            **Diagnóstico**

            ```bash
            redis-cli -h {host}
            LLEN fornadas-{host}
            INFO memory
            ```
            """;

    private final Bench bench = new Bench(
            RunbookReader.read("padaria", Map.of("padaria.md", TEXT, "console.yaml", "system:\n  name: Padaria\n")),
            Trust.FULL);
    private final List<String> typed = new CopyOnWriteArrayList<>();
    private final Terminal terminal = new Terminal(40, 120, Masking.NONE);
    private Scene scene;

    @Start
    void start(Stage stage) {
        Fonts.load();
        PlaybooksView view = new PlaybooksView(bench.desktop(Locale.ENGLISH));
        scene = new Scene(view.root(), 1200, 720);
        Theme.DARK.applyTo(scene);
        stage.setScene(scene);
        stage.show();
        stage.requestFocus();
        view.shown(null);
    }

    private static void onFx(Runnable work) {
        WaitForAsyncUtils.waitForAsyncFx(5000, work);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void await(FxRobot robot, String id, boolean shown) throws Exception {
        WaitForAsyncUtils.waitFor(
                20,
                TimeUnit.SECONDS,
                () -> robot.lookup(id)
                                .tryQuery()
                                .map(n -> n.getParent().isVisible() && shown(n))
                                .orElse(false)
                        == shown);
    }

    private static boolean shown(javafx.scene.Node node) {
        for (javafx.scene.Node n = node; n != null; n = n.getParent()) {
            if (!n.isVisible()) {
                return false;
            }
        }
        return true;
    }

    private String all() {
        return String.join("", typed);
    }

    @Test
    void aSessionIsTypedIntoAndItsLinesAreOffered(FxRobot robot) throws Exception {
        onFx(() -> bench.open("Fila"));
        onFx(() -> bench.happen(new Event.GiveValue(bench.run().id(), "host", "r1")));
        robot.push(KeyCode.CONTROL, KeyCode.ENTER);
        assertThat(bench.sent.stream().filter(Event.RunStep.class::isInstance).map(Event.RunStep.class::cast))
                .singleElement()
                .matches(Event.RunStep::session);
        onFx(() -> {
            Output output = bench.outputs.of(bench.run().id(), 0);
            output.keyboard(typed::add);
            output.terminal(terminal, true);
            char[] prompt = "r1:6379> ".toCharArray();
            terminal.take(prompt, 0, prompt.length);
        });
        await(robot, "#terminal", true);

        List<KeyCode> escaped = new CopyOnWriteArrayList<>();
        onFx(() -> scene.addEventHandler(KeyEvent.KEY_PRESSED, e -> escaped.add(e.getCode())));
        robot.type(KeyCode.N, KeyCode.F1, KeyCode.UP, KeyCode.TAB, KeyCode.ESCAPE, KeyCode.SPACE, KeyCode.ENTER);
        robot.push(KeyCode.CONTROL, KeyCode.K)
                .push(KeyCode.CONTROL, KeyCode.DIGIT3)
                .push(KeyCode.CONTROL, KeyCode.C);
        assertThat(all()).isEqualTo("n\u001bOP\u001b[A\t\u001b \r\u000b\u001b\u0003");
        assertThat(escaped).as("keys that the window would answer to as well").isEmpty();
        typed.clear();
        robot.push(KeyCode.ALT, KeyCode.ENTER).clickOn("#offered-2").write("é");
        assertThat(all()).isEqualTo("LLEN fornadas-r1INFO memoryé");
        assertThat(terminal.shot(0).columns()).as("told how much room there is").isNotEqualTo(120);

        typed.clear();
        onFx(() -> Copy.text("INFO cpu\nINFO clients"));
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.V);
        await(robot, "#paste-lines", true);
        assertThat(typed).as("several lines are shown before they are sent").isEmpty();
        robot.push(KeyCode.ESCAPE);
        await(robot, "#terminal", true);
        await(robot, "#paste-lines", false);
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.V).clickOn("#paste-all");
        assertThat(all()).isEqualTo("INFO cpu\rINFO clients");
        typed.clear();
        onFx(() -> Copy.text("one"));
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.V);
        assertThat(all()).isEqualTo("one");

        robot.push(KeyCode.SHIFT, KeyCode.ESCAPE);
        await(robot, "#terminal", false);
        await(robot, "#enter-terminal", true);
        robot.push(KeyCode.T);
        await(robot, "#terminal", true);
        onFx(() -> bench.outputs.of(bench.run().id(), 0).keyboard(null));
        await(robot, "#terminal", false);
    }
}
