package plantao.ui.fx;

import java.util.regex.Matcher;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import plantao.export.DocumentBlanks;

/// From blank to blank in a text: Ctrl+J selects the next one, so that what is typed takes its place.
public final class BlankKey {
    private BlankKey() {}

    /// Lets Ctrl+J go from blank to blank.
    public static void on(TextArea area) {
        area.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.isShortcutDown() && event.getCode() == KeyCode.J) {
                next(area);
                event.consume();
            }
        });
    }

    /// Selects the next blank after the cursor, or the first.
    public static void next(TextArea area) {
        Matcher matcher = DocumentBlanks.PATTERN.matcher(area.getText());
        if (matcher.find(Math.min(area.getSelection().getEnd(), area.getLength())) || matcher.find(0)) {
            area.requestFocus();
            area.selectRange(matcher.start(), matcher.end());
        }
    }
}
