package plantao.ui.practice;

import java.time.Duration;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import plantao.ui.fx.Figures;
import plantao.ui.fx.Mark;
import plantao.ui.fx.Texts;

/// One stage of handling an incident: reached after so long, next, or still to come.
final class StageRow extends HBox {
    private final Texts texts;
    private final Figures figures;
    private final Mark mark = new Mark(Mark.Kind.TODO, 16);
    private final Label name = new Label();
    private final Label after = new Label();

    StageRow(Texts texts, Figures figures) {
        this.texts = texts;
        this.figures = figures;
        after.getStyleClass().add("t-muted");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        getChildren().addAll(mark, name, space, after);
    }

    void show(ScenarioProgress.Stage stage, ScenarioProgress progress) {
        Optional<Duration> reached = progress.after(stage);
        boolean next = progress.next().filter(stage::equals).isPresent();
        getStyleClass().setAll("list-row", "dense");
        if (next) {
            getStyleClass().add("current");
        }
        mark.setKind(reached.isPresent() ? Mark.Kind.DONE : next ? Mark.Kind.CURRENT : Mark.Kind.TODO);
        name.setText(texts.get("stage." + stage.name()));
        name.getStyleClass().setAll("label", next ? "t-name" : "t-body");
        after.setText(
                reached.map(d -> texts.get("stage.after", figures.length(d))).orElse(""));
    }
}
