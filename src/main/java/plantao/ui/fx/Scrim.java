package plantao.ui.fx;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/// A card that asks something, over a screen that is darkened meanwhile.
public final class Scrim {
    private Scrim() {}

    /// Darkens what is behind a card.
    public static StackPane over(Node card) {
        Region scrim = new Region();
        scrim.getStyleClass().add("dialog-scrim");
        return new StackPane(scrim, card);
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
