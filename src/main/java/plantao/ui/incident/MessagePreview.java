package plantao.ui.incident;

import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import plantao.export.DocumentBlanks;
import plantao.ui.fx.Fonts;

/// A message as people will read it; what is still to be filled in is marked and can be clicked.
final class MessagePreview extends TextFlow {
    private final BiConsumer<Integer, Integer> clicked;

    /// @param clicked is given where a blank begins and ends
    MessagePreview(BiConsumer<Integer, Integer> clicked) {
        this.clicked = clicked;
        getStyleClass().add("message-paper");
        setLineSpacing(4);
    }

    void show(String text) {
        getChildren().clear();
        Matcher blank = DocumentBlanks.PATTERN.matcher(text);
        int from = 0;
        while (blank.find()) {
            add(text.substring(from, blank.start()));
            Text mark = add(text.substring(blank.start() + 1, blank.end() - 1));
            mark.getStyleClass().add("message-blank");
            int begin = blank.start();
            int end = blank.end();
            mark.setOnMouseClicked(_ -> clicked.accept(begin, end));
            from = blank.end();
        }
        add(text.substring(from));
    }

    private Text add(String words) {
        Text text = new Text(Fonts.drawable(words));
        text.getStyleClass().add("t-body");
        getChildren().add(text);
        return text;
    }
}
