package plantao.ui.playbook;

import java.util.function.Consumer;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import plantao.playbook.Output;
import plantao.playbook.screen.Keys;
import plantao.playbook.screen.Shot;
import plantao.playbook.screen.Terminal;
import plantao.ui.fx.Copy;
import plantao.ui.fx.Focus;

/// The screen of a running step's terminal, and its keyboard. What is typed goes to the program and nowhere else.
final class TerminalView extends Region {
    private static final double FRAME_MILLIS = 33;
    private static final int WHEEL = 3;

    private final Canvas canvas = new Canvas();
    private final TerminalDrawing drawing = new TerminalDrawing();
    private final TerminalChoice choice = new TerminalChoice();
    private final Label text = colour("terminal-text");
    private final Label ground = colour("terminal-ground");
    private final Label accent = colour("terminal-chosen");
    private final Timeline frames = new Timeline(new KeyFrame(Duration.millis(FRAME_MILLIS), _ -> frame()));
    private @Nullable Output output;
    private Shot shot = Shot.EMPTY;
    private long drawn = -1;
    private int back;
    private int rows;
    private int columns;

    /// @param leave is run when the keys that lead back are pressed @param offer types the runbook's next line
    TerminalView(String name, Runnable leave, Runnable offer) {
        getStyleClass().add("terminal");
        Focus.takeAllKeys(this);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.TEXT_AREA);
        setAccessibleText(name);
        getChildren().setAll(text, ground, accent, canvas);
        frames.setCycleCount(Animation.INDEFINITE);
        TerminalKeyboard keyboard = new TerminalKeyboard(this, leave, offer);
        keyboard.listen();
        setOnMousePressed(this::pressed);
        setOnMouseDragged(this::dragged);
        addEventHandler(ScrollEvent.SCROLL, this::wheel);
        focusedProperty().subscribe(this::redraw);
        for (Label colour : new Label[] {text, ground, accent}) {
            colour.textFillProperty().subscribe(this::redraw);
        }
        sceneProperty().subscribe(scene -> {
            if (scene == null) {
                to(null);
            }
        });
    }

    private static Label colour(String style) {
        Label label = new Label();
        label.getStyleClass().add(style);
        label.setVisible(false);
        label.setManaged(false);
        return label;
    }

    /// Shows the terminal of a step; null shows none.
    void to(@Nullable Output step) {
        if (step == output) {
            return;
        }
        output = step;
        drawn = -1;
        back = 0;
        choice.none();
        if (step == null) {
            frames.stop();
        } else {
            tellSize();
            frames.play();
        }
    }

    /// What the program wants keys to be like.
    Shot shot() {
        return shot;
    }

    /// Types what a key or a text means; the screen shows its end again.
    void type(String sent) {
        Output now = output;
        if (now != null && !sent.isEmpty()) {
            scroll(-back);
            choice.none();
            now.type(sent);
        }
    }

    void paste() {
        String pasted = Clipboard.getSystemClipboard().getString();
        if (pasted != null) {
            type(Keys.paste(pasted, shot.pasteMarked()));
        }
    }

    /// Copies what is chosen, or the whole screen.
    void copy() {
        Copy.text(choice.empty() ? String.join("\n", shot.text()) : choice.text(shot));
    }

    /// Towards what went out at the top (positive) or back. @param by rows
    void scroll(int by) {
        if (by != 0) {
            back = Math.max(0, back + by);
            redraw();
        }
    }

    int page() {
        return Math.max(1, rows - 1);
    }

    @Override
    protected void layoutChildren() {
        canvas.setWidth(getWidth());
        canvas.setHeight(getHeight());
        int fit = (int) (getHeight() / drawing.height);
        int wide = (int) (getWidth() / drawing.width);
        if (fit > 0 && wide > 0 && (fit != rows || wide != columns)) {
            rows = fit;
            columns = wide;
            tellSize();
        }
        redraw();
    }

    private void tellSize() {
        Output now = output;
        if (now != null && rows > 0) {
            now.size(rows, columns);
        }
    }

    private void redraw() {
        drawn = -1;
        frame();
    }

    private void frame() {
        Output now = output;
        Terminal terminal = now == null ? null : now.terminal();
        if (terminal == null || terminal.version() == drawn || canvas.getHeight() < drawing.height) {
            return;
        }
        drawn = terminal.version();
        shot = terminal.shot(back);
        back = shot.kept();
        TerminalColours colours = TerminalColours.of(color(text), color(ground));
        int top = back > 0 ? 0 : Math.max(0, shot.lines().size() - rows);
        int chosen = TerminalColours.of(color(accent), color(accent)).text();
        drawing.draw(canvas.getGraphicsContext2D(), shot, top, rows, colours, choice, chosen);
        drawing.cursor(canvas.getGraphicsContext2D(), shot, top, colours, isFocused());
        setAccessibleHelp(
                shot.cursorRow() < 0 ? "" : shot.lines().get(shot.cursorRow()).toString());
    }

    private static Color color(Label label) {
        return label.getTextFill() instanceof Color color ? color : Color.GRAY;
    }

    private void pressed(MouseEvent event) {
        requestFocus();
        if (event.getButton() == MouseButton.PRIMARY) {
            at(event, choice::begin);
        } else if (event.getButton() == MouseButton.MIDDLE) {
            paste();
        }
        event.consume();
    }

    private void dragged(MouseEvent event) {
        if (event.getButton() == MouseButton.PRIMARY) {
            at(event, choice::to);
        }
    }

    private void at(MouseEvent event, Consumer<TerminalChoice.Place> then) {
        int row = Math.clamp((long) (event.getY() / drawing.height), 0, Math.max(0, rows - 1));
        int column = Math.clamp(Math.round(event.getX() / drawing.width), 0, columns);
        then.accept(new TerminalChoice.Place(row, column));
        redraw();
    }

    private void wheel(ScrollEvent event) {
        int by = (int) Math.signum(event.getDeltaY()) * WHEEL;
        if (shot.alternate()) {
            Keys.Key key = by > 0 ? Keys.Key.UP : Keys.Key.DOWN;
            type(Keys.of(key, false, false, false, shot.cursorKeys()).repeat(Math.abs(by)));
        } else {
            scroll(by);
        }
        event.consume();
    }
}
