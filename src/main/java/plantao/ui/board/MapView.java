package plantao.ui.board;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.CubicCurve;
import javafx.scene.shape.Polygon;
import org.jspecify.annotations.Nullable;
import plantao.desk.Board;
import plantao.desk.ServiceTile;
import plantao.desk.SystemBoard;
import plantao.desk.Wiring;
import plantao.runbook.Diagram;
import plantao.ui.fx.Figures;
import plantao.ui.fx.Fonts;
import plantao.ui.fx.Mark;
import plantao.ui.fx.Texts;

/// The runbook's own diagram, its boxes coloured by the services they show: what needs stands above what is needed.
final class MapView extends Pane {
    private static final double NODE = 44;
    private static final double ROW = 92;
    private static final double PAD = 10;

    private record Box(Diagram.Node node, HBox view, Mark mark, Label state) {}

    private record Arrow(Diagram.Edge edge, CubicCurve curve, Polygon head) {}

    private final Texts texts;
    private final Figures figures;
    private final Map<String, Box> boxes = new LinkedHashMap<>();
    private final Map<String, Region> groups = new LinkedHashMap<>();
    private final Map<String, Label> groupNames = new HashMap<>();
    private final List<Arrow> arrows = new ArrayList<>();
    private List<List<String>> rows = List.of();
    private Diagram drawn = Diagram.NONE;
    private Map<String, String> services = Map.of();

    MapView(Texts texts, Figures figures) {
        this.texts = texts;
        this.figures = figures;
    }

    void show(SystemBoard system, Board board) {
        if (!system.runbook().diagram().equals(drawn)) {
            build(system.runbook().diagram());
            services = Wiring.nodes(system.runbook());
        }
        Map<String, ServiceTile> tiles = new HashMap<>();
        system.services().forEach(t -> tiles.put(t.name(), t));
        for (Box box : boxes.values()) {
            ServiceTile tile = tiles.get(services.getOrDefault(box.node().id(), ""));
            Look look = tile == null ? Look.UNKNOWN : Look.of(tile, board.now());
            box.view().getStyleClass().setAll("map-node", look.style);
            box.mark().setKind(look.mark);
            box.state().setText(tile == null ? texts.get("state.noprobe") : state(tile, look, board));
        }
        for (Arrow arrow : arrows) {
            boolean red = suffers(tiles, arrow.edge());
            arrow.curve().getStyleClass().setAll(red ? List.of("map-edge", "red") : List.of("map-edge"));
            arrow.head().getStyleClass().setAll(red ? List.of("map-arrow", "red") : List.of("map-arrow"));
        }
    }

    private String state(ServiceTile tile, Look look, Board board) {
        return look == Look.DEGRADED || look == Look.DOWN_CONSEQUENCE
                ? texts.get("because", String.valueOf(tile.cause()))
                : Look.word(tile, look, board.now(), texts, figures);
    }

    private boolean suffers(Map<String, ServiceTile> tiles, Diagram.Edge edge) {
        ServiceTile from = tiles.get(services.getOrDefault(edge.from(), ""));
        String to = services.get(edge.to());
        return from != null && to != null && from.cause() != null
                && (from.cause().equals(to) || tiles.get(to) != null && from.cause().equals(tiles.get(to).cause()));
    }

    private void build(Diagram diagram) {
        drawn = diagram;
        getChildren().clear();
        boxes.clear();
        groups.clear();
        groupNames.clear();
        arrows.clear();
        for (Diagram.Node node : diagram.nodes()) {
            if (node.group() != null && !groups.containsKey(node.group())) {
                Region group = new Region();
                group.getStyleClass().add("map-group");
                Label name = new Label(Fonts.drawable(node.group()));
                name.getStyleClass().add("t-muted");
                groups.put(node.group(), group);
                groupNames.put(node.group(), name);
            }
        }
        getChildren().addAll(groups.values());
        getChildren().addAll(groupNames.values());
        for (Diagram.Edge edge : diagram.edges()) {
            CubicCurve curve = new CubicCurve();
            Polygon head = new Polygon(0, 0, -3.5, -6, 3.5, -6);
            arrows.add(new Arrow(edge, curve, head));
            getChildren().addAll(curve, head);
        }
        for (Diagram.Node node : diagram.nodes()) {
            Box box = box(node);
            boxes.put(node.id(), box);
            getChildren().add(box.view());
        }
        rows = Layers.of(diagram);
        double height = rows.size() * ROW + PAD;
        setMinHeight(height);
        setPrefHeight(height);
    }

