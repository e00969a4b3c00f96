package plantao.ui.playbook;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import plantao.desk.StepChanges;
import plantao.desk.SystemBoard;
import plantao.playbook.Run;
import plantao.ui.fx.Fonts;
import plantao.ui.fx.Texts;

/// What has changed in a runbook since a run began, for one that is gone on with: shown when it is asked for.
final class ChangedSteps extends VBox {
    private static final double HIGHEST = 220;
    /// Lines that did not change, on each side of one that did.
    private static final int AROUND = 2;

    private final Texts texts;
    private final Button button;
    private final VBox lines = new VBox();
    private final ScrollPane scroll = new ScrollPane(lines);
    private List<StepChanges.Line> shown = List.of();

    ChangedSteps(Texts texts) {
        this.texts = texts;
        button = PlaybookNodes.button(texts.get("changed.show"), "fth-git-commit", null, "small");
        button.setId("what-changed");
        button.setOnAction(_ -> open(!scroll.isVisible()));
        lines.getStyleClass().add("changed-lines");
        scroll.setFitToWidth(true);
        scroll.setMaxHeight(HIGHEST);
        scroll.setMinHeight(120);
        getChildren().setAll(scroll);
        open(false);
    }

    /// Opens and closes it; to stand where the change is told.
    Button button() {
        return button;
    }

    void show(SystemBoard system, Run run) {
        Run.Left left = run.open() ? run.left() : null;
        List<StepChanges.Line> now =
                left != null && left.changed() && left.own() ? StepChanges.since(system, run) : List.of();
        PlaybookNodes.show(button, !now.isEmpty());
        if (!now.equals(shown)) {
            shown = now;
            lines.getChildren().setAll(rows(now));
            open(false);
        }
    }

    private void open(boolean on) {
        PlaybookNodes.show(scroll, on);
        PlaybookNodes.show(this, on);
        PlaybookNodes.relabel(button, texts.get(on ? "changed.hide" : "changed.show"), "fth-git-commit", null);
    }

    /// Only what stands around a change.
    private static List<Node> rows(List<StepChanges.Line> all) {
        List<Node> rows = new ArrayList<>();
        int shown = -1;
        for (int i = 0; i < all.size(); i++) {
            int from = Math.max(0, i - AROUND);
            int to = Math.min(all.size(), i + AROUND + 1);
            if (all.subList(from, to).stream().anyMatch(l -> l.kind() != StepChanges.Kind.SAME)) {
                if (shown != i - 1) {
                    rows.add(PlaybookNodes.label("   …", "t-mono", "c-muted"));
                }
                rows.add(line(all.get(i)));
                shown = i;
            }
        }
        return rows;
    }

    private static Node line(StepChanges.Line line) {
        String mark = switch (line.kind()) {
            case SAME -> "   ";
            case GONE -> "−  ";
            case NEW -> "+  ";
        };
        Label label = PlaybookNodes.label(mark + Fonts.drawable(line.text()), "t-mono");
        label.getStyleClass()
                .add(
                        switch (line.kind()) {
                            case SAME -> "c-muted";
                            case GONE -> "c-danger";
                            case NEW -> "c-success";
                        });
        return label;
    }
}
