package plantao.ui.playbook;

import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.javafx.FontIcon;
import plantao.ui.fx.Texts;

/// Seeks in what was printed: Enter goes to the next place, Shift+Enter to the one before, Escape closes it.
final class OutputSearch extends HBox {
    private final Texts texts;
    private final TextField field = new TextField();
    private final Label count = PlaybookNodes.word("", "t-muted");
    private final Runnable left;

    /// @param sought is given what is typed, in lower case
    /// @param move goes to the next place (1) or the one before (-1)
    /// @param left where the focus goes when it is closed
    OutputSearch(Texts texts, Consumer<String> sought, IntConsumer move, Runnable left) {
        this.texts = texts;
        this.left = left;
        getStyleClass().add("input-line");
        field.setId("search-output");
        field.setPromptText(texts.get("output.search"));
        field.setAccessibleText(texts.get("output.search"));
        field.textProperty()
                .addListener((_, _, text) -> sought.accept(text == null ? "" : text.toLowerCase(Locale.ROOT)));
        field.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER) {
                move.accept(event.isShiftDown() ? -1 : 1);
                event.consume();
            } else if (event.getCode() == KeyCode.ESCAPE) {
                close();
                event.consume();
            }
        });
        HBox.setHgrow(field, Priority.ALWAYS);
        Button close = PlaybookNodes.button(null, "fth-x", null, "small", "flat");
        close.setAccessibleText(texts.get("output.search.close"));
        close.setTooltip(new Tooltip(texts.get("output.search.close")));
        close.setOnAction(_ -> close());
        getChildren().setAll(new FontIcon("fth-search"), field, count, close);
        PlaybookNodes.show(this, false);
    }

    void open() {
        PlaybookNodes.show(this, true);
        field.requestFocus();
        field.selectAll();
    }

    /// How many lines show what is sought; negative when nothing is.
    void found(int lines) {
        count.setText(lines < 0 ? "" : texts.get("output.found", lines));
    }

    private void close() {
        field.clear();
        PlaybookNodes.show(this, false);
        left.run();
    }
}
