package plantao.ui.fx;

import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import plantao.export.Block;
import plantao.export.DocumentBlanks;
import plantao.export.MarkdownBlocks;
import plantao.export.Span;

/// A Markdown document as it reads. Blocks that have not changed keep their nodes, so that it can follow an editor.
public final class MarkdownPane extends VBox {
    private static final int LONG = 32;

    private List<Block> blocks = List.of();
    private Consumer<String> clicked = _ -> {};

    /// An empty document.
    public MarkdownPane() {
        getStyleClass().add("document");
    }

    /// Shows a document; any text is one.
    public void show(String markdown) {
        show(MarkdownBlocks.of(markdown));
    }

    /// Shows these blocks.
    public void show(List<Block> next) {
        int same = 0;
        while (same < Math.min(blocks.size(), next.size()) && blocks.get(same).equals(next.get(same))) {
            same++;
        }
        getChildren().remove(same, getChildren().size());
        next.subList(same, next.size()).stream().map(b -> block(b, "t-reading")).forEach(getChildren()::add);
        blocks = next;
    }

    /// What happens when a blank is clicked; it is given the blank's text.
    public void onBlank(Consumer<String> clicked) {
        this.clicked = clicked;
    }

    private Node block(Block block, String style) {
        return switch (block) {
            case Block.Heading h -> heading(h);
            case Block.Paragraph p -> flow(p.spans(), style);
            case Block.Listing l -> listing(l, style);
            case Block.Quote q -> {
                VBox quote = new VBox(8);
                quote.getStyleClass().add("quote");
                q.blocks().forEach(b -> quote.getChildren().add(block(b, style)));
                yield quote;
            }
            case Block.Code c -> {
                Label code = new Label(Fonts.drawable(c.text()));
                code.getStyleClass().addAll("t-mono", "code");
                code.setWrapText(true);
                code.setMaxWidth(Double.MAX_VALUE);
                yield code;
            }
            case Block.Grid g -> grid(g);
            case Block.Rule _ -> {
                Region rule = new Region();
                rule.getStyleClass().add("divider");
                yield rule;
            }
        };
    }

    private static Node heading(Block.Heading h) {
        Label label = new Label(Fonts.drawable(text(h.spans())));
        label.getStyleClass().add("h" + Math.min(h.level(), 3));
        label.setWrapText(true);
        label.setMaxWidth(Double.MAX_VALUE);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }

    private Node listing(Block.Listing l, String style) {
        VBox list = new VBox(4);
        int number = l.first() == null ? 0 : l.first();
        for (Block.Item item : l.items()) {
            VBox body = new VBox(4);
            item.blocks().forEach(b -> body.getChildren().add(block(b, style)));
            HBox.setHgrow(body, Priority.ALWAYS);
            HBox row = new HBox(8, bullet(item, l.first() == null ? "•" : number++ + ".", style), body);
            list.getChildren().add(row);
        }
        return list;
    }

    private static Node bullet(Block.Item item, String sign, String style) {
        if (item.ticked() != null) {
            Mark mark = new Mark(item.ticked() ? Mark.Kind.DONE : Mark.Kind.TODO, 16);
            mark.setTranslateY(3);
            return mark;
        }
        Label label = new Label(sign);
        label.getStyleClass().add(style);
        label.setMinWidth(USE_PREF_SIZE);
        label.setPadding(new javafx.geometry.Insets(0, 0, 0, 4));
        return label;
    }

    private Node grid(Block.Grid g) {
        GridPane grid = new GridPane(16, 0);
        grid.getStyleClass().add("grid");
        int columns = g.rows().stream().mapToInt(List::size).max().orElse(0);
        for (int c = 0; c < columns; c++) {
            ColumnConstraints constraints = new ColumnConstraints();
            constraints.setMinWidth(48);
            constraints.setHgrow(Priority.SOMETIMES);
            grid.getColumnConstraints().add(constraints);
        }
        for (int r = 0; r < g.rows().size(); r++) {
            for (int c = 0; c < g.rows().get(r).size(); c++) {
                TextFlow cell = flow(g.rows().get(r).get(c), r == 0 ? "t-state" : "t-dense");
                cell.setPadding(new javafx.geometry.Insets(4, 0, 4, 0));
                GridPane.setValignment(cell, VPos.TOP);
                grid.add(cell, c, r);
            }
        }
        return grid;
    }

    private TextFlow flow(List<Span> spans, String style) {
        TextFlow flow = new TextFlow();
        flow.getStyleClass().add(style);
        for (Span span : spans) {
            String text = span.text();
            int from = 0;
            Matcher blank = DocumentBlanks.PATTERN.matcher(text);
            while (!span.code() && blank.find()) {
                add(flow, text.substring(from, blank.start()), span, style);
                flow.getChildren().add(fill(blank.group(), style));
                from = blank.end();
            }
            add(flow, text.substring(from), span, style);
        }
        return flow;
    }

    /// A blank on its marked ground; a long one is text, which can be broken into lines, but has no ground.
    private Node fill(String blank, String style) {
        Node node;
        if (blank.length() <= LONG) {
            node = new Label(Fonts.drawable(blank));
            node.getStyleClass().addAll(style, "to-fill");
        } else {
            Text text = new Text(Fonts.drawable(blank));
            text.setUnderline(true);
            node = text;
            node.getStyleClass().addAll(style, "c-warning");
        }
        node.setOnMouseClicked(_ -> clicked.accept(blank));
        return node;
    }

    private static void add(TextFlow flow, String text, Span span, String style) {
        if (text.isEmpty()) {
            return;
        }
        Text node = new Text(Fonts.drawable(text));
        node.getStyleClass().add(span.code() ? "t-mono" : style);
        if (span.bold()) {
            node.setStyle("-fx-font-weight: bold;");
        }
        if (span.italic()) {
            node.getStyleClass().add("c-muted");
        }
        if (span.link() != null) {
            node.getStyleClass().add("c-accent");
        }
        flow.getChildren().add(node);
    }

    private static String text(List<Span> spans) {
        return spans.stream().map(Span::text).reduce("", String::concat);
    }
}
