package plantao.ui.board;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.TilePane;
import javafx.scene.layout.VBox;
import plantao.desk.ServiceTile;
import plantao.desk.SystemBoard;
import plantao.ui.fx.Figures;
import plantao.ui.fx.Fonts;
import plantao.ui.fx.RowSync;
import plantao.ui.fx.Texts;

/// The services' tiles by group: groups stand beside each other where that takes less height.
final class TileBoard extends VBox {
    private static final double GAP = 8;
    private static final double NARROWEST = 240;
    private static final double WIDEST = 440;
    private static final double SCROLL_BAR = 12;
    private static final double HIGH = 120;
    private static final double LOW = 28;
    /// More tiles than this are not seen at once.
    static final int MANY = 60;

    private final Texts texts;
    private final Figures figures;
    private final Map<String, Group> groups = new LinkedHashMap<>();
    private final Consumer<Place> chosen;
    private final Region scroll;
    private Map<String, SystemBoard> systems = Map.of();
    private Instant now = Instant.EPOCH;
    private Map<String, Integer> sizes = Map.of();
    private double room = 860;
    private boolean dense;
    private boolean many;
    private int begun;

    /// A service of one of the systems.
    record Place(String system, ServiceTile tile) {}

    private record Group(VBox box, Label summary, TilePane pane, RowSync<Place, Slot<TileNode>> rows) {}

    /// @param scroll what the tiles are scrolled by
    /// @param chosen is given the service whose details are wanted
    TileBoard(Texts texts, Figures figures, Region scroll, Consumer<Place> chosen) {
        super(GAP);
        this.scroll = scroll;
        this.chosen = chosen;
        this.texts = texts;
        this.figures = figures;
    }

    /// @param width what there is to fill, in px
    void fit(double width, boolean tight) {
        if (width != room || tight != dense) {
            room = width;
            dense = tight;
            arrange();
            groups.values().forEach(g -> {
                g.rows().refresh();
                g.pane().getChildren().forEach(n -> ((Slot<?>) n).requestLayout());
            });
        }
    }

    /// Shows the services of these systems that the sieve lets through: of one by its groups, of several by system.
    void show(List<SystemBoard> shown, BoardFilter sieve, Instant moment) {
        now = moment;
        systems = shown.stream().collect(Collectors.toMap(SystemBoard::name, s -> s));
        Map<String, List<Place>> byGroup = new LinkedHashMap<>();
        for (SystemBoard system : shown) {
            boolean grouped =
                    system.services().stream().allMatch(t -> t.service().group() != null);
            for (ServiceTile tile : system.services()) {
                if (sieve.lets(tile, system, now)) {
                    String group = shown.size() > 1
                            ? system.name()
                            : grouped && tile.service().group() != null
                                    ? tile.service().group()
                                    : "";
                    byGroup.computeIfAbsent(group, _ -> new ArrayList<>()).add(new Place(system.name(), tile));
                }
            }
        }
        many = byGroup.values().stream().mapToInt(List::size).sum() > MANY;
        begun = 0;
        Map<String, List<Place>> ordered = troubledFirst(byGroup);
        Map<String, Integer> counts = new LinkedHashMap<>();
        ordered.forEach((name, tiles) -> counts.put(name, tiles.size()));
        if (!counts.equals(sizes) || !List.copyOf(counts.keySet()).equals(List.copyOf(sizes.keySet()))) {
            groups.keySet().retainAll(counts.keySet());
            counts.keySet().forEach(name -> groups.computeIfAbsent(name, this::group));
            sizes = counts;
            arrange();
        }
        ordered.forEach((name, tiles) -> {
            Group group = Objects.requireNonNull(groups.get(name));
            group.rows().show(tiles);
            group.rows().refresh();
            int up = (int) tiles.stream().filter(t -> look(t) == ServiceLook.UP).count();
            group.summary()
                    .setText(
                            name.equals(texts.get("group.troubled"))
                                    ? texts.get("group.count", tiles.size())
                                    : texts.get("group.up", up, tiles.size()));
        });
    }

