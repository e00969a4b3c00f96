package plantao.ui.board;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.TilePane;
import javafx.scene.layout.VBox;
import plantao.desk.ServiceTile;
import plantao.ui.fx.Figures;
import plantao.ui.fx.Fonts;
import plantao.ui.fx.Rows;
import plantao.ui.fx.Texts;

/// The services' tiles by group: groups stand beside each other where that takes less height.
final class TileBoard extends VBox {
    private static final double GAP = 8;
    private static final double NARROWEST = 240;
    private static final double WIDEST = 320;
    private static final double SCROLL_BAR = 12;

    private final Texts texts;
    private final Figures figures;
    private final Map<String, Group> groups = new LinkedHashMap<>();
    private Instant now = Instant.EPOCH;
    private double room = 860;
    private boolean dense;

    private record Group(VBox box, Label summary, TilePane pane, Rows<ServiceTile, TileNode> rows, int size) {}

    TileBoard(Texts texts, Figures figures) {
        super(GAP);
        this.texts = texts;
        this.figures = figures;
    }

    /// @param width what there is to fill, in px
    void fit(double width, boolean tight) {
        if (width != room || tight != dense) {
            room = width;
            dense = tight;
            arrange();
            groups.values().forEach(g -> g.rows().refresh());
        }
    }

    void show(List<ServiceTile> services, Instant moment) {
        now = moment;
        Map<String, List<ServiceTile>> byGroup = new LinkedHashMap<>();
        boolean grouped = services.stream().allMatch(t -> t.service().group() != null);
        for (ServiceTile tile : services) {
            String group = tile.service().group();
            byGroup.computeIfAbsent(grouped && group != null ? group : "", _ -> new ArrayList<>())
                    .add(tile);
        }
        boolean same = byGroup.keySet().equals(groups.keySet())
                && byGroup.entrySet().stream().allMatch(e -> {
                    Group group = groups.get(e.getKey());
                    return group != null && group.size() == e.getValue().size();
                });
        if (!same) {
            groups.clear();
            byGroup.forEach((name, tiles) -> groups.put(name, group(name, tiles.size())));
            arrange();
        }
        byGroup.forEach((name, tiles) -> {
            Group group = Objects.requireNonNull(groups.get(name));
            group.rows().show(tiles);
            group.rows().refresh();
            int up =
                    (int) tiles.stream().filter(t -> Look.of(t, now) == Look.UP).count();
            group.summary().setText(texts.get("group.up", up, tiles.size()));
        });
    }

    private Group group(String name, int size) {
        TilePane pane = new TilePane(GAP, GAP);
        pane.setTileAlignment(Pos.TOP_LEFT);
        Label title = new Label(Fonts.drawable(name));
        title.getStyleClass().add("t-state");
        Label summary = new Label();
        summary.getStyleClass().add("t-muted");
        HBox head = new HBox(8, title, summary);
        head.setAlignment(Pos.BASELINE_LEFT);
        VBox box = name.isEmpty() ? new VBox(pane) : new VBox(6, head, pane);
        Rows<ServiceTile, TileNode> rows =
                new Rows<>(pane.getChildren(), ServiceTile::name, _ -> new TileNode(texts, figures), (node, tile) -> {
                    node.dense(dense);
                    node.show(tile, now);
                });
        return new Group(box, summary, pane, rows, size);
    }

    private void arrange() {
        // the same number with a scroll bar and without: it must not come and go for it
        int columns = Math.max(1, (int) ((room - SCROLL_BAR + GAP) / (NARROWEST + GAP)));
        double tile = Math.min(WIDEST, Math.floor((room - (columns - 1) * GAP) / columns));
        List<Group> all = List.copyOf(groups.values());
        List<Node> lines = new ArrayList<>();
        for (Bands.Band band : Bands.of(all.stream().map(Group::size).toList(), columns)) {
            HBox line = new HBox(GAP);
            for (int i = band.from(); i < band.to(); i++) {
                TilePane pane = all.get(i).pane();
                int across = band.widths().get(i - band.from());
                double width = across * (tile + GAP) - GAP;
                pane.setPrefColumns(across);
                pane.setPrefTileWidth(tile);
                pane.setMinWidth(width);
                pane.setPrefWidth(width);
                pane.setMaxWidth(width);
                line.getChildren().add(all.get(i).box());
            }
            lines.add(line);
        }
        getChildren().setAll(lines);
    }
}
