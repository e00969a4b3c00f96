package plantao.ui.playbook;

import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Where the parts of a run stand, by the width there is: three columns; in a very wide window the output beside
/// the step; in a small one what is known about the trouble below the steps.
final class RunLayout {
    private static final double SMALL = 1000;
    private static final double NARROW = 1260;
    private static final double WIDE = 1900;

    /// @param left the steps
    /// @param right what is known about the trouble
    record Pieces(
            HBox columns,
            VBox left,
            VBox centre,
            Region right,
            VBox stepPanel,
            OutputPane output,
            StepPane step,
            StepActions actions) {}

    private final Pieces parts;
    private final VBox both = new VBox(16);

    RunLayout(Pieces parts) {
        this.parts = parts;
        VBox.setVgrow(parts.left(), Priority.ALWAYS);
        parts.columns().widthProperty().subscribe(width -> fit(width.doubleValue()));
    }

    private void fit(double width) {
        boolean small = width > 0 && width < SMALL;
        boolean narrow = width > 0 && width < NARROW;
        stack(small);
        beside(width > WIDE);
        fix(parts.left(), narrow ? 272 : 300);
        fix(parts.right(), small ? 272 : narrow ? 280 : 336);
        parts.output().setMinHeight(narrow ? 132 : 200);
        parts.step().tight(narrow);
        parts.actions().tight(narrow);
    }

    private void stack(boolean small) {
        if (small == both.getChildren().isEmpty()) {
            both.getChildren().clear();
            parts.columns().getChildren().clear();
            if (small) {
                both.getChildren().setAll(parts.left(), parts.right());
                parts.columns().getChildren().setAll(both, parts.centre());
            } else {
                parts.columns().getChildren().setAll(parts.left(), parts.centre(), parts.right());
            }
            parts.right().setMaxHeight(small ? 200 : Double.MAX_VALUE);
            parts.right().setMinHeight(small ? 120 : 0);
        }
    }

    private void beside(boolean on) {
        VBox centre = parts.centre();
        VBox stepPanel = parts.stepPanel();
        Node shown = centre.getChildren().getFirst();
        if (centre.getChildren().contains(parts.output()) ? !on : on && shown instanceof HBox) {
            return;
        }
        if (shown instanceof HBox row && row.getChildren().getFirst() instanceof VBox holder) {
            holder.getChildren().clear();
            row.getChildren().clear();
        }
        centre.getChildren().clear();
        if (on) {
            stepPanel.setMaxWidth(960);
            stepPanel.setPrefWidth(960);
            HBox row = new HBox(16, new VBox(stepPanel), PlaybookNodes.grow(parts.output()));
            VBox.setVgrow(row, Priority.ALWAYS);
            centre.getChildren().setAll(row);
        } else {
            stepPanel.setMaxWidth(Double.MAX_VALUE);
            centre.getChildren().setAll(stepPanel, parts.output());
        }
    }

    private static void fix(Region region, double width) {
        region.setMinWidth(width);
        region.setPrefWidth(width);
        region.setMaxWidth(width);
    }
}
