package plantao.ui.frame;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import plantao.ui.fx.Scrim;

/// A card above everything else, on a scrim; one at a time.
public final class Overlay {
    private final StackPane root;
    private @Nullable StackPane shown;
    private @Nullable Node before;

    Overlay(StackPane root) {
        this.root = root;
    }

    /// Shows a card near the top; a click beside it hides it.
    void show(Node card) {
        hide();
        StackPane pane = Scrim.over(card);
        pane.getChildren().getFirst().setOnMouseClicked(_ -> hide());
        StackPane.setAlignment(card, Pos.TOP_CENTER);
        StackPane.setMargin(card, new javafx.geometry.Insets(96, 16, 16, 16));
        before = root.getScene() == null ? null : root.getScene().getFocusOwner();
        shown = pane;
        root.getChildren().add(pane);
        card.requestFocus();
    }

    /// @return whether there was something to hide
    boolean hide() {
        if (shown == null) {
            return false;
        }
        root.getChildren().remove(shown);
        shown = null;
        if (before != null) {
            before.requestFocus();
        }
        return true;
    }

    boolean isShown() {
        return shown != null;
    }
}
