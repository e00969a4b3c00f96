package plantao.ui.playbook;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import plantao.desk.Event;
import plantao.playbook.Run;
import plantao.runbook.NotedLine;
import plantao.ui.fx.Fonts;
import plantao.ui.fx.RowSync;
import plantao.ui.fx.Texts;
import plantao.ui.fx.UiContext;

/// What the runbook says one sees; ticked as it is seen.
final class SymptomsPanel extends VBox {
    private record Value(java.util.UUID run, int index, NotedLine symptom, boolean seen, boolean open) {}

    private record Key(java.util.UUID run, int index) {}

    private final UiContext desktop;
    private final Texts texts;
    private final Label count = PlaybookNodes.word("", "t-muted");
    private final RowSync<Value, HBox> rows;

    SymptomsPanel(UiContext desktop) {
        this.desktop = desktop;
        this.texts = desktop.texts(SymptomsPanel.class);
        getStyleClass().add("panel");
        HBox header = new HBox(
                new FontIcon("fth-eye"),
                PlaybookNodes.word(texts.get("symptoms"), "t-name"),
                PlaybookNodes.space(),
                count);
        header.getStyleClass().add("panel-header");
        VBox body = new VBox();
        body.setPadding(new Insets(4, 0, 4, 0));
        rows = new RowSync<>(
                body.getChildren(), v -> new Key(v.run(), v.index()), _ -> new HBox(new CheckBox()), this::update);
        getChildren().setAll(header, body);
    }

    void show(Run run) {
        PlaybookNodes.show(this, !run.symptoms().isEmpty());
        List<Value> all = new ArrayList<>();
        for (int i = 0; i < run.symptoms().size(); i++) {
            all.add(new Value(run.id(), i, run.symptoms().get(i), run.seen().contains(i), run.open()));
        }
        rows.show(all);
        count.setText(
                texts.get("symptoms.seen", run.seen().size(), run.symptoms().size()));
    }

    private void update(HBox row, Value value) {
        row.setPadding(new Insets(6, 16, 6, 16));
        row.setAlignment(Pos.CENTER_LEFT);
        CheckBox box = (CheckBox) row.getChildren().getFirst();
        box.setWrapText(true);
        box.setMinHeight(Region.USE_PREF_SIZE);
        box.setText(Fonts.drawable(value.symptom().text()));
        box.setTooltip(new Tooltip(
                texts.get("line", String.valueOf(value.symptom().origin().line()))));
        box.setSelected(value.seen());
        box.setMouseTransparent(!value.open());
        box.setFocusTraversable(value.open());
        box.setOnAction(_ -> desktop.send(new Event.MarkSymptom(value.run(), value.index(), box.isSelected())));
    }
}
