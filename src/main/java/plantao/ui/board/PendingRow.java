package plantao.ui.board;

import java.time.Duration;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import plantao.alert.Alert;
import plantao.desk.Board;
import plantao.ui.fx.Figures;
import plantao.ui.fx.Fonts;
import plantao.ui.fx.Mark;
import plantao.ui.fx.Texts;

/// A rule whose condition holds, but not yet long enough.
final class PendingRow extends HBox {
    private final Texts texts;
    private final Figures figures;
    private final Label name = new Label();
    private final Label held = new Label();

    PendingRow(Texts texts, Figures figures) {
        this.texts = texts;
        this.figures = figures;
        getStyleClass().addAll("list-row", "dense");
        name.getStyleClass().add("t-body");
        held.getStyleClass().add("t-muted");
        held.setMinWidth(Region.USE_PREF_SIZE);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(new Mark(Mark.Kind.DEGRADED_CONSEQUENCE, 16), name, space, held);
    }

    void show(Alert alert, Board board) {
        name.setText(Fonts.drawable(alert.rule().name()));
        Duration since = alert.since() == null ? Duration.ZERO : Duration.between(alert.since(), board.now());
        held.setText(texts.get("alert.pending", figures.length(since), figures.length(alert.rule().hold())));
    }
}
