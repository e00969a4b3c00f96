package plantao.ui.fx;

import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Scene;

/// Gives a node the focus as soon as it can take it.
public final class Focus {
    private Focus() {}

    /// At once where the node is in a scene; else when it comes into one (what a scroll pane holds does so only
    /// when it
    /// is first laid out).
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
