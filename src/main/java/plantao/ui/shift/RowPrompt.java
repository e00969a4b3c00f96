package plantao.ui.shift;

import java.util.function.Consumer;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import plantao.ui.fx.Texts;

/// The one line a row asks for; Enter says it, Esc leaves.
final class RowPrompt {
    private final VBox body;
    private final Texts texts;
    private final Runnable left;
    private @Nullable TextField field;

    /// @param body what the line is added to
    /// @param left puts the focus back on the row
    RowPrompt(VBox body, Texts texts, Runnable left) {
        this.body = body;
        this.texts = texts;
        this.left = left;
    }

    void ask(ItemAct act, String first, Consumer<String> said) {
        close();
        TextField asked = new TextField(first);
        asked.setPromptText(texts.get(act.key() + ".prompt"));
        asked.getStyleClass().add("row-ask");
        asked.setOnAction(_ -> {
            if (act.enough(asked.getText())) {
                close();
                said.accept(asked.getText());
            }
        });
        asked.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                close();
                event.consume();
            }
        });
        asked.setOnMouseClicked(javafx.event.Event::consume);
        field = asked;
        body.getChildren().add(asked);
        asked.requestFocus();
        asked.selectAll();
    }

    void close() {
        if (field != null) {
            boolean focused = field.isFocused();
            body.getChildren().remove(field);
            field = null;
            if (focused) {
                left.run();
            }
        }
    }
}
