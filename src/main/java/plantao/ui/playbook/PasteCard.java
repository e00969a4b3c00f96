package plantao.ui.playbook;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import plantao.ui.fx.Scrim;
import plantao.ui.fx.Texts;

/// Asks before a paste of several lines, which the program would take one by one: shows them first.
final class PasteCard {
    private static final double WIDTH = 640;
    private static final int MOST_ROWS = 14;

    private final StackPane root;
    private final Button wanted;

    /// @param pasted the text
    /// @param paste takes it when it is wanted
    /// @param close is run in any case, first
    PasteCard(Texts texts, String pasted, Consumer<String> paste, Runnable close) {
        List<String> lines = pasted.lines().toList();
        TextArea shown = new TextArea(String.join("\n", lines));
        shown.setId("paste-lines");
        shown.setEditable(false);
        shown.setWrapText(false);
        shown.setPrefRowCount(Math.min(MOST_ROWS, lines.size()));
        shown.getStyleClass().add("t-mono");
        shown.setAccessibleText(texts.get("terminal.paste"));
        wanted = new Button(texts.get("terminal.paste.all"));
        wanted.setId("paste-all");
        wanted.getStyleClass().addAll("large", "warning");
        wanted.setOnAction(_ -> {
            close.run();
            paste.accept(pasted);
        });
        VBox card = new VBox(
                12,
                PlaybookNodes.label(texts.get("terminal.paste.several", lines.size()), "t-title"),
                PlaybookNodes.label(texts.get("terminal.paste.about"), "t-muted"),
                shown,
                Scrim.answers(texts.get("act.back"), close, wanted));
        root = Scrim.over(card, WIDTH, close);
        root.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER && wanted.isFocused()) {
                wanted.fire();
                event.consume();
            }
        });
    }

    StackPane root() {
        return root;
    }

    void focus() {
        wanted.requestFocus();
    }
}
