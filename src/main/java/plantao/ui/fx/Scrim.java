package plantao.ui.fx;

import java.util.ArrayList;
import java.util.List;
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

/// A card that asks something, over a screen that is darkened meanwhile.
public final class Scrim {
    private Scrim() {}

    /// Darkens what is behind a card. The Tab key goes round in the card and never to what is behind it.
    public static StackPane over(Node card) {
        Region scrim = new Region();
        scrim.getStyleClass().add("dialog-scrim");
        StackPane root = new StackPane(scrim, card);
        root.addEventFilter(KeyEvent.KEY_PRESSED, event -> round(event, card));
        return root;
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
