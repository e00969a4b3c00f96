package plantao.ui.playbook;

import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import plantao.playbook.Output;
import plantao.ui.fx.Fonts;
import plantao.ui.fx.Texts;

/// What is typed to the running step: a line, the end of input, an interrupt. There only while a step listens; what
/// is typed goes to the step's terminal and nowhere else. The program's prompt stands before it; a password is not
/// shown; the lines that the runbook gives for the session are offered one after the other.
final class InputLine extends VBox {
    private static final String END_OF_INPUT = "\u0004";
    private static final String INTERRUPT = "\u0003";
    private static final int PROMPT = 60;

    private final Texts texts;
    private final Label prompt = PlaybookNodes.word("", "t-mono");
    private final TextField field = new TextField();
    private final PasswordField secret = new PasswordField();
    private final Label offered = PlaybookNodes.label("", "t-mono", "c-strong");
    private final Label offer = PlaybookNodes.word("", "t-muted");
    private final HBox offering;
    private @Nullable Output output;
    private List<String> lines = List.of();
    private int next;

    InputLine(Texts texts) {
        this.texts = texts;
        field.setId("type-to-step");
        secret.setId("type-secret");
        for (TextField each : List.of(field, secret)) {
            each.getStyleClass().add("t-mono");
            each.setPromptText(texts.get(each == secret ? "input.secret" : "input.prompt"));
            each.setAccessibleText(each.getPromptText());
            each.setOnAction(_ -> send(each));
            each.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
                if (event.getCode() == KeyCode.ENTER && event.isAltDown()) {
                    take();
                    event.consume();
                }
            });
            HBox.setHgrow(each, Priority.ALWAYS);
        }
        HBox typing = new HBox(
                new FontIcon("fth-chevron-right"),
                prompt,
                field,
                secret,
                button("end-of-input", "^D", texts.get("input.end"), END_OF_INPUT),
                button("interrupt", "^C", texts.get("input.interrupt"), INTERRUPT));
        typing.getStyleClass().add("input-line");
        Button take = PlaybookNodes.button(texts.get("input.take"), null, "Alt ⏎", "small");
        take.setId("take-input");
        take.setOnAction(_ -> take());
        offering = new HBox(new FontIcon("fth-book-open"), offer, PlaybookNodes.grow(offered), take);
        offering.getStyleClass().add("input-line");
        getChildren().setAll(offering, typing);
        PlaybookNodes.show(this, false);
        PlaybookNodes.show(secret, false);
    }

    /// The step that runs now, or null.
    ///
    /// @param inputs what the runbook says is typed into the session that the step opens
    void to(@Nullable Output running, List<String> inputs) {
        boolean listens = running != null && running.listens();
        Output now = listens ? running : null;
        if (now != output) {
            field.clear();
            secret.clear();
            output = now;
            lines = inputs;
            next = 0;
            PlaybookNodes.show(this, listens);
        }
        if (now != null) {
            draw(now);
        }
    }

    private void draw(Output now) {
        String asked = now.unfinished();
        String end = asked.length() > PROMPT ? "…" + asked.substring(asked.length() - PROMPT) : asked;
        prompt.setText(Fonts.drawable(end));
        PlaybookNodes.show(prompt, !end.isBlank());
        boolean hidden = now.hidden();
        if (hidden != secret.isVisible()) {
            TextField from = hidden ? field : secret;
            TextField to = hidden ? secret : field;
            boolean focused = from.isFocused();
            from.clear();
            PlaybookNodes.show(from, false);
            PlaybookNodes.show(to, true);
            // A password is typed as soon as it is asked for: elsewhere its letters would be shortcuts.
            if (focused || hidden && !isTyping()) {
                to.requestFocus();
            }
        }
        PlaybookNodes.show(offering, next < lines.size());
        if (next < lines.size()) {
            offer.setText(texts.get("input.offer", next + 1, lines.size()));
            offered.setText(Fonts.drawable(lines.get(next)));
        }
    }

    private boolean isTyping() {
        return getScene() != null && getScene().getFocusOwner() instanceof TextInputControl;
    }

    /// The offered line comes into the field: it is sent only by Enter.
    private void take() {
        if (next < lines.size() && field.isVisible()) {
            field.setText(lines.get(next));
            field.requestFocus();
            field.end();
        }
    }

    private void send(TextField from) {
        String text = from.getText();
        if (next < lines.size() && text.strip().equals(lines.get(next).strip())) {
            next++;
        }
        from.clear();
        type(text + "\n");
    }

    private Button button(String id, String text, String meaning, String key) {
        Button button = PlaybookNodes.button(text, null, null, "small");
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
        }
    }
}
