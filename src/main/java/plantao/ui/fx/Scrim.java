package plantao.ui.fx;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.value.ChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// A card that asks something, over a screen that is darkened meanwhile.
public final class Scrim {
    private Scrim() {}

    /// Darkens what is behind a card. The Tab key goes round in the card, and nothing behind it takes the keys
    /// while it
    /// is there, also when the screen comes back after another one.
    public static StackPane over(Node card) {
        Region scrim = new Region();
        scrim.getStyleClass().add("dialog-scrim");
        StackPane root = new StackPane(scrim, card);
        root.addEventFilter(KeyEvent.KEY_PRESSED, event -> round(event, card));
        ChangeListener<Node> held = (_, _, now) -> hold(root, card, now);
        root.sceneProperty().addListener((_, before, now) -> {
            if (before != null) {
                before.focusOwnerProperty().removeListener(held);
            }
            if (now != null) {
                now.focusOwnerProperty().addListener(held);
            }
        });
        return root;
    }

    /// Takes the focus back from what the card covers and from what holds both.
    private static void hold(Node root, Node card, @Nullable Node owner) {
        Parent screen = root.getParent();
        if (screen == null || owner == null || !root.isVisible()) {
            return;
        }
        List<Node> stops = new ArrayList<>();
        collect(card, stops);
        if (!stops.isEmpty() && (within(owner, root) || covered(owner, root, screen))) {
            stops.getFirst().requestFocus();
        }
    }

    private static boolean covered(Node owner, Node root, Parent screen) {
        List<Node> layers = screen.getChildrenUnmodifiable();
        return layers.subList(0, layers.indexOf(root)).stream().anyMatch(l -> within(l, owner));
    }

    /// Whether a node is another's ancestor or the same.
    private static boolean within(Node outer, Node inner) {
        Node at = inner;
        while (at != null && at != outer) {
            at = at.getParent();
        }
        return at != null;
    }

    private static void round(KeyEvent event, Node card) {
        if (event.getCode() != KeyCode.TAB || event.isControlDown() || event.getTarget() instanceof TextArea) {
            return;
        }
        List<Node> stops = new ArrayList<>();
        collect(card, stops);
        if (!stops.isEmpty()) {
            int at = event.getTarget() instanceof Node node ? stops.indexOf(node) : -1;
            int next = event.isShiftDown() ? Math.max(at, 0) - 1 : at + 1;
            stops.get(Math.floorMod(next, stops.size())).requestFocus();
        }
        event.consume();
    }

    private static void collect(Node node, List<Node> stops) {
        if (!node.isVisible() || node.isDisabled()) {
            return;
        }
        if (node.isFocusTraversable()) {
            stops.add(node);
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(each -> collect(each, stops));
        }
    }

    /// The same with a card as wide as is given, in px; Escape closes it whatever has the focus: a list takes the
    /// key for the end of an editing that it does not do.
    public static StackPane over(Region card, double width, Runnable close) {
        card.getStyleClass().add("dialog-card");
        card.setMaxSize(width, Region.USE_PREF_SIZE);
        StackPane root = over(card);
        root.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                close.run();
                event.consume();
            }
        });
        return root;
    }

    /// The row at a card's foot: a way back, and what is asked for.
    public static HBox answers(String back, Runnable close, Button wanted) {
        Button cancel = new Button(back);
        cancel.getStyleClass().add("large");
        cancel.setOnAction(_ -> close.run());
        HBox buttons = new HBox(8, cancel, wanted);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        return buttons;
    }
}