    /// Where there are too many to be seen at once, what needs a look stands above all groups.
    private Map<String, List<Place>> troubledFirst(Map<String, List<Place>> byGroup) {
        int all = byGroup.values().stream().mapToInt(List::size).sum();
        if (all <= MANY) {
            return byGroup;
        }
        List<Place> troubled = new ArrayList<>();
        Map<String, List<Place>> rest = new LinkedHashMap<>();
        byGroup.forEach((name, places) -> {
            List<Place> calm = new ArrayList<>();
            places.forEach(p -> (look(p).troubled() ? troubled : calm).add(p));
            if (!calm.isEmpty()) {
                rest.put(name, calm);
            }
        });
        if (troubled.isEmpty()) {
            return byGroup;
        }
        Map<String, List<Place>> ordered = new LinkedHashMap<>();
        ordered.put(texts.get("group.troubled"), troubled);
        rest.forEach((name, places) -> ordered.merge(name, places, (_, b) -> b));
        return ordered;
    }

    private ServiceLook look(Place place) {
        SystemBoard system = systems.get(place.system());
        return system == null ? ServiceLook.UNKNOWN : ServiceLook.of(place.tile(), system, now);
    }

    private TileNode node(Place place) {
        TileNode node = new TileNode(texts, figures);
        node.setOnMouseClicked(_ -> chosen.accept(place));
        node.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                chosen.accept(place);
                event.consume();
            }
        });
        return node;
    }

    /// Of very many tiles those are drawn that can be seen; before any has a place, as many as may be.
    private boolean seen(Slot<TileNode> slot) {
        return !many
                || slot.near(scroll)
                || slot.outgrown(dense)
                || slot.getHeight() <= 0 && (!slot.empty() || begun++ < MANY);
    }

    /// Draws what has come into sight.
    void scrolled() {
        if (many) {
            groups.values().forEach(g -> g.rows().refresh());
        }
    }

    /// A group's tiles; those that have been given a place in sight are drawn at once.
    private final class Places extends TilePane {
        Places() {
            super(GAP, GAP);
        }

        @Override
        protected void layoutChildren() {
            super.layoutChildren();
            boolean any = many
                    && getChildren().stream()
                            .anyMatch(n -> n instanceof Slot<?> slot && slot.empty() && slot.near(scroll));
            if (any) {
                groups.values().stream()
                        .filter(g -> g.pane() == this)
                        .forEach(g -> g.rows().refresh());
            }
        }
    }

    private Group group(String name) {
        TilePane pane = new Places();
        pane.setTileAlignment(Pos.TOP_LEFT);
        Label title = new Label(Fonts.drawable(name));
        title.getStyleClass().add("t-state");
        Label summary = new Label();
        summary.getStyleClass().add("t-muted");
        HBox head = new HBox(8, title, summary);
        head.setAlignment(Pos.BASELINE_LEFT);
        VBox box = name.isEmpty() ? new VBox(pane) : new VBox(6, head, pane);
        RowSync<Place, Slot<TileNode>> rows = new RowSync<>(
                pane.getChildren(),
                p -> p.system() + "\n" + p.tile().name(),
                place -> new Slot<>(() -> node(place), () -> dense ? LOW : HIGH),
                (slot, place) -> {
                    SystemBoard system = systems.get(place.system());
                    if (system != null && seen(slot)) {
                        TileNode node = slot.filled(dense);
                        node.dense(dense);
                        node.show(place.tile(), system, now);
                    }
                });
        return new Group(box, summary, pane, rows);
    }

    private void arrange() {
        // the same number with a scroll bar and without: it must not come and go for it
        int columns = Math.max(1, (int) ((room - SCROLL_BAR + GAP) / (NARROWEST + GAP)));
        List<String> names = List.copyOf(sizes.keySet());
        List<Group> all =
                names.stream().map(n -> Objects.requireNonNull(groups.get(n))).toList();
        List<Node> lines = new ArrayList<>();
        List<TileBands.Band> bands = TileBands.of(
                names.stream().map(n -> Objects.requireNonNull(sizes.get(n))).toList(), columns);
        int used = bands.stream()
                .mapToInt(b -> b.widths().stream().mapToInt(w -> w).sum())
                .max()
                .orElse(columns);
        double tile = Math.min(WIDEST, Math.floor((room - (used - 1) * GAP) / used));
        for (TileBands.Band band : bands) {
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
