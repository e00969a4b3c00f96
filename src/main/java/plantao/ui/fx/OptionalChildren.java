package plantao.ui.fx;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.layout.Pane;

/// The children of a pane that are not always shown. One that is not shown is not in the scene either: JavaFX
/// styles whatever is there, seen or not, and two thirds of a window that opens were not seen.
public final class OptionalChildren {
    private final List<Node> children;
    private final List<Node> all;
    private final Set<Node> absent = new HashSet<>();

    /// @param pane with all its children; nobody else may change them
    public OptionalChildren(Pane pane) {
        this.children = pane.getChildren();
        this.all = List.copyOf(children);
    }

    /// Puts one of the children into its place between the others, or takes it out.
    public void show(Node child, boolean on) {
        boolean changed = on ? absent.remove(child) : absent.add(child);
        if (changed && on) {
            long before = all.subList(0, all.indexOf(child)).stream()
                    .filter(c -> !absent.contains(c))
                    .count();
            children.add((int) before, child);
        } else if (changed) {
            children.remove(child);
        }
    }
}
