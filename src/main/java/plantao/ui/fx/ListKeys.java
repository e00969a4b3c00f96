package plantao.ui.fx;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;
import org.jspecify.annotations.Nullable;

/// J, K and the arrow keys move through a list of rows.
public final class ListKeys {
    private ListKeys() {}

    /// Focuses the next or previous row and uses the event up, when the focused row is one of these.
    ///
    /// @return the row that has the focus now, or null when nothing was moved
    public static @Nullable Node move(KeyEvent event, List<? extends Node> rows) {
        int step = step(event);
        int at = event.getTarget() instanceof Node node ? rows.indexOf(node) : -1;
        if (step == 0 || at < 0) {
            return null;
        }
        Node next = rows.get(Math.clamp(at + step, 0, rows.size() - 1));
        next.requestFocus();
        event.consume();
        return next;
    }

    /// Whether this key moves through lists.
    public static boolean moves(KeyEvent event) {
        return step(event) != 0;
    }

    private static int step(KeyEvent event) {
        return event.isControlDown()
                ? 0
                : switch (event.getCode()) {
                    case J, DOWN -> 1;
                    case K, UP -> -1;
                    default -> 0;
                };
    }

    /// Puts the focus on the first row below a node that can have it; a row is a pane, no control.
    ///
    /// @return whether there is one
    public static boolean enter(Node node) {
        if (!node.isVisible()) {
            return false;
        }
        if (node.isFocusTraversable() && node instanceof Pane) {
            node.requestFocus();
            return true;
        }
        return node instanceof Parent parent
                && parent.getChildrenUnmodifiable().stream().anyMatch(ListKeys::enter);
    }
}
