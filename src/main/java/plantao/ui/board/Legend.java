package plantao.ui.board;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import plantao.ui.fx.Mark;

/// What a mark on the map means.
final class Legend extends HBox {
    Legend(Mark.Kind kind, String text) {
        super(4);
        Label label = new Label(text);
        label.getStyleClass().add("t-muted");
        setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(new Mark(kind, 12), label);
    }
}
