package plantao.ui.board;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import plantao.alert.Trail;
import plantao.desk.ServiceTile;
import plantao.probe.Reading;
import plantao.ui.fx.Figures;
import plantao.ui.fx.Fonts;
import plantao.ui.fx.Mark;
import plantao.ui.fx.Texts;

/// A service's tile: state, what was found, how long answers take, how much of the time it was there.
final class TileNode extends VBox {
    private static final Duration SPAN = Duration.ofMinutes(10);

    private final Texts texts;
    private final Figures figures;
    private final Mark mark = new Mark(Mark.Kind.UNKNOWN, 16);
    private final Label name = new Label();
    private final Label state = new Label();
    private final Label detail = new Label();
    private final Label value = new Label();
    private final Label unit = new Label();
    private final Label uptime = new Label();
    private final Label sla = new Label();
    private final Spark spark = new Spark(150, 32);
    private final HBox line = new HBox(3, spark, grow(), value, unit);
    private final HBox foot = new HBox(8, uptime, grow(), sla);
    private boolean dense;

    TileNode(Texts texts, Figures figures) {
        this.texts = texts;
        this.figures = figures;
        getStyleClass().add("tile");
        setFocusTraversable(true);
        name.getStyleClass().add("t-name");
        state.getStyleClass().add("tile-state");
        state.setMinWidth(Region.USE_PREF_SIZE);
        detail.getStyleClass().add("t-muted");
        value.getStyleClass().add("t-name");
        value.setMinWidth(Region.USE_PREF_SIZE);
        unit.getStyleClass().add("t-muted");
        unit.setMinWidth(Region.USE_PREF_SIZE);
        uptime.getStyleClass().add("t-muted");
        uptime.setMinWidth(Region.USE_PREF_SIZE);
        sla.getStyleClass().add("t-muted");
        HBox head = new HBox(8, mark, name, grow(), state);
        head.setAlignment(Pos.CENTER_LEFT);
        line.setAlignment(Pos.CENTER_LEFT);
        foot.setAlignment(Pos.CENTER_LEFT);
        getChildren().setAll(head, detail, line, foot);
    }

    private static Region grow() {
        Region region = new Region();
        HBox.setHgrow(region, Priority.ALWAYS);
        return region;
    }

    void dense(boolean on) {
        dense = on;
        getStyleClass().remove("dense");
        if (on) {
            getStyleClass().add("dense");
        }
        for (Region part : List.of(detail, line, foot)) {
            part.setVisible(!on);
            part.setManaged(!on);
        }
    }

    void show(ServiceTile tile, Instant now) {
        Look look = Look.of(tile, now);
        getStyleClass().setAll(dense ? List.of("tile", "dense", look.style) : List.of("tile", look.style));
        mark.setKind(look.mark);
        name.setText(Fonts.drawable(tile.name()));
        state.setText(Look.word(tile, look, now, texts, figures));
        detail.setText(detail(tile, look));
        setAccessibleText(tile.name() + ", " + state.getText() + ", " + detail.getText());
        boolean down = look == Look.DOWN || look == Look.DOWN_CONSEQUENCE;
        boolean probed = tile.probe() != null;
        line.setVisible(probed && !dense);
        foot.setVisible(probed && tile.uptime().all() > 0 && !dense);
        if (!probed) {
            return;
        }
        spark.show(tile.latency(), now, span(tile.latency(), now), List.of(), Double.NaN, true, down);
        if (down) {
            value.setText("");
            unit.setText(texts.get("noanswer"));
        } else if (tile.health().last() instanceof Reading.Up up) {
            value.setText(figures.number(Math.max(1, up.took().toMillis())));
            unit.setText("ms");
        } else {
            value.setText("");
            unit.setText("");
        }
        Instant from = tile.uptime().from();
        uptime.setText(from == null ? "" : texts.get("uptime", figures.number(tile.uptime().percent()), figures.utcShort(from)));
        uptime.setTooltip(from == null ? null : new Tooltip(figures.exact(from)));
        sla.setText(tile.service().sla() == null ? "" : texts.get("sla", Fonts.drawable(tile.service().sla())));
    }

    /// A young trail fills the line; later the line shows the last ten minutes.
    static Duration span(Trail trail, Instant now) {
        if (trail.points().isEmpty()) {
            return SPAN;
        }
        Duration age = Duration.between(trail.points().getFirst().at(), now).plusSeconds(1);
        return age.compareTo(SPAN) < 0 ? age : SPAN;
    }

    private String detail(ServiceTile tile, Look look) {
        String cause = tile.cause() == null ? "" : texts.get("because", tile.cause());
        String text = switch (tile.health().last()) {
            case null -> tile.probe() == null ? texts.get("noprobe.about") : "";
            case Reading.Down down -> texts.get("failures", down.reason(), tile.health().bad());
            case Reading.NoData none -> none.reason();
            case Reading.Up up -> tile.service().provider() == null ? up.detail() : tile.service().provider() + " · " + up.detail();
        };
        if (tile.probe() == null && tile.service().provider() != null && tile.health().last() == null) {
            text = tile.service().provider() + (tile.service().responsibility() == null ? "" : " · " + tile.service().responsibility());
        }
        return Fonts.drawable(look == Look.DEGRADED || look == Look.DOWN_CONSEQUENCE ? cause : text);
    }
}
