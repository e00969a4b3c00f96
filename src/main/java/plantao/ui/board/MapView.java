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
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.CubicCurve;
import javafx.scene.shape.Polygon;
import org.jspecify.annotations.Nullable;
import plantao.desk.Board;
import plantao.desk.ServiceTile;
import plantao.desk.SystemBoard;
import plantao.desk.VendorTile;
import plantao.desk.Wiring;
import plantao.runbook.Diagram;
import plantao.ui.fx.Figures;
import plantao.ui.fx.Fonts;
import plantao.ui.fx.Mark;
import plantao.ui.fx.Nodes;
import plantao.ui.fx.Texts;

/// The runbook's own diagram, its boxes coloured by the services they show: what needs stands above what is needed.
final class MapView extends Pane {
    private static final double NODE = 44;
    private static final double ROW = 92;
    private static final double PAD = 14;
    private static final double GAP = 20;

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
    private Map<String, String> vendors = Map.of();

    MapView(Texts texts, Figures figures) {
        this.texts = texts;
        this.figures = figures;
    }

    void show(SystemBoard system, Board board) {
        if (!system.runbook().diagram().equals(drawn)) {
            build(system.runbook().diagram());
            services = Wiring.nodes(system.runbook());
            vendors = Wiring.vendors(system.runbook());
        }
        Map<String, ServiceTile> tiles = new HashMap<>();
        system.services().forEach(t -> tiles.put(t.name(), t));
        for (Box box : boxes.values()) {
            ServiceTile tile = tiles.get(services.getOrDefault(box.node().id(), ""));
            VendorTile vendor = tile == null ? vendor(system, box.node().id()) : null;
            Look look =
                    vendor != null ? Look.of(vendor) : tile == null ? Look.UNKNOWN : Look.of(tile, system, board.now());
            Nodes.style(box.view(), "map-node", look.style);
            box.mark().setKind(look.mark);
            box.state()
                    .setText(
                            vendor != null
                                    ? texts.get("vendor." + vendor.state())
                                    : tile == null
                                            ? texts.get("state.noprobe")
                                            : Look.word(tile, system, look, board.now(), texts, figures));
        }
        for (Arrow arrow : arrows) {
            boolean red = suffers(tiles, arrow.edge());
            Nodes.style(arrow.curve(), "map-edge", red ? "red" : "plain");
            Nodes.style(arrow.head(), "map-arrow", red ? "red" : "plain");
        }
    }

    /// The supplier whose status page is asked and whom this box shows.
    private @Nullable VendorTile vendor(SystemBoard system, String node) {
        return system.vendors().stream()
                .filter(v -> v.probe() != null && v.vendor().name().equals(vendors.get(node)))
                .findFirst()
                .orElse(null);
    }

