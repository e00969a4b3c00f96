package plantao.ui.practice;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import plantao.desk.Event;
import plantao.desk.PracticeBoard;
import plantao.ui.fx.ExplainedButton;
import plantao.ui.fx.Fonts;
import plantao.ui.fx.Texts;
import plantao.ui.fx.UiContext;

/// A system that can be practised on: the one that runs, or a button that goes over to it.
final class SystemRow extends HBox {
    private final UiContext desktop;
    private final Texts texts;
    private final Label name = new Label();
    private final Label count = new Label();
    private final Label running = new Label();
    private final Button change = new Button();
    private final ExplainedButton changeBox = new ExplainedButton(change);

    SystemRow(UiContext desktop, Texts texts) {
        this.desktop = desktop;
        this.texts = texts;
        getStyleClass().add("list-row");
        name.getStyleClass().add("t-name");
        name.setWrapText(true);
        count.getStyleClass().add("t-muted");
        VBox words = new VBox(2, name, count);
        words.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(words, Priority.ALWAYS);
        running.getStyleClass().addAll("chip", "accent");
        running.setText(texts.get("systems.runs"));
        running.setMinWidth(USE_PREF_SIZE);
        change.setText(texts.get("systems.change"));
        change.setMinWidth(USE_PREF_SIZE);
        getChildren().addAll(words, running, changeBox);
    }

    void show(PracticeBoard.Choice choice) {
        PracticeBoard practice = desktop.now().practice();
        boolean mine = choice.system().equals(practice.system());
        name.setText(Fonts.drawable(choice.system()));
        count.setText(texts.get("scenarios.count", choice.scenarios().size()));
        running.setVisible(mine);
        running.setManaged(mine);
        changeBox.setVisible(!mine);
        changeBox.setManaged(!mine);
        change.setId("practise-" + choice.folder().replaceAll(".*[/\\\\]", ""));
        change.setAccessibleText(texts.get("systems.change.to", choice.system()));
        changeBox.refuse(practice.scenario() == null ? null : texts.get("begin.busy"));
        change.setOnAction(_ -> desktop.send(new Event.StartPractice(choice.folder())));
    }
}
