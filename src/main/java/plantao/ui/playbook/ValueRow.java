package plantao.ui.playbook;

import java.util.function.BiConsumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;
import plantao.ui.fx.Fonts;
import plantao.ui.fx.Texts;
import plantao.values.Resolved;

/// A blank of the command: its value and where that came from, or a field to fill it in.
final class ValueRow extends HBox {
    /// @param value null while it is missing
    record Value(String name, Resolved.@Nullable Value value, boolean changeable) {}

    private final Texts texts;
    private final BiConsumer<String, String> give;
    private @Nullable TextField field;
    /// A known value is being changed, so a new board does not take the field away.
    private boolean changing;

    ValueRow(Texts texts, BiConsumer<String, String> give) {
        this.texts = texts;
        this.give = give;
        setSpacing(12);
        setAlignment(Pos.CENTER_LEFT);
        setMinHeight(32);
    }

    void show(Value value) {
        Resolved.Value known = value.value();
        if (known == null) {
            edit(value, "", false);
        } else if (field == null || !changing) {
            read(value, known);
        }
    }

    private Label name(Value value) {
        Label name = Parts.label(Fonts.drawable(value.name()), "variable-name");
        name.setMinWidth(132);
        name.setPrefWidth(132);
        name.setMaxWidth(132);
        return name;
    }

    private void read(Value value, Resolved.Value known) {
        field = null;
        Label shown = Parts.grow(Parts.label(Fonts.drawable(known.value()), "t-mono"));
        Label from = Parts.label(from(known.from()), "t-muted");
        from.setMaxWidth(220);
        getChildren().setAll(name(value), shown, from);
        if (value.changeable()) {
            Button change = Parts.button(texts.get("value.change"), null, null, "link");
            change.setAccessibleText(texts.get("value.change") + " " + value.name());
            change.setOnAction(_ -> {
                edit(value, known.secret() ? "" : known.value(), true);
                TextField edited = field;
                if (edited != null) {
                    edited.requestFocus();
                    edited.selectAll();
                }
            });
            getChildren().add(change);
        }
    }

    private void edit(Value value, String text, boolean back) {
        boolean secret = value.value() != null && value.value().secret();
        TextField edited = secret ? new PasswordField() : new TextField(text);
        changing = back;
        edited.getStyleClass().add("mono");
        edited.setPromptText(texts.get(back ? "value.new" : "value.missing"));
        edited.setAccessibleText(value.name());
        edited.setDisable(!value.changeable());
        Button use = Parts.button(texts.get("value.use"), null, "Enter", "small");
        use.disableProperty().bind(edited.textProperty().map(String::isBlank));
        Runnable done = () -> {
            String given = edited.getText().strip();
            Resolved.Value known = value.value();
            if (known != null) {
                read(value, known);
            }
            if (!given.isEmpty() && (known == null || !given.equals(known.value()))) {
                give.accept(value.name(), given);
            }
        };
        // What stands in the field is what runs: leaving it takes the text. Another window in front does not leave
        // it.
        edited.focusedProperty().subscribe((was, is) -> {
            boolean left =
                    was && !is && edited.getScene() != null && edited.getScene().getFocusOwner() != edited;
            if (left && field == edited) {
                done.run();
            }
        });
        edited.setOnAction(_ -> done.run());
        use.setOnAction(_ -> done.run());
        edited.setOnKeyPressed(event -> {
            Resolved.Value known = value.value();
            if (event.getCode() == KeyCode.ESCAPE && known != null) {
                read(value, known);
                event.consume();
            }
        });
        field = edited;
        getChildren().setAll(name(value), Parts.grow(edited), use);
    }

    private String from(String from) {
        return switch (from) {
            case "entered" -> texts.get("value.entered");
            case "this run" -> texts.get("value.thisrun");
            default -> texts.get("value.from", Fonts.drawable(from));
        };
    }

    /// The field that waits for input, or null.
    @Nullable
    TextField field() {
        return field;
    }
}
