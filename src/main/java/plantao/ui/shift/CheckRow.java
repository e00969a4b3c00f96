package plantao.ui.shift;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import plantao.desk.Event;
import plantao.journal.Tick;
import plantao.runbook.Command;
import plantao.ui.fx.Copy;
import plantao.ui.fx.Desktop;
import plantao.ui.fx.Figures;
import plantao.ui.fx.Fonts;
import plantao.ui.fx.Mark;
import plantao.ui.fx.Texts;

/// An item to tick: click or Space ticks it and takes the tick back, E ticks it with evidence.
final class CheckRow extends HBox {
    private static final double WHO = 132;

    private final Desktop desktop;
    private final Texts texts;
    private final Figures figures;
    private final Mark mark = new Mark(Mark.Kind.TODO, 16);
    private final Label name = new Label();
    private final Label about = new Label();
    private final VBox body = new VBox(2);
    private final Label who = new Label();
    private final Label time = new Label();
    private final Button evidence;
    private final BooleanProperty open = new SimpleBooleanProperty(true);
    private @Nullable TextField field;
    private @Nullable Item shown;

    CheckRow(Desktop desktop, Texts texts, Item item) {
        this.desktop = desktop;
        this.texts = texts;
        this.figures = desktop.figures();
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.CHECK_BOX);
        name.getStyleClass().add("t-name");
        name.setWrapText(true);
        name.setText(Fonts.drawable(item.item().text()));
        about.getStyleClass().add("t-muted");
        about.setWrapText(true);
        body.getChildren().addAll(name, about);
        item.item().commands().stream().map(this::command).forEach(body.getChildren()::add);
        HBox.setHgrow(body, Priority.ALWAYS);
        evidence = new Button(texts.get("evidence"));
        evidence.getStyleClass().add("small");
        evidence.setFocusTraversable(false);
        evidence.setOnAction(_ -> askEvidence());
        Label cap = new Label("E");
        cap.getStyleClass().add("keycap");
        evidence.setGraphic(cap);
        evidence.setContentDisplay(ContentDisplay.RIGHT);
        evidence.visibleProperty().bind(hoverProperty().or(focusedProperty()).and(open));
        who.getStyleClass().add("t-dense");
        who.setWrapText(true);
        who.setMinWidth(WHO);
        who.setPrefWidth(WHO);
        who.setMaxWidth(WHO);
        time.getStyleClass().addAll("t-dense", "t-right");
        time.setMinWidth(44);
        time.setPrefWidth(44);
        HBox by = new HBox(12, who, time);
        by.setAlignment(Pos.CENTER_RIGHT);
        StackPane side = new StackPane(by, evidence);
        side.setAlignment(Pos.CENTER_RIGHT);
        side.setMinWidth(WHO + 56);
        getChildren().addAll(mark, body, side);
        addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY && event.isStillSincePress()) {
                requestFocus();
                toggle();
            }
        });
    }

    void show(Item item) {
        shown = item;
        Tick tick = item.tick();
        getStyleClass().setAll("check-row", tick == null ? "todo" : "done");
        mark.setKind(tick == null ? Mark.Kind.TODO : Mark.Kind.DONE);
        setAccessibleText(item.item().text() + ", " + texts.get(tick == null ? "todo" : "done"));
        String line = texts.get("line", String.valueOf(item.line()));
        String details = item.item().details().isEmpty()
                ? ""
                : Fonts.drawable(String.join(" · ", item.item().details())) + " · ";
        String said = tick == null || tick.evidence() == null || tick.evidence().isBlank()
                ? ""
                : texts.get("evidence.said", Fonts.drawable(tick.evidence())) + " · ";
        about.setText(said + details + line);
        who.setText(tick == null ? "" : Fonts.drawable(tick.by()));
        time.setText(tick == null ? "" : figures.utcShort(tick.at()));
        time.setTooltip(tick == null ? null : new Tooltip(figures.exact(tick.at())));
        open.set(tick == null);
        if (tick != null) {
            closeEvidence();
        }
    }

    private HBox command(Command command) {
        Label text = new Label(command.text());
        text.getStyleClass().add("t-mono");
        text.setWrapText(true);
        HBox.setHgrow(text, Priority.ALWAYS);
        Button copy = new Button(texts.get("copy"), new FontIcon("fth-copy"));
        copy.getStyleClass().addAll("small", "link");
        copy.setFocusTraversable(false);
        copy.setOnAction(_ -> Copy.text(command.text()));
        HBox row = new HBox(8, text, copy);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private void pressed(KeyEvent event) {
        if (event.getTarget() != this || event.isControlDown()) {
            return;
        }
        if (event.getCode() == KeyCode.SPACE || event.getCode() == KeyCode.ENTER) {
            toggle();
            event.consume();
        } else if (event.getCode() == KeyCode.E && shown != null && !shown.done()) {
            askEvidence();
            event.consume();
        }
    }

    private void toggle() {
        if (shown != null) {
            String system = desktop.now().selected();
            desktop.send(
                    shown.done()
                            ? new Event.UntickItem(system, shown.line())
                            : new Event.TickItem(system, shown.line(), null));
        }
    }

    private void askEvidence() {
        if (field != null) {
            field.requestFocus();
            return;
        }
        TextField asked = new TextField();
        asked.setPromptText(texts.get("evidence.prompt"));
        asked.setOnAction(_ -> {
            if (shown != null) {
                String text = asked.getText().strip();
                desktop.send(new Event.TickItem(desktop.now().selected(), shown.line(), text.isEmpty() ? null : text));
            }
        });
        asked.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                closeEvidence();
                event.consume();
            }
        });
        asked.setOnMouseClicked(javafx.event.Event::consume);
        field = asked;
        body.getChildren().add(asked);
        asked.requestFocus();
    }

    private void closeEvidence() {
        if (field != null) {
            boolean focused = field.isFocused();
            body.getChildren().remove(field);
            field = null;
            if (focused) {
                requestFocus();
            }
        }
    }
}
