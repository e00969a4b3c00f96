package plantao.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;
import plantao.desk.Board;
import plantao.desk.Event;
import plantao.playbook.Outputs;
import plantao.ui.fx.Fonts;
import plantao.ui.fx.Theme;
import plantao.values.ResolvedCommand;

/// A window on a hand-made board that keeps what the operator does: open for the length of each test.
final class WindowStand implements BeforeEachCallback, AfterEachCallback {
    final List<Event> events = new CopyOnWriteArrayList<>();
    volatile Window window;
    volatile int closed;

    private final FxRobot robot = new FxRobot();
    private final Board first;

    WindowStand(Board first) {
        this.first = first;
    }

    @Override
    public void beforeEach(ExtensionContext test) throws TimeoutException {
        FxToolkit.registerPrimaryStage();
        open(first);
    }

    @Override
    public void afterEach(ExtensionContext test) throws TimeoutException {
        close();
    }

    /// Opens another window, on another board, instead.
    void reopen(Board board) throws TimeoutException {
        close();
        open(board);
    }

    private void open(Board board) throws TimeoutException {
        FxToolkit.setupFixture(() -> {
            Fonts.load();
            open(new Stage(), board);
        });
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void close() throws TimeoutException {
        robot.release(new KeyCode[0]);
        FxToolkit.setupFixture(() -> window.scene().getWindow().hide());
    }

    private void open(Stage stage, Board board) {
        Window.Ties ties =
                new Window.Ties(board, events::add, new Outputs(), new NoDrafts(), (_, _) -> NOTHING, () -> closed++);
        window = new Window(stage, ties, Locale.ENGLISH, Theme.LIGHT);
        window.open();
    }

    /// Presses the window's close button.
    void requestClose() {
        robot.interact(() -> {
            var stage = window.scene().getWindow();
            stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST));
        });
        WaitForAsyncUtils.waitForFxEvents();
    }

    /// Shows another board and waits until it is drawn.
    void show(Board board) {
        window.show(board);
        WaitForAsyncUtils.waitForFxEvents();
    }

    /// Every word that can be read in the window.
    List<String> words() {
        List<String> words = new ArrayList<>();
        for (Node node : robot.from(window.scene().getRoot())
                .lookup((Node n) -> n instanceof Labeled || n instanceof Text)
                .queryAll()) {
            if (seen(node)) {
                words.add(node instanceof Labeled label ? label.getText() : ((Text) node).getText());
            }
        }
        return words;
    }

    private static boolean seen(Node node) {
        for (Node n = node; n != null; n = n.getParent()) {
            if (!n.isVisible()) {
                return false;
            }
        }
        return true;
    }

    private static final ResolvedCommand NOTHING =
            new ResolvedCommand("", java.util.Map.of(), List.of(), List.of(), List.of(), null);
}