    private Box box(Diagram.Node node) {
        Mark mark = new Mark(Mark.Kind.UNKNOWN, 12);
        mark.setMinWidth(12);
        Label name = new Label(Fonts.drawable(node.label()));
        name.getStyleClass().add("t-state");
        name.setMinWidth(0);
        Label state = new Label();
        state.getStyleClass().addAll("t-muted", "node-state");
        state.setMinWidth(0);
        VBox words = new VBox(name, state);
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMinWidth(0);
        words.setAlignment(Pos.CENTER_LEFT);
        HBox view = new HBox(mark, words);
        view.getStyleClass().add("map-node");
        return new Box(node, view, mark, state);
    }

    @Override
    protected void layoutChildren() {
        double w = getWidth();
        for (int r = 0; r < rows.size(); r++) {
            List<String> row = rows.get(r);
            double step = (w - 2 * PAD) / row.size();
            for (int i = 0; i < row.size(); i++) {
                Box box = Objects.requireNonNull(boxes.get(row.get(i)));
                double width = Math.min(200, step - 14);
                box.view().resizeRelocate(Math.round(PAD + i * step + (step - width) / 2), r * ROW + 28, Math.round(width), NODE);
            }
        }
        groups.forEach(this::layoutGroup);
        arrows.forEach(this::layoutArrow);
    }

    private void layoutGroup(String name, Region group) {
        double x0 = Double.MAX_VALUE;
        double y0 = Double.MAX_VALUE;
        double x1 = 0;
        double y1 = 0;
        for (Box box : boxes.values()) {
            if (name.equals(box.node().group())) {
                HBox v = box.view();
                x0 = Math.min(x0, v.getLayoutX());
                y0 = Math.min(y0, v.getLayoutY());
                x1 = Math.max(x1, v.getLayoutX() + v.getWidth());
                y1 = Math.max(y1, v.getLayoutY() + v.getHeight());
            }
        }
        group.resizeRelocate(x0 - 6, y0 - 22, x1 - x0 + 12, y1 - y0 + 28);
        Label label = groupNames.get(name);
        if (label != null) {
            label.resizeRelocate(x0, y0 - 20, label.prefWidth(-1), 17);
        }
    }

    private void layoutArrow(Arrow arrow) {
        @Nullable Box from = boxes.get(arrow.edge().from());
        @Nullable Box to = boxes.get(arrow.edge().to());
        if (from == null || to == null) {
            return;
        }
        boolean down = from.view().getLayoutY() < to.view().getLayoutY();
        double sx = centre(from.view());
        double ex = entry(arrow, to.view());
        double sy = down ? from.view().getLayoutY() + NODE : from.view().getLayoutY();
        double ey = down ? to.view().getLayoutY() - 1 : to.view().getLayoutY() + NODE + 1;
        double bend = (ey - sy) / 2;
        CubicCurve c = arrow.curve();
        c.setStartX(sx);
        c.setStartY(sy);
        c.setControlX1(sx);
        c.setControlY1(sy + bend);
        c.setControlX2(ex);
        c.setControlY2(ey - bend);
        c.setEndX(ex);
        c.setEndY(ey - (down ? 5 : -5));
        arrow.head().setRotate(down ? 0 : 180);
        arrow.head().relocate(ex - 3.5, down ? ey - 6 : ey);
    }

    private static double centre(Region view) {
        return view.getLayoutX() + view.getWidth() / 2;
    }

    /// Arrows that end at the same box end beside each other, in the order of where they come from.
    private double entry(Arrow arrow, Region to) {
        List<Arrow> same = arrows.stream()
                .filter(a -> a.edge().to().equals(arrow.edge().to()))
                .sorted(Comparator.comparingDouble(a -> {
                    Box box = boxes.get(a.edge().from());
                    return box == null ? 0 : centre(box.view());
                }))
                .toList();
        int i = same.indexOf(arrow);
        return centre(to) + (i - (same.size() - 1) / 2.0) * 16;
    }

}
