package plantao.ui.board;

import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import plantao.alert.Alert;
import plantao.desk.Event;
import plantao.ui.fx.Focus;
import plantao.ui.fx.Fonts;
import plantao.ui.fx.Scrim;
import plantao.ui.fx.Texts;
import plantao.ui.fx.UiContext;

/// Acknowledges an alert with a few words for whoever looks at it next.
final class NotePrompt {
    private final StackPane root;
    private final TextField field = new TextField();

    NotePrompt(UiContext desktop, Texts texts, String system, Alert alert, Runnable close) {
        Label title =
                new Label(texts.get("ack.title", Fonts.drawable(alert.rule().name())));
        title.getStyleClass().add("t-title");
        title.setWrapText(true);
        field.setId("ack-note");
        field.setPromptText(texts.get("ack.prompt"));
        Button acknowledge = new Button(texts.get("alert.acknowledge"));
        acknowledge.getStyleClass().addAll("accent", "large");
        acknowledge.setDefaultButton(true);
        acknowledge.setOnAction(_ -> {
            desktop.send(new Event.Acknowledge(system, alert.rule().id(), field.getText()));
            close.run();
        });
        HBox buttons = Scrim.answers(texts.get("silence.cancel"), close, acknowledge);
        VBox card = new VBox(12, title, field, buttons);
        root = Scrim.over(card, 560, close);
    }

    Parent root() {
        return root;
    }

    void focus() {
        Focus.on(field);
    }
}
