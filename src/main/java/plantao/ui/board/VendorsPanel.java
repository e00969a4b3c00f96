package plantao.ui.board;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import plantao.desk.VendorTile;
import plantao.ui.fx.Figures;
import plantao.ui.fx.Fonts;
import plantao.ui.fx.Mark;
import plantao.ui.fx.Nodes;
import plantao.ui.fx.RowSync;
import plantao.ui.fx.Texts;

/// What the suppliers' own status pages say: "us or them?" at a glance.
final class VendorsPanel extends VBox {
    private final Texts texts;
    private final List<Node> parts;
    private final RowSync<VendorTile, HBox> rows;

    VendorsPanel(Texts texts, Figures figures) {
        this.texts = texts;
        getStyleClass().add("panel");
        Label name = new Label(texts.get("vendors"));
        name.getStyleClass().add("t-name");
        HBox header = new HBox(new FontIcon("fth-globe"), name);
        header.getStyleClass().add("panel-header");
        VBox body = new VBox();
        rows = new RowSync<>(
                body.getChildren(), v -> v.vendor().name(), _ -> new HBox(), (row, v) -> draw(row, v, figures));
        parts = List.of(header, body);
    }

    void show(List<VendorTile> vendors) {
        List<VendorTile> asked = vendors.stream().filter(v -> v.probe() != null).toList();
        rows.show(asked);
        if (getChildren().isEmpty() != asked.isEmpty()) {
            getChildren().setAll(asked.isEmpty() ? List.of() : parts);
        }
        setVisible(!asked.isEmpty());
        setManaged(!asked.isEmpty());
    }

    private void draw(HBox row, VendorTile vendor, Figures figures) {
        Mark.Kind kind = switch (vendor.state()) {
            case FINE -> Mark.Kind.UP;
            case TROUBLED -> Mark.Kind.DEGRADED;
            case DOWN -> Mark.Kind.DOWN;
            case UNKNOWN -> Mark.Kind.UNKNOWN;
        };
        Label name = new Label(Fonts.drawable(vendor.vendor().name()));
        name.getStyleClass().add("t-body");
        name.setMinWidth(Region.USE_PREF_SIZE);
        String said = vendor.words().isEmpty() ? texts.get("vendors.waiting") : texts.said(vendor.words());
        Label words = new Label(Fonts.drawable(said));
        words.getStyleClass().add("t-muted");
        words.setWrapText(true);
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        Label when = new Label(
                vendor.last() == null ? "" : figures.utcShort(vendor.last().at()));
        when.getStyleClass().add("t-muted");
        when.setMinWidth(Region.USE_PREF_SIZE);
        Nodes.style(row, "list-row");
        row.getChildren().setAll(new Mark(kind, 16), name, words, when);
        row.setAccessibleText(vendor.vendor().name() + ": " + said);
    }
}
