package plantao.ui.library;

import java.util.List;
import java.util.function.Predicate;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import plantao.export.Block;
import plantao.export.PlacedBlock;
import plantao.runbook.Problem;
import plantao.ui.fx.Mark;
import plantao.ui.fx.MarkdownPane;

/// A block of the document, with the mark of the worst problem on its lines beside it.
final class BlockCell extends WrappingCell<PlacedBlock> {
    private static final PseudoClass FOUND = PseudoClass.getPseudoClass("found");
    /// What the scroll bar and the paddings take.
    private static final double EDGES = 24;

    /// Finds the worst problem of a block.
    interface Problems {
        @Nullable
        Problem of(PlacedBlock block);
    }

    private final LineWords words;
    private final Problems problems;
    private final Predicate<PlacedBlock> found;
    private final MarkdownPane pane = new MarkdownPane();
    private final Mark mark = new Mark(Mark.Kind.UNKNOWN, 16);
    private final StackPane margin = new StackPane(mark);
    private final HBox row = new HBox(margin, pane);
    private final Tooltip message = new Tooltip();

    BlockCell(LineWords words, Problems problems, Predicate<PlacedBlock> found) {
        super(EDGES);
        this.words = words;
        this.problems = problems;
        this.found = found;
        margin.getStyleClass().add("block-margin");
        StackPane.setAlignment(mark, Pos.TOP_CENTER);
        HBox.setHgrow(pane, Priority.ALWAYS);
        row.getStyleClass().add("block");
        message.setWrapText(true);
        message.setMaxWidth(560);
    }

    @Override
    protected void updateItem(@Nullable PlacedBlock item, boolean empty) {
        super.updateItem(item, empty);
        setText(null);
        setTooltip(null);
        if (empty || item == null) {
            setGraphic(null);
            return;
        }
        pane.show(List.of(item.block()));
        row.getStyleClass().setAll("block");
        switch (item.block()) {
            case Block.Heading h -> row.getStyleClass().add("block-h" + Math.min(h.level(), 3));
            case Block.Listing _ -> row.getStyleClass().add("block-item");
            default -> {}
        }
        row.pseudoClassStateChanged(FOUND, found.test(item));
        Problem problem = problems.of(item);
        mark.setVisible(problem != null);
        if (problem != null) {
            mark.setKind(LineWords.mark(problem.severity()));
            if (problem.severity() != Problem.Severity.HINT) {
                row.getStyleClass().add(problem.severity() == Problem.Severity.ERROR ? "danger" : "warning");
            }
            message.setText(words.said(problem));
            setTooltip(message);
        }
        setGraphic(row);
    }
}
