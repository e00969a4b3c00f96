package plantao.ui.board;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import javafx.geometry.Insets;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import plantao.desk.Gauge;
import plantao.desk.Surroundings;
import plantao.ui.fx.Figures;
import plantao.ui.fx.RowSync;
import plantao.ui.fx.Texts;

/// The metrics: one column of rows, two where there is room for them. Of very many those are drawn that are in
/// sight.
final class MetricsPanel extends VBox {
    private static final double TWO = 1280;
    private static final double DENSE = 800;
    private static final double HIGH = 52;
    private static final double LOW = 36;
    /// More rows than this in a column are not seen at once.
    private static final int MANY = 24;

    private final Texts texts;
    private final HBox columns = new HBox();
    private final List<Column> all = new ArrayList<>();
    private List<Placed> gauges = List.of();
    private final Figures figures;
    private final Region scroll;
    private final BiConsumer<String, String> chosen;
    private List<Surroundings.Mark> changes = List.of();
    private Instant now = Instant.EPOCH;
    private boolean tight;
    private boolean several;

    private record Column(VBox box, MetricsHeader header, Places body, RowSync<Placed, Slot<MetricRow>> rows) {}

    /// A gauge of one of the systems.
    record Placed(String system, Gauge gauge) {}

    /// @param scroll what the rows are scrolled by
    /// @param chosen is given the system's and the metric's name of the row the operator opens
    MetricsPanel(Texts texts, Figures figures, Region scroll, BiConsumer<String, String> chosen) {
        this.texts = texts;
        this.figures = figures;
        this.scroll = scroll;
        this.chosen = chosen;
        getStyleClass().add("panel");
        for (int i = 0; i < 2; i++) {
            all.add(column(i == 0));
        }
        columns.getChildren().setAll(all.getFirst().box());
        getChildren().setAll(columns);
    }

    private Column column(boolean first) {
        Places body = new Places();
        body.setPadding(new Insets(0, 0, -1, 0)); // the last row's rule falls behind the panel's own edge
        MetricsHeader header = new MetricsHeader(texts, first ? texts.get("metrics") : "");
        VBox box = new VBox(header, body);
        HBox.setHgrow(box, Priority.ALWAYS);
        box.setPrefWidth(100);
        RowSync<Placed, Slot<MetricRow>> rows = new RowSync<>(
                body.getChildren(),
                p -> List.of(p.system(), p.gauge().metric().name()),
                p -> new Slot<>(() -> row(p), () -> tight ? LOW : HIGH),
                (slot, p) -> {
                    if (seen(slot)) {
                        MetricRow row = slot.filled(tight);
                        row.show(p.gauge(), several ? p.system() : "", changes, now);
                        row.dense(tight);
                    }
                });
        body.drawing = rows::refresh;
        return new Column(box, header, body, rows);
    }

    private MetricRow row(Placed p) {
        return new MetricRow(
                texts,
                figures,
                () -> chosen.accept(p.system(), p.gauge().metric().name()));
    }

    private boolean seen(Slot<MetricRow> slot) {
        return gauges.size() <= MANY
                || slot.near(scroll)
                || slot.outgrown(tight)
                || slot.getHeight() <= 0 && !slot.empty();
    }

    /// Draws what has come into sight.
    void scrolled() {
        if (gauges.size() > MANY) {
            all.forEach(c -> c.rows().refresh());
        }
    }

    /// What stands above has become higher or lower: other rows may be in sight once all is laid out.
    void moved() {
        all.forEach(c -> c.body().requestLayout());
    }

    /// A column's rows; those that have been given a place in sight are drawn at once.
    private final class Places extends VBox {
        private Runnable drawing = () -> {};

        @Override
        protected void layoutChildren() {
            super.layoutChildren();
            if (gauges.size() > MANY
                    && getChildren().stream()
                            .anyMatch(n -> n instanceof Slot<?> slot && slot.empty() && slot.near(scroll))) {
                drawing.run();
            }
        }
    }

    /// @param width what there is to fill, in px
    void fit(double width, boolean dense) {
        boolean wasTight = tight;
        tight = dense || width < DENSE;
        int wanted = width >= TWO && gauges.size() > 1 ? 2 : 1;
        if (wanted != columns.getChildren().size()) {
            columns.getChildren()
                    .setAll(all.subList(0, wanted).stream().map(Column::box).toList());
            show(gauges, changes, now);
        } else if (tight != wasTight) {
            all.forEach(c -> c.rows().refresh());
        }
        all.forEach(c -> c.header().dense(tight));
    }

    void show(List<Placed> measured, List<Surroundings.Mark> marks, Instant moment) {
        several = measured.stream().map(Placed::system).distinct().count() > 1;
        gauges = measured;
        changes = marks;
        now = moment;
        int half = columns.getChildren().size() == 2 ? (measured.size() + 1) / 2 : measured.size();
        show(all.getFirst(), measured.subList(0, half));
        show(all.getLast(), measured.subList(half, measured.size()));
    }

    private static void show(Column column, List<Placed> part) {
        column.rows().showAnew(part);
    }
}
