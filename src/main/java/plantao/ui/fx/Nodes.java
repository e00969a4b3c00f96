package plantao.ui.fx;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Control;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// What every screen does with its nodes.
public final class Nodes {
    private static final double VAST = 2000;

    private Nodes() {}

    /// Shows a node, or takes it away together with the room it takes.
    public static void show(Node node, boolean on) {
        node.setVisible(on);
        node.setManaged(on);
    }

    /// Gives a node these style classes and no others. Only where they are not there already: each change makes
    /// JavaFX look up the styles of all that is in the node.
    public static void style(Node node, String... classes) {
        List<String> wanted = List.of(classes);
        if (!node.getStyleClass().equals(wanted)) {
            node.getStyleClass().setAll(wanted);
        }
    }

    /// Gives a control this tip, or none. A tip that is there is kept: each new one is a window of its own.
    public static void tip(Control control, @Nullable String text) {
        Tooltip tip = control.getTooltip();
        if (text == null || tip == null) {
            control.setTooltip(text == null ? null : new Tooltip(text));
        } else if (!text.equals(tip.getText())) {
            tip.setText(text);
        }
    }

    /// Keeps a column at a width: `roomy` px from a screen of `from` px on, else `narrow`.
    public static void column(Region screen, Region column, double from, double narrow, double roomy) {
        column(screen, column, from, narrow, roomy, roomy);
    }

    /// The same, and `vast` px on a very wide screen.
    public static void column(Region screen, Region column, double from, double narrow, double roomy, double vast) {
        screen.widthProperty().subscribe(width -> {
            double room = width.doubleValue();
            double wide = room > 0 && room < from ? narrow : room > VAST ? vast : roomy;
            column.setMinWidth(wide);
            column.setPrefWidth(wide);
            column.setMaxWidth(wide);
        });
    }
}
