package plantao.ui.practice;

import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import plantao.desk.PracticeBoard;
import plantao.ui.fx.Fonts;
import plantao.ui.fx.RowSync;
import plantao.ui.fx.Texts;
import plantao.ui.fx.UiContext;

/// What could be practised on a system that does not run.
final class OtherSystem extends VBox {
    private final Texts texts;
    private final Label name = new Label();
    private final Label count = new Label();
    private final RowSync<PracticeBoard.Scenario, ScenarioRow> rows;

    OtherSystem(UiContext desktop, Texts texts) {
        this.texts = texts;
        HBox header = new HBox(name, count);
        header.getStyleClass().add("section-header");
        name.getStyleClass().add("t-name");
        count.getStyleClass().add("t-muted");
        VBox list = new VBox();
        rows = new RowSync<>(
                list.getChildren(),
                PracticeBoard.Scenario::id,
                _ -> new ScenarioRow(desktop, texts),
                ScenarioRow::tell);
        getChildren().addAll(header, list);
    }

    void show(PracticeBoard.Choice choice) {
        name.setText(Fonts.drawable(choice.system()));
        count.setText(texts.get("scenarios.count", choice.scenarios().size()));
        rows.show(choice.scenarios());
    }
}
