package plantao.ui.search;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import plantao.journal.Entry;
import plantao.ui.fx.Figures;
import plantao.ui.fx.Fonts;
import plantao.ui.fx.Mark;
import plantao.ui.incident.TimelineItem;
import plantao.ui.incident.TimelineWords;

/// One found entry: when, what, about what; and where and who.
final class EntryCell extends ListCell<Entry> {
    private final TimelineWords telling;
    private final Figures figures;

    EntryCell(TimelineWords telling, Figures figures) {
        this.telling = telling;
        this.figures = figures;
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(Entry entry, boolean empty) {
        super.updateItem(entry, empty);
        setGraphic(empty || entry == null ? null : row(entry));
    }

    private Node row(Entry entry) {
        TimelineItem told = telling.of(entry);
        Label time = label(figures.exact(entry.at()), "t-muted");
        time.setMinWidth(168);
        Node sign = told.mark() == null ? new FontIcon(told.icon()) : new Mark(told.mark(), 16);
        Label what = label(
                Stream.of(told.lead(), told.text()).filter(s -> !s.isBlank()).collect(Collectors.joining("  ")),
                told.command() ? "t-mono" : "t-name");
        what.setTextOverrun(OverrunStyle.ELLIPSIS);
        VBox words = new VBox(1, what);
        if (!told.about().isBlank()) {
            words.getChildren().add(label(told.about(), "t-muted"));
        }
        words.setAlignment(Pos.CENTER_LEFT);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        Label where = label(
                Stream.of(entry.system(), entry.operator())
                        .filter(s -> !s.isBlank())
                        .collect(Collectors.joining(" · ")),
                "t-muted");
        where.setMaxWidth(200);
        where.setMinWidth(80);
        HBox row = new HBox(12, time, sign, words, where);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().addAll("list-row", "dense");
        return row;
    }

    private static Label label(String text, String style) {
        Label label = new Label(Fonts.drawable(text.lines().findFirst().orElse("")));
        label.getStyleClass().add(style);
        return label;
    }
}
