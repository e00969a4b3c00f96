package plantao;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;
import plantao.desk.Previews;
import plantao.ui.Window;
import plantao.ui.fx.Fonts;
import plantao.ui.fx.Theme;

/// The window on a real console, gone through as an operator does: what is not there yet is waited for.
final class JourneyWindow implements AutoCloseable {
    private final FxRobot robot = new FxRobot();
    private final Console console;

    private JourneyWindow(Console console) {
        this.console = console;
    }

    /// Opens the window.
    ///
    /// @param before the window is shown: what it needs besides
    static JourneyWindow open(Console console, Locale language, Consumer<Window> before) throws TimeoutException {
        WaitForAsyncUtils.clearExceptions(); // of tests before this one, in other rooms
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
                    language,
                    Theme.LIGHT);
            before.accept(window);
            console.listen(window::show);
            window.open();
        });
        return new JourneyWindow(console);
    }

    @Override
    public void close() throws TimeoutException {
        console.close();
        FxToolkit.cleanupStages();
        Platform.setImplicitExit(false);
    }

    /// Waits until something is so; the board is told when it has not come within two minutes.
    void until(String what, BooleanSupplier so) {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
        while (!so.getAsBoolean()) {
            assertThat(System.nanoTime())
                    .as("waited in vain: %s; the board: %s", what, console.board())
                    .isLessThan(end);
            WaitForAsyncUtils.sleep(50, TimeUnit.MILLISECONDS);
        }
        WaitForAsyncUtils.waitForFxEvents();
    }

    /// What can be seen of what a selector or a label names.
    List<Node> shown(String query) {
        return robot.lookup(query).queryAll().stream()
                .filter(JourneyWindow::visible)
                .toList();
    }

    /// Whether some label that can be seen holds these words.
    boolean reads(String words) {
        return robot.lookup((Node n) -> n instanceof Labeled l
                        && l.getText() != null
                        && l.getText().contains(words)
                        && visible(n))
                .tryQuery()
                .isPresent();
    }

    void click(String query) {
        until(
                query + " is shown",
                () -> !shown(query).isEmpty() && !shown(query).getFirst().isDisabled());
        robot.clickOn(shown(query).getFirst());
        WaitForAsyncUtils.waitForFxEvents();
    }

    /// Puts words into a field and presses Enter.
    void say(String query, String words) {
        until(query + " is shown", () -> !shown(query).isEmpty());
        TextInputControl field = (TextInputControl) shown(query).getFirst();
        robot.interact(() -> {
            field.requestFocus();
            field.setText(words);
        });
        type(KeyCode.ENTER);
    }

    void focus(Node node) {
        robot.interact(node::requestFocus);
    }

    /// Presses keys one after the other.
    void type(KeyCode... keys) {
        for (KeyCode key : keys) {
            robot.type(key);
        }
        WaitForAsyncUtils.waitForFxEvents();
    }

    /// Presses a key with others held.
    void chord(KeyCode key, KeyCode... held) {
        robot.press(held).type(key).release(held);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static boolean visible(Node node) {
        for (Node n = node; n != null; n = n.getParent()) {
            if (!n.isVisible()) {
                return false;
            }
        }
        return node.getScene() != null;
    }
}
