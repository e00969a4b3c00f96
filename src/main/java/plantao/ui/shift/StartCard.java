package plantao.ui.shift;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import plantao.desk.Board;
import plantao.desk.Event;
import plantao.journal.Handoff;
import plantao.ui.fx.Focus;
import plantao.ui.fx.Fonts;
import plantao.ui.fx.Nodes;
import plantao.ui.fx.Screen;
import plantao.ui.fx.Texts;
import plantao.ui.fx.TypedTime;
import plantao.ui.fx.UiContext;

/// Starts a shift: the name is there already, Enter does it. A handoff that waits is offered first.
final class StartCard extends VBox {
    private final TextField name = new TextField();
    private final TextField until = new TextField();
    private final Button start;
    private final Button read;
    private final HBox waiting = new HBox();
    private final Label waitingText = new Label();

    StartCard(UiContext desktop, Texts texts) {
        getStyleClass().addAll("panel", "accent");
        Label title = new Label(texts.get("start.title"));
        title.getStyleClass().add("t-name");
        HBox header = new HBox(title);
        header.getStyleClass().add("panel-header");
        Label who = new Label(texts.get("start.who"));
        who.getStyleClass().add("t-muted");
        name.getStyleClass().add("large");
        name.setId("shift-operator");
        name.setText(desktop.now().operator());
        name.setPrefWidth(320);
        who.setLabelFor(name);
        Label cap = new Label(texts.get("key.enter"));
        cap.getStyleClass().add("keycap");
        start = new Button(texts.get("start"), cap);
        start.setId("start-shift-now");
        start.setContentDisplay(ContentDisplay.RIGHT);
        start.getStyleClass().add("large");
        start.setMinHeight(40);
        start.disableProperty().bind(name.textProperty().map(String::isBlank));
        start.setOnAction(_ -> desktop.send(new Event.StartShift(
                desktop.now().selected(),
                name.getText().strip(),
                TypedTime.of(until.getText(), desktop.now().now()).at())));
        name.setOnAction(_ -> start.fire());
        until.setOnAction(_ -> start.fire());
        until.setId("shift-until");
        until.getStyleClass().add("large");
        until.setPromptText(texts.get("start.until"));
        until.setPrefWidth(200);
        HBox line = new HBox(12, name, until, start);
        HBox.setHgrow(name, Priority.SOMETIMES);
        name.setMaxWidth(420);
        line.setAlignment(Pos.CENTER_LEFT);
        waitingText.getStyleClass().add("t-body");
        waitingText.setWrapText(true);
        waitingText.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(waitingText, Priority.ALWAYS);
        read = new Button(texts.get("start.read"));
        read.setOnAction(_ -> desktop.navigation().go(Screen.HANDOFFS));
        waiting.getChildren().addAll(new org.kordamp.ikonli.javafx.FontIcon("fth-repeat"), waitingText, read);
        waiting.getStyleClass().addAll("notice", "info");
        Label about = new Label(texts.get("start.about"));
        about.getStyleClass().add("t-muted");
        about.setWrapText(true);
        VBox body = new VBox(8, waiting, who, line, about);
        body.setPadding(new javafx.geometry.Insets(16));
        getChildren().addAll(header, body);
    }

    void show(Board board, Texts texts) {
        @Nullable
        Handoff handoff = board.journal().waitingHandoff(board.selected()).orElse(null);
        Nodes.show(waiting, handoff != null);
        accent(read, handoff != null);
        accent(start, handoff == null);
        if (handoff != null) {
            waitingText.setText(texts.get("start.waiting", Fonts.drawable(handoff.from())));
        }
    }

    /// The one thing to do first: read the handoff that waits, else start.
    private static void accent(Button button, boolean on) {
        button.getStyleClass().remove("accent");
        if (on) {
            button.getStyleClass().add("accent");
        }
    }

    boolean focused() {
        return name.isFocused() || start.isFocused() || until.isFocused() || read.isFocused();
    }

    /// Puts the cursor where Enter reads the handoff that waits, or starts the shift.
    void focus() {
        if (waiting.isVisible()) {
            Focus.on(read);
            return;
        }
        Focus.on(name);
        name.selectAll();
    }
}
