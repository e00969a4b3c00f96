package plantao.ui.playbook;

import java.util.function.Consumer;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
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
import plantao.playbook.screen.ScreenSnapshot;
import plantao.playbook.screen.Terminal;
import plantao.ui.fx.Copy;
import plantao.ui.fx.Focus;

/// The screen of a running step's terminal, and its keyboard. What is typed goes to the program and nowhere else.
final class TerminalView extends Region {
    private static final double FRAME_MILLIS = 33;
    /// One notch of a wheel, in pixels, and what it moves by, in rows.
    private static final double NOTCH = 40;

    private static final int WHEEL = 3;

    private final Canvas canvas = new Canvas();
    private final TerminalDrawing drawing = new TerminalDrawing();
    private final TerminalChoice choice = new TerminalChoice();
    private final Label text = colour("terminal-text");
    private final Label ground = colour("terminal-ground");
    private final Label accent = colour("terminal-chosen");
    private final Timeline frames = new Timeline(new KeyFrame(Duration.millis(FRAME_MILLIS), _ -> frame()));
    private @Nullable Output output;
    private ScreenSnapshot shot = ScreenSnapshot.EMPTY;
    private long drawn = -1;
    private int back;
    private final ReadOnlyIntegerWrapper rowsBack = new ReadOnlyIntegerWrapper();
    private int rows;
    private int columns;
    private double turned;
    private boolean choosing;
    private String chosen = "";
    private final Consumer<String> several;

    /// @param leave is run when the keys that lead back are pressed
    /// @param offer types the runbook's next line
    /// @param several is given a paste whose lines the program would take one by one
    TerminalView(String name, Runnable leave, Runnable offer, Consumer<String> several) {
        this.several = several;
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
        setOnMouseReleased(_ -> released());
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
        shot = ScreenSnapshot.EMPTY;
        choosing = false;
        choice.none();
        if (step == null) {
            frames.stop();
        } else {
            tellSize();
            frames.play();
        }
    }

    /// What the program wants keys to be like.
    ScreenSnapshot shot() {
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
        if (pasted != null && Keys.lines(pasted) > 1 && !shot.pasteMarked()) {
            several.accept(pasted);
        } else if (pasted != null) {
            put(pasted);
        }
    }

    /// Pastes this.
    void put(String pasted) {
        type(Keys.paste(pasted, shot.pasteMarked()));
    }

    /// Copies what is chosen, or the whole screen.
    void copy() {
        Copy.text(choice.empty() ? String.join("\n", shot.text()) : chosen);
    }

    /// Towards what went out at the top (positive) or back.
    ///
    /// @param by rows
    void scroll(int by) {
        if (by != 0) {
            back = Math.max(0, back + by);
            redraw();
        }
    }

    /// How many rows above its end it shows.
    ReadOnlyIntegerProperty rowsBack() {
        return rowsBack.getReadOnlyProperty();
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
        boolean still = choosing && drawn >= 0;
        if (terminal == null || still || terminal.version() == drawn || canvas.getHeight() < drawing.height) {
            return;
        }
        drawn = terminal.version();
        if (!choosing) {
            shot = terminal.shot(back, shot.gone());
            back = shot.kept();
            rowsBack.set(back);
            if (!choice.empty() && !choice.text(shot).equals(chosen)) {
                choice.none(); // other text stands there now
            }
        }
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
            choosing = true;
            at(event, choice::begin);
            if (event.getClickCount() > 1) {
                int column = (int) (event.getX() / drawing.width);
                at(event, place -> whole(new TerminalChoice.Place(place.row(), column), event.getClickCount() == 2));
            }
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

    private void whole(TerminalChoice.Place place, boolean word) {
        if (place.row() < shot.lines().size()) {
            ScreenSnapshot.Line line = shot.lines().get(place.row());
            if (word) {
                choice.word(place, line);
            } else {
                choice.row(place, line);
            }
        }
    }

    /// While something is being chosen the picture stands still; what was chosen is kept as it was then.
    private void released() {
        if (choosing) {
            chosen = choice.text(shot);
            choosing = false;
            redraw();
        }
    }

    private void at(MouseEvent event, Consumer<TerminalChoice.Place> then) {
        int row = Math.clamp((long) (event.getY() / drawing.height), 0, Math.max(0, rows - 1));
        int column = Math.clamp(Math.round(event.getX() / drawing.width), 0, columns);
        then.accept(new TerminalChoice.Place(row, column));
        redraw();
    }

    private void wheel(ScrollEvent event) {
        turned += event.getDeltaY() / NOTCH * WHEEL;
        int by = (int) turned;
        turned -= by;
        if (shot.alternate()) {
            Keys.Key key = by > 0 ? Keys.Key.UP : Keys.Key.DOWN;
            type(Keys.of(key, false, false, false, shot.cursorKeys()).repeat(Math.abs(by)));
        } else {
            scroll(by);
        }
        event.consume();
    }
}
