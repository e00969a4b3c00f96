package plantao.ui.board;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import plantao.ui.fx.Fonts;

/// Something to know: a mark, a name with a word about it, when.
final class FactRow extends HBox {
    private final Label name = new Label();
    private final Label about = new Label();
    private final Label when = new Label();

    FactRow(Node mark) {
        getStyleClass().add("list-row");
        name.getStyleClass().add("t-body");
        name.setWrapText(true);
        about.getStyleClass().add("t-muted");
        when.getStyleClass().add("t-muted");
        when.setMinWidth(Region.USE_PREF_SIZE);
        VBox words = new VBox(name, about);
        words.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        HBox.setHgrow(words, Priority.ALWAYS);
        getChildren().addAll(mark, words, when);
    }

    void show(String what, String detail, String at) {
        name.setText(Fonts.drawable(what));
        about.setText(Fonts.drawable(detail));
        when.setText(Fonts.drawable(at));
    }
}
