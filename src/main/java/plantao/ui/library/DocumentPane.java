package plantao.ui.library;

import java.util.List;
import javafx.geometry.Insets;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;
import plantao.export.Block;
import plantao.export.MarkdownBlocks;
import plantao.export.PlacedBlock;
import plantao.runbook.Heading;
import plantao.runbook.SourceLine;
import plantao.ui.fx.Fonts;

/// A file as it reads, with its headings beside it.
final class DocumentPane {
    private static final double ROW = 28;
    private static final double STEP = 14;

    private final ListView<PlacedBlock> blocks = new ListView<>();
    private final ListView<Heading> headings = new ListView<>();
    private List<Integer> found = List.of();
    private @Nullable RunbookSheet sheet;

    DocumentPane(LineWords words) {
        blocks.setId("blocks");
        blocks.getStyleClass().add("blocks");
        blocks.setCellFactory(_ -> new BlockCell(
                words,
                b -> sheet == null ? null : sheet.worst(b.first(), b.last()),
                b -> found.stream().anyMatch(l -> l >= b.first() && l <= b.last())));
        blocks.widthProperty().subscribe(_ -> blocks.refresh());
        headings.setId("headings");
        headings.setFixedCellSize(ROW);
        headings.setCellFactory(_ -> new HeadingCell());
        headings.getSelectionModel().selectedItemProperty().subscribe(h -> {
            if (h != null) {
                go(h.origin().line());
            }
        });
    }

    ListView<PlacedBlock> blocks() {
        return blocks;
    }

    ListView<Heading> headings() {
        return headings;
    }

    void show(RunbookSheet next) {
        if (next.equals(sheet)) {
            return;
        }
        boolean same = sheet != null && sheet.file().equals(next.file());
        int line = same ? line() : 0;
        sheet = next;
        String text = next.runbook().texts().getOrDefault(next.file(), "");
        List<SourceLine> lines = next.lines();
        blocks.getItems()
                .setAll(
                        next.runbook().files().contains(next.file())
                                ? MarkdownBlocks.placed(text)
                                : List.of(new PlacedBlock(new Block.Code("yaml", text.strip()), 1, lines.size())));
        headings.getItems()
                .setAll(next.runbook().headings().stream()
                        .filter(h -> h.origin().file().equals(next.file()))
                        .toList());
        if (line > 0) {
            go(line);
        }
    }

    /// The chosen block's line, 0 when none is.
    int line() {
        PlacedBlock chosen = blocks.getSelectionModel().getSelectedItem();
        return chosen == null ? 0 : chosen.first();
    }

    void found(List<Integer> lines) {
        found = lines;
        blocks.refresh();
    }

    /// Goes to the block a line stands in and marks it.
    void go(int line) {
        int at = -1;
        for (int i = 0; i < blocks.getItems().size() && blocks.getItems().get(i).first() <= line; i++) {
            at = i;
        }
        if (at >= 0) {
            blocks.getSelectionModel().clearAndSelect(at);
            blocks.scrollTo(Math.max(0, at - 1));
        }
    }

    private static final class HeadingCell extends ListCell<Heading> {
        private final Label label = new Label();

        HeadingCell() {
            label.getStyleClass().add("toc");
            label.setTextOverrun(OverrunStyle.ELLIPSIS);
            label.setMaxWidth(Double.MAX_VALUE);
            label.setMinWidth(0);
        }

        @Override
        protected void updateItem(@Nullable Heading item, boolean empty) {
            super.updateItem(item, empty);
            setText(null);
            setGraphic(empty || item == null ? null : label);
            if (item != null && !empty) {
                String title = item.number() == null || item.title().startsWith(item.number())
                        ? item.title()
                        : item.number() + "  " + item.title();
                label.setText(Fonts.drawable(title));
                label.setPadding(new Insets(0, 12, 0, 16 + STEP * Math.max(0, Math.min(item.level(), 5) - 2)));
                label.getStyleClass().setAll("label", "toc", item.level() <= 2 ? "toc-main" : "toc-sub");
                setAccessibleText(title);
                setTooltip(new Tooltip(title));
            }
        }

        @Override
        protected double computePrefWidth(double height) {
            return 0;
        }
    }
}
