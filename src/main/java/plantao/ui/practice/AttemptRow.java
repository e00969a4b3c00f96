package plantao.ui.practice;

import javafx.geometry.Insets;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import plantao.ui.fx.Figures;
import plantao.ui.fx.Fonts;
import plantao.ui.fx.Mark;
import plantao.ui.fx.Texts;

/// The score of a scenario that was practised.
final class AttemptRow extends HBox {
    private final Texts texts;
    private final Figures figures;
    private final Label title = new Label();
    private final Label score = new Label();
    private final Label when = new Label();
    private final Mark mark = new Mark(Mark.Kind.TODO, 16);

    AttemptRow(Texts texts, Figures figures) {
        this.texts = texts;
        this.figures = figures;
        getStyleClass().add("list-row");
        title.getStyleClass().add("t-name");
        title.setWrapText(true);
        score.getStyleClass().add("t-body");
        score.setWrapText(true);
        when.getStyleClass().add("t-muted");
        VBox words = new VBox(2, title, score, when);
        words.setPadding(new Insets(10, 0, 10, 0));
        HBox.setHgrow(words, Priority.ALWAYS);
        getChildren().addAll(mark, words);
    }

    void show(PastAttempt attempt) {
        ScenarioProgress made = attempt.progress();
        boolean over = made.reached().containsKey(ScenarioProgress.Stage.MITIGATED);
        mark.setKind(over ? Mark.Kind.DONE : Mark.Kind.SKIPPED);
        title.setText(Fonts.drawable(attempt.system() + " · " + attempt.title()));
        score.setText(new Score(texts, figures).of(made));
        when.setText(figures.day(made.began()) + " " + figures.utcShort(made.began()) + " UTC");
        Tooltip.install(when, new Tooltip(figures.exact(made.began())));
    }
}
