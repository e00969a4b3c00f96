package plantao.ui.board;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.CubicCurveTo;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;
import javafx.scene.shape.Polygon;
import org.jspecify.annotations.Nullable;
import plantao.desk.Board;
import plantao.desk.Dependencies;
import plantao.desk.ServiceTile;
import plantao.desk.SystemBoard;
import plantao.desk.VendorTile;
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
    private static final double TOP = 28;
    private static final double PAD = 14;
    private static final double GAP = 20;
    /// So far below a row a line that passed it may bend: the frames of its groups end there.
    private static final double AFTER = 23;

    private record Box(Diagram.Node node, HBox view, Mark mark, Label state) {}

    private record Arrow(Diagram.Edge edge, Path curve, Polygon head) {}

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
            services = Dependencies.nodes(system.runbook());
            vendors = Dependencies.vendors(system.runbook());
        }
        Map<String, ServiceTile> tiles = new HashMap<>();
        system.services().forEach(t -> tiles.put(t.name(), t));
        for (Box box : boxes.values()) {
            ServiceTile tile = tiles.get(services.getOrDefault(box.node().id(), ""));
            VendorTile vendor = tile == null ? vendor(system, box.node().id()) : null;
            ServiceLook look = vendor != null
                    ? ServiceLook.of(vendor)
                    : tile == null ? ServiceLook.UNKNOWN : ServiceLook.of(tile, system, board.now());
            Nodes.style(box.view(), "map-node", look.style);
            box.mark().setKind(look.mark);
            box.state()
                    .setText(
                            vendor != null
                                    ? texts.get("vendor." + vendor.state())
                                    : tile == null
                                            ? texts.get("state.noprobe")
                                            : ServiceLook.word(tile, system, look, board.now(), texts, figures));
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
        ServiceTile from = tiles.get(services.getOrDefault(edge.needing(), ""));
        String to = services.get(edge.needed());
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
            Path curve = new Path();
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
        return DiagramLayers.of(
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
                box.view().resizeRelocate(Math.round(x), r * ROW + TOP, Math.min(width, w - 2 * PAD), NODE);
                x += width + step;
            }
        }
        groups.forEach(this::layoutGroup);
        layoutArrows();
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
        boolean below = entered(name);
        group.resizeRelocate(x0 - 6, y0 - (below ? 6 : 25), x1 - x0 + 12, y1 - y0 + (below ? 28 : 31));
        Label label = groupNames.get(name);
        if (label != null) {
            label.resizeRelocate(x0 - 3, below ? y1 + 3 : y0 - 24, label.prefWidth(-1), 17);
        }
    }

    /// Whether lines come into this group from above and none leaves it below: its name stands out of their way.
    private boolean entered(String group) {
        boolean in = false;
        for (Diagram.Edge edge : drawn.edges()) {
            Box from = boxes.get(edge.from());
            Box to = boxes.get(edge.to());
            if (from != null
                    && to != null
                    && !group.equals(from.node().group())
                    && group.equals(to.node().group())) {
                in |= row(from) < row(to);
            }
            boolean leaves =
                    from != null && to != null && group.equals(from.node().group()) && row(from) < row(to);
            if (leaves || from != null && to != null && group.equals(to.node().group()) && row(from) > row(to)) {
                return false;
            }
        }
        return in;
    }

    /// Lines that cross rows pass them through their gaps; those at one box end, and begin, beside each other.
    private void layoutArrows() {
        DiagramRoutes routes = new DiagramRoutes(
                rows.stream()
                        .map(row -> row.stream()
                                .map(id -> Objects.requireNonNull(boxes.get(id)).view())
                                .map(v -> new DiagramRoutes.Span(v.getLayoutX(), v.getLayoutX() + v.getWidth()))
                                .toList())
                        .toList(),
                getWidth());
        List<Way> ways = new ArrayList<>();
        for (Arrow arrow : arrows) {
            Box from = boxes.get(arrow.edge().from());
            Box to = boxes.get(arrow.edge().to());
            if (from == null || to == null || from == to) {
                continue;
            }
            int fromRow = row(from);
            int toRow = row(to);
            ways.add(new Way(
                    arrow,
                    from.view(),
                    to.view(),
                    fromRow,
                    toRow,
                    routes.between(fromRow, centre(from.view()), toRow, centre(to.view()))));
        }
        ways.forEach(way -> layoutArrow(way, ways));
    }

    /// A line's way.
    ///
    /// @param crossings where it passes the rows between its ends
    private record Way(Arrow arrow, Region from, Region to, int fromRow, int toRow, List<Double> crossings) {
        boolean down() {
            return fromRow < toRow;
        }

        /// Where it comes to its end from.
        double before() {
            return crossings.isEmpty() ? centre(from) : crossings.getLast();
        }

        /// Where it goes to first.
        double after() {
            return crossings.isEmpty() ? centre(to) : crossings.getFirst();
        }
    }

    private int row(Box box) {
        return (int) Math.round((box.view().getLayoutY() - TOP) / ROW);
    }

    private static void layoutArrow(Way way, List<Way> all) {
        if (way.fromRow() == way.toRow()) {
            sideways(way, all);
            return;
        }
        boolean down = way.down();
        double sx = beside(
                way,
                all.stream()
                        .filter(w -> w.from() == way.from() && w.fromRow() != w.toRow() && w.down() == down)
                        .toList(),
                Way::after,
                centre(way.from()),
                10);
        double ex = beside(
                way,
                all.stream()
                        .filter(w -> w.to() == way.to() && w.fromRow() != w.toRow() && w.down() == down)
                        .toList(),
                Way::before,
                centre(way.to()),
                14);
        double y = way.from().getLayoutY() + (down ? NODE : 0);
        double end = way.to().getLayoutY() + (down ? -1 : NODE + 1);
        List<PathElement> path = new ArrayList<>(List.of(new MoveTo(sx, y)));
        double x = sx;
        int row = way.fromRow();
        for (double crossing : way.crossings()) {
            row += down ? 1 : -1;
            double top = row * ROW + TOP + (down ? -2 : NODE + 2);
            bend(path, x, y, crossing, top);
            y = row * ROW + TOP + (down ? NODE + AFTER : -2);
            path.add(new LineTo(crossing, y));
            x = crossing;
        }
        bend(path, x, y, ex, end - (down ? 5 : -5));
        way.arrow().curve().getElements().setAll(path);
        way.arrow().head().setRotate(down ? 0 : 180);
        way.arrow().head().relocate(ex - 3.5, down ? end - 6 : end);
    }

    private static void bend(List<PathElement> path, double x, double y, double ex, double ey) {
        double half = (ey - y) / 2;
        path.add(new CubicCurveTo(x, y + half, ex, ey - half, ex, ey));
    }

    /// Between boxes of one row: from side to side where nothing stands between, else over their heads.
    private static void sideways(Way way, List<Way> all) {
        Region from = way.from();
        Region to = way.to();
        boolean right = from.getLayoutX() < to.getLayoutX();
        double y = from.getLayoutY() + NODE / 2;
        double sx = right ? from.getLayoutX() + from.getWidth() : from.getLayoutX();
        double ex = right ? to.getLayoutX() - 1 : to.getLayoutX() + to.getWidth() + 1;
        boolean free = all.stream()
                .flatMap(w -> java.util.stream.Stream.of(w.from(), w.to()))
                .noneMatch(v -> v.getLayoutY() == from.getLayoutY()
                        && v.getLayoutX() > Math.min(sx, ex)
                        && v.getLayoutX() + v.getWidth() < Math.max(sx, ex));
        Path path = way.arrow().curve();
        if (free) {
            path.getElements().setAll(new MoveTo(sx, y), new LineTo(ex - (right ? 5 : -5), y));
            way.arrow().head().setRotate(right ? -90 : 90);
            way.arrow().head().relocate(right ? ex - 6.5 : ex - 0.5, y - 3);
            return;
        }
        double bottom = from.getLayoutY() + NODE;
        double begin = centre(from) + (right ? 20 : -20);
        double end = centre(to) + (right ? -20 : 20);
        path.getElements()
                .setAll(
                        new MoveTo(begin, bottom),
                        new CubicCurveTo(begin, bottom + 30, end, bottom + 30, end, bottom + 6));
        way.arrow().head().setRotate(180);
        way.arrow().head().relocate(end - 3.5, bottom + 1);
    }

    private static double centre(Region view) {
        return view.getLayoutX() + view.getWidth() / 2;
    }

    /// Lines at one side of a box stand beside each other, in the order of where they come from or go to.
    private static double beside(Way way, List<Way> same, ToDoubleFunction<Way> order, double centre, double apart) {
        List<Way> sorted =
                same.stream().sorted(Comparator.comparingDouble(order)).toList();
        double room = Math.min(apart, (way.from().getWidth() - 24) / Math.max(1, sorted.size()));
        return centre + (sorted.indexOf(way) - (sorted.size() - 1) / 2.0) * room;
    }
}
