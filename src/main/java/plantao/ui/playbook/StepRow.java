package plantao.ui.playbook;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import plantao.playbook.StepState;
import plantao.runbook.Step;
import plantao.ui.fx.Fonts;
import plantao.ui.fx.Mark;

/// A step in the list: mark, number, title, and how it stands.
final class StepRow extends HBox {
    private final Mark mark = new Mark(Mark.Kind.TODO, 16);
    private final Label number = PlaybookNodes.word("", "t-muted");
    private final Label title = PlaybookNodes.label("", "t-body");
    private final Label under = PlaybookNodes.label("", "t-muted");

    /// What a row shows of its step.
    record Value(int index, Step step, StepState state, boolean current, boolean open) {}

    StepRow() {
        getStyleClass().add("list-row");
        setFocusTraversable(true);
        setCursor(javafx.scene.Cursor.HAND);
        number.setMinWidth(18);
        number.setAlignment(Pos.CENTER_RIGHT);
        setSpacing(8);
        setAlignment(Pos.CENTER_LEFT);
        VBox words = PlaybookNodes.grow(new VBox(title, under));
        words.setAlignment(Pos.CENTER_LEFT);
        getChildren().setAll(mark, number, words);
    }

    void show(Value value, StepWords words, String underText) {
        boolean current = value.current();
        getStyleClass().setAll("list-row");
        if (current) {
            getStyleClass().add("current");
        }
        mark.setKind(StepWords.mark(value.state(), current && value.open()));
        number.setText(String.valueOf(value.index() + 1));
        title.setText(Fonts.drawable(value.step().title()));
        boolean quiet = value.state().settled() || value.state().status() == StepState.Status.SKIPPED;
        title.getStyleClass()
                .setAll("label", current ? "t-name" : "t-body", !current && quiet ? "c-muted" : "c-default");
        if (current) {
            title.getStyleClass().setAll("label", "t-name");
        }
        under(value, underText);
        setAccessibleText(value.index() + 1 + " " + value.step().title() + ", " + underText);
    }

    /// The line below the title changes with the time while the step runs.
    void under(StepRow.Value value, String text) {
        under.setText(text);
        under.getStyleClass()
                .setAll("label", "t-muted", StepWords.colour(value.state(), value.current() && value.open()));
        PlaybookNodes.show(under, !text.isEmpty());
    }
}
