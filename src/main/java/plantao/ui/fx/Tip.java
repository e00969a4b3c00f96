package plantao.ui.fx;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/// Words that appear while the pointer rests on a node. Their popup, a window with a scene of its own, is made
/// when the pointer first comes: a board has hundreds of them, and few are ever seen.
public final class Tip {
    private final List<Node> nodes;
    private String text = "";
    private @Nullable Tooltip popup;

    private Tip(List<Node> nodes) {
        this.nodes = nodes;
        nodes.forEach(n -> n.addEventHandler(MouseEvent.MOUSE_ENTERED, _ -> prepare()));
    }

    /// The same words on each of these.
    public static Tip on(Node... nodes) {
        return new Tip(List.of(nodes));
    }

    /// What is read out as well.
    public void setText(String words) {
        text = words;
        nodes.forEach(n -> n.setAccessibleHelp(words));
        if (popup != null) {
            popup.setText(words);
        }
    }

    private void prepare() {
        if (popup == null) {
            Tooltip made = new Tooltip(text);
            nodes.forEach(n -> Tooltip.install(n, made));
            popup = made;
        }
    }
}
