package plantao.ui.playbook;

import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import plantao.playbook.Output;
import plantao.ui.fx.Texts;

/// What is typed to the running step: a line, the end of input, an interrupt. There only while a step listens; what
/// is
/// typed goes to the step's terminal and nowhere else.
final class InputLine extends HBox {
    private static final String END_OF_INPUT = "\u0004";
    private static final String INTERRUPT = "\u0003";

    private final TextField field = new TextField();
    private @Nullable Output output;

    InputLine(Texts texts) {
        getStyleClass().add("input-line");
        field.setId("type-to-step");
        field.getStyleClass().add("t-mono");
        field.setPromptText(texts.get("input.prompt"));
        field.setAccessibleText(texts.get("input.prompt"));
        field.setOnAction(_ -> type(field.getText() + "\n"));
        HBox.setHgrow(field, Priority.ALWAYS);
        getChildren()
                .setAll(
                        new FontIcon("fth-chevron-right"),
                        field,
                        button("end-of-input", "^D", texts.get("input.end"), END_OF_INPUT),
                        button("interrupt", "^C", texts.get("input.interrupt"), INTERRUPT));
        Parts.show(this, false);
    }

    /// The step that runs now, or null.
    void to(@Nullable Output next) {
        boolean listens = next != null && next.listens();
        Output now = listens ? next : null;
        if (now != output) {
            field.clear();
            output = now;
            Parts.show(this, listens);
        }
    }

    private Button button(String id, String text, String meaning, String key) {
        Button button = Parts.button(text, null, null, "small");
        button.setId(id);
        button.setTooltip(new Tooltip(meaning));
        button.setAccessibleText(meaning);
        button.setOnAction(_ -> type(key));
        return button;
    }

    private void type(String text) {
        Output now = output;
        if (now != null) {
            now.type(text);
            field.clear();
        }
    }
}
