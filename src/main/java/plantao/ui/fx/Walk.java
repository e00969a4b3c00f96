package plantao.ui.fx;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/// J, K and the arrow keys move through a list of rows.
public final class Walk {
    private Walk() {}

    /// Focuses the next or previous row and uses the event up, when the focused row is one of these.
    ///
    /// @return the row that has the focus now, or null when nothing was moved
    public static @Nullable Node move(KeyEvent event, List<? extends Node> rows) {
        int step = switch (event.getCode()) {
            case J, DOWN -> 1;
            case K, UP -> -1;
            default -> 0;
        };
        int at = event.getTarget() instanceof Node node ? rows.indexOf(node) : -1;
        if (step == 0 || at < 0 || event.isControlDown()) {
            return null;
        }
        Node next = rows.get(Math.clamp(at + step, 0, rows.size() - 1));
        next.requestFocus();
        event.consume();
        return next;
    }
}