    private boolean suffers(Map<String, ServiceTile> tiles, Diagram.Edge edge) {
        ServiceTile from = tiles.get(services.getOrDefault(edge.from(), ""));
        String to = services.get(edge.to());
        return from != null
                && to != null
                && from.cause() != null
                && (from.cause().equals(to)
                        || tiles.get(to) != null
                                && from.cause().equals(tiles.get(to).cause()));
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
                name.getStyleClass().addAll("t-muted", "map-group-name");
                groups.put(node.group(), group);
                groupNames.put(node.group(), name);
            }
        }
        getChildren().addAll(groups.values());
        for (Diagram.Edge edge : diagram.edges()) {
            CubicCurve curve = new CubicCurve();
            Polygon head = new Polygon(0, 0, -3.5, -6, 3.5, -6);
            arrows.add(new Arrow(edge, curve, head));
            getChildren().addAll(curve, head);
        }
        getChildren().addAll(groupNames.values());
        for (Diagram.Node node : diagram.nodes()) {
            Box box = box(node);
            boxes.put(node.id(), box);
            getChildren().add(box.view());
        }
        rows = List.of();
    }

    @Override
    public javafx.geometry.Orientation getContentBias() {
        return javafx.geometry.Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefHeight(double width) {
        return rows(width <= 0 ? 440 : width).size() * ROW + PAD;
    }

    private List<List<String>> rows(double width) {
        return Layers.of(
                drawn, id -> natural(Objects.requireNonNull(boxes.get(id)).view()) + GAP, width - 2 * PAD + GAP);
    }

    /// As wide as its words, in steps, so that a word that changes does not shift all boxes.
    private static double natural(Region box) {
        return Math.max(104, Math.ceil((box.prefWidth(-1) + 6) / 16) * 16);
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
        words.setAlignment(Pos.CENTER_LEFT);
        HBox view = new HBox(mark, words);
        view.getStyleClass().add("map-node");
        return new Box(node, view, mark, state);
    }

    @Override
    protected void layoutChildren() {
        double w = getWidth();
        rows = rows(w);
        for (int r = 0; r < rows.size(); r++) {
            List<Box> row = rows.get(r).stream()
                    .map(id -> Objects.requireNonNull(boxes.get(id)))
                    .toList();
            double free = w
                    - 2 * PAD
                    - row.stream().mapToDouble(box -> natural(box.view())).sum();
            double step = Math.min(56, free / row.size());
            double x = (w - (w - 2 * PAD - free) - step * (row.size() - 1)) / 2;
            for (Box box : row) {
                double width = natural(box.view());
                box.view().resizeRelocate(Math.round(x), r * ROW + 28, Math.min(width, w - 2 * PAD), NODE);
                x += width + step;
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
        group.resizeRelocate(x0 - 6, y0 - 25, x1 - x0 + 12, y1 - y0 + 31);
        Label label = groupNames.get(name);
        if (label != null) {
            label.resizeRelocate(x0 - 3, y0 - 24, label.prefWidth(-1), 17);
        }
    }

    private void layoutArrow(Arrow arrow) {
        @Nullable Box from = boxes.get(arrow.edge().from());
        @Nullable Box to = boxes.get(arrow.edge().to());
        if (from == null || to == null) {
            return;
        }
        if (from.view().getLayoutY() == to.view().getLayoutY()) {
            sideways(arrow, from.view(), to.view());
            return;
        }
        boolean down = from.view().getLayoutY() < to.view().getLayoutY();
        double sx = centre(from.view());
        double ex = entry(arrow, to.view());
        double sy = down ? from.view().getLayoutY() + NODE : from.view().getLayoutY();
        double ey = down ? to.view().getLayoutY() - 1 : to.view().getLayoutY() + NODE + 1;
        double bend = (ey - sy) / 2;
        curve(arrow.curve(), sx, sy, sx, sy + bend, ex, ey - bend, ex, ey - (down ? 5 : -5));
        arrow.head().setRotate(down ? 0 : 180);
        arrow.head().relocate(ex - 3.5, down ? ey - 6 : ey);
    }

    /// Between boxes of one row: from side to side.
    private static void sideways(Arrow arrow, Region from, Region to) {
        boolean right = from.getLayoutX() < to.getLayoutX();
        double y = from.getLayoutY() + NODE / 2;
        double sx = right ? from.getLayoutX() + from.getWidth() : from.getLayoutX();
        double ex = right ? to.getLayoutX() - 1 : to.getLayoutX() + to.getWidth() + 1;
        curve(arrow.curve(), sx, y, (sx + ex) / 2, y, (sx + ex) / 2, y, ex - (right ? 5 : -5), y);
        arrow.head().setRotate(right ? -90 : 90);
        arrow.head().relocate(right ? ex - 6.5 : ex - 0.5, y - 3);
    }

    private static void curve(
            CubicCurve c, double x0, double y0, double x1, double y1, double x2, double y2, double x3, double y3) {
        c.setStartX(x0);
        c.setStartY(y0);
        c.setControlX1(x1);
        c.setControlY1(y1);
        c.setControlX2(x2);
        c.setControlY2(y2);
        c.setEndX(x3);
        c.setEndY(y3);
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
