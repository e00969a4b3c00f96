package plantao.ui.board;

import java.time.Duration;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
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
        getStyleClass().add("list-row");
        name.getStyleClass().add("t-body");
        name.setWrapText(true);
        held.getStyleClass().add("t-muted");
        held.setWrapText(true);
        VBox words = new VBox(name, held);
        words.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(words, Priority.ALWAYS);
        getChildren().addAll(new Mark(Mark.Kind.DEGRADED_CONSEQUENCE, 16), words);
    }

    void show(Alert alert, Board board) {
        name.setText(Fonts.drawable(alert.rule().name()));
        Duration since = alert.since() == null ? Duration.ZERO : Duration.between(alert.since(), board.now());
        held.setText(texts.get("watching") + " · "
                + texts.get(
                        "alert.pending",
                        figures.length(since),
                        figures.length(alert.rule().hold())));
    }
}
