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
import plantao.ui.fx.Desktop;
import plantao.ui.fx.Fonts;
import plantao.ui.fx.Screen;
import plantao.ui.fx.Texts;

/// Starts a shift: the name is there already, Enter does it. A handoff that waits is offered first.
final class StartCard extends VBox {
    private final TextField name = new TextField();
    private final Button start;
    private final HBox waiting = new HBox();
    private final Label waitingText = new Label();

    StartCard(Desktop desktop, Texts texts) {
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
        start.getStyleClass().addAll("large", "accent");
        start.setMinHeight(40);
        start.disableProperty().bind(name.textProperty().map(String::isBlank));
        start.setOnAction(_ -> desktop.send(
                new Event.StartShift(desktop.now().selected(), name.getText().strip())));
        name.setOnAction(_ -> start.fire());
        HBox line = new HBox(12, name, start);
        HBox.setHgrow(name, Priority.SOMETIMES);
        name.setMaxWidth(420);
        line.setAlignment(Pos.CENTER_LEFT);
        waitingText.getStyleClass().add("t-body");
        waitingText.setWrapText(true);
        waitingText.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(waitingText, Priority.ALWAYS);
        Button read = new Button(texts.get("start.read"));
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
        waiting.setVisible(handoff != null);
        waiting.setManaged(handoff != null);
        if (handoff != null) {
            waitingText.setText(texts.get("start.waiting", Fonts.drawable(handoff.from())));
        }
    }

    boolean focused() {
        return name.isFocused() || start.isFocused();
    }

    /// Puts the cursor where Enter starts the shift.
    void focus() {
        name.requestFocus();
        name.selectAll();
    }
}
