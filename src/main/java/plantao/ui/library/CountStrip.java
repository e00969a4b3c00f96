package plantao.ui.library;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import plantao.runbook.Coverage;
import plantao.runbook.Runbook;
import plantao.ui.fx.Figures;
import plantao.ui.fx.Texts;

/// How much of what was read, and how many of the lines were understood.
final class CountStrip {
    private final Texts texts;
    private final Figures figures;

    CountStrip(Texts texts, Figures figures) {
        this.texts = texts;
        this.figures = figures;
    }

    List<Node> of(Runbook r) {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        return List.of(
                count("services", r.services().size()),
                count("gauges", r.metrics().size()),
                count("alerts", r.alerts().size()),
                count("playbooks", r.playbooks().size()),
                count("checklists", r.checklists().size()),
                count("procedures", r.procedures().size()),
                count("contacts", r.contacts().size()),
                gap,
                understood(r.coverage()));
    }

    private Node count(String what, int many) {
        Label number = new Label(figures.number(many));
        number.getStyleClass().add("t-value");
        number.setId("count-" + what);
        Label word = new Label(texts.get("count." + what, many));
        word.getStyleClass().add("t-muted14");
        HBox box = new HBox(6, number, word);
        box.setAlignment(Pos.BASELINE_LEFT);
        box.setMinWidth(Region.USE_PREF_SIZE);
        box.setMaxHeight(Region.USE_PREF_SIZE);
        return box;
    }

    private Node understood(Coverage c) {
        long percent = c.lines() == 0 ? 0 : Math.round(100.0 * c.structured() / c.lines());
        ProgressBar bar = new ProgressBar(percent / 100.0);
        bar.setMinWidth(48);
        bar.setPrefWidth(120);
        Label figure = new Label(figures.measured(percent, "%"));
        figure.getStyleClass().add("t-state");
        figure.setId("understood");
        Label word = new Label(texts.get("understood"));
        word.getStyleClass().add("t-muted14");
        // In a narrow window the figure and its bar are enough.
        word.setMinWidth(0);
        word.widthProperty().subscribe(width -> word.setVisible(width.doubleValue() >= word.prefWidth(-1)));
        figure.setMinWidth(Region.USE_PREF_SIZE);
        HBox box = new HBox(8, bar, figure, word);
        box.setAlignment(Pos.CENTER_LEFT);
        return box;
    }
}
