package plantao.ui.fx;

import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Scene;
import org.jspecify.annotations.Nullable;

/// Gives a node the focus as soon as it can take it.
public final class Focus {
    private Focus() {}

    private static final String ALL_KEYS = "takes-all-keys";

    /// From now on this node gets every key while it has the focus, also those that the window answers to: a
    /// terminal.
    public static void takeAllKeys(Node node) {
        node.getStyleClass().add(ALL_KEYS);
    }

    /// Whether the node that has the focus gets every key.
    public static boolean takesAllKeys(@Nullable Node focus) {
        return focus != null && focus.getStyleClass().contains(ALL_KEYS);
    }

    /// At once where the node is in a scene; else when it comes into one (what a scroll pane holds does so only
    /// when it is first laid out).
    public static void on(Node node) {
        if (node.getScene() != null) {
            node.requestFocus();
            return;
        }
        node.sceneProperty().addListener(new ChangeListener<>() {
            @Override
            public void changed(ObservableValue<? extends Scene> scene, Scene before, Scene now) {
                node.sceneProperty().removeListener(this);
                node.requestFocus();
            }
        });
    }
}
