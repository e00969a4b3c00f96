package plantao.ui.fx;

import javafx.scene.Node;
import javafx.scene.layout.Region;

/// What every screen does with its nodes.
public final class Nodes {
    private Nodes() {}

    /// Shows a node, or takes it away together with the room it takes.
    public static void show(Node node, boolean on) {
        node.setVisible(on);
        node.setManaged(on);
    }

    /// Keeps a column at a width: `roomy` px from a screen of `from` px on, else `narrow`.
    public static void column(Region screen, Region column, double from, double narrow, double roomy) {
        screen.widthProperty().subscribe(width -> {
            double wide = width.doubleValue() > 0 && width.doubleValue() < from ? narrow : roomy;
            column.setMinWidth(wide);
            column.setPrefWidth(wide);
            column.setMaxWidth(wide);
        });
    }
}
