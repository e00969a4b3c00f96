package plantao.ui.fx;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;

/// Scrolls what lies around a node so that it can be seen.
public final class ScrollIntoView {
    private ScrollIntoView() {}

    /// As little as is needed in every scroll pane around it; what is higher than the pane stays where it is.
    public static void bring(Node node) {
        for (Node n = node.getParent(); n != null; n = n.getParent()) {
            if (n instanceof ScrollPane pane && pane.getContent() != null) {
                scroll(pane, node);
            }
        }
    }

    private static void scroll(ScrollPane pane, Node node) {
        Node content = pane.getContent();
        double view = pane.getViewportBounds().getHeight();
        double room = content.getLayoutBounds().getHeight() - view;
        Bounds at = content.sceneToLocal(node.localToScene(node.getLayoutBounds()));
        if (room <= 0 || at.isEmpty() || at.getHeight() > view) {
            return;
        }
        double from = pane.getVvalue() * room;
        if (at.getMinY() < from) {
            pane.setVvalue(at.getMinY() / room);
        } else if (at.getMaxY() > from + view) {
            pane.setVvalue((at.getMaxY() - view) / room);
        }
    }
}
