package plantao.ui.frame;

import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import plantao.desk.Event;
import plantao.ui.fx.Texts;
import plantao.ui.fx.UiContext;

/// A note from anywhere.
final class NoteCard {
    private final VBox root;

    NoteCard(UiContext desktop, Texts texts, Runnable close) {
        Label title = new Label(texts.get("note.title"));
        title.getStyleClass().add("t-title");
        TextField field = new TextField();
        field.setId("note-field");
        field.setPromptText(texts.get("note.prompt"));
        field.setOnAction(_ -> {
            if (!field.getText().isBlank()) {
                desktop.send(new Event.AddNote(desktop.now().selected(), field.getText()));
            }
            close.run();
        });
        Label hint = new Label(texts.get("note.hint"));
        hint.getStyleClass().add("t-muted");
        root = new VBox(12, title, field, hint);
        root.getStyleClass().add("dialog-card");
        root.setMaxSize(560, Region.USE_PREF_SIZE);
        root.focusedProperty().addListener(_ -> field.requestFocus());
    }

    Parent root() {
        return root;
    }
}
