package plantao.ui.board;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import plantao.alert.Scale;
import plantao.desk.Gauge;
import plantao.desk.Surroundings;
import plantao.probe.Reading;
import plantao.ui.fx.Figures;
import plantao.ui.fx.Fonts;
import plantao.ui.fx.Mark;
import plantao.ui.fx.Nodes;
import plantao.ui.fx.Texts;

/// A metric's row: name, value with its state, track with the limits, the last hour, age.
final class MetricRow extends HBox {
    static final double NAME = 168;
    static final double NARROWEST_NAME = 110;
    private static final double NARROW = 640;
    static final double NOW = 120;
    static final double HOUR = 142;
    static final double AGE = 52;

    /// An hour is drawn on 142 pixels: the line of a gauge that has no new reading moves by one in 25 s.
    private static final Duration LINE_MOVES = Duration.ofSeconds(25);

    private record Shown(Gauge gauge, List<Surroundings.Mark> changes, boolean stale) {
        boolean same(Gauge other, List<Surroundings.Mark> marks, boolean old) {
            return gauge == other && changes.equals(marks) && stale == old; // a reading makes another gauge
        }
    }

    private String system = "";
    private @Nullable Shown shown;
    private Instant drawn = Instant.EPOCH;
    private final Texts texts;
    private final Figures figures;
    private final Label name = new Label();
    private final Label scope = new Label();
    private final Mark mark = new Mark(Mark.Kind.UNKNOWN, 16);
    private final Label value = new Label();
    private final Label unit = new Label();
    private final Label state = new Label();
    private final Label age = new Label();
    private final Tooltip lineTip = new Tooltip();
    private final Tooltip stateTip = new Tooltip();
    private final Tooltip ageTip = new Tooltip();
    private final BulletGauge track;
    private final Sparkline spark = new Sparkline(HOUR, 36);

    /// @param open shows all about the metric of the row
    MetricRow(Texts texts, Figures figures, Runnable open) {
        this.texts = texts;
        this.figures = figures;
        this.track = new BulletGauge(figures);
        getStyleClass().add("metric-row");
        name.getStyleClass().add("t-body");
        widthProperty().addListener((_, _, width) -> name.setWrapText(width.doubleValue() < NARROW));
        scope.getStyleClass().add("t-muted");
        value.getStyleClass().add("t-value");
        unit.getStyleClass().add("t-unit");
        state.getStyleClass().add("t-muted");
        age.getStyleClass().add("t-muted");
        name.setTooltip(lineTip);
        state.setTooltip(stateTip);
        age.setTooltip(ageTip);
        HBox number = new HBox(3, value, unit);
        number.setAlignment(Pos.BASELINE_LEFT);
        VBox now = new VBox(number, state);
        HBox nowBox = new HBox(8, mark, now);
        nowBox.setAlignment(Pos.CENTER_LEFT);
        mark.setMinWidth(16);
        age.setAlignment(Pos.CENTER_RIGHT);
        getChildren().setAll(shrinking(new VBox(name, scope)), fixed(nowBox, NOW), track, spark, fixed(age, AGE));
        HBox.setHgrow(track, Priority.ALWAYS);
        setFocusTraversable(true);
        setOnMouseClicked(_ -> open.run());
        setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                open.run();
                event.consume();
            }
        });
        track.setMaxWidth(BulletGauge.WIDEST);
    }

    /// The name's column; in a very narrow window it gives way to the track.
    private static VBox shrinking(VBox names) {
        fixed(names, NAME).setMinWidth(NARROWEST_NAME);
        return names;
    }

    private static <R extends Region> R fixed(R region, double width) {
        region.setMinWidth(width);
        region.setPrefWidth(width);
        region.setMaxWidth(width);
        if (region instanceof VBox box) {
            box.setAlignment(Pos.CENTER_LEFT);
        }
        return region;
    }

    void dense(boolean on) {
        if (on == getStyleClass().contains("dense")) {
            return;
        }
        spark.setVisible(!on);
        spark.setManaged(!on);
        getStyleClass().remove("dense");
        if (on) {
            getStyleClass().add("dense");
        }
    }

    /// A row whose gauge is as it was only grows older.
    /// @param of the system's name, where there are several, else empty
    void show(Gauge gauge, String of, List<Surroundings.Mark> changes, Instant now) {
        system = of;
        boolean stale = gauge.stale(now);
        Instant at = gauge.measured();
        age.setText(at == null ? "" : figures.age(Duration.between(at, now)));
        if (shown != null && shown.same(gauge, changes, stale) && now.isBefore(drawn.plus(LINE_MOVES))) {
            return;
        }
        shown = new Shown(gauge, changes, stale);
        drawn = now;
        draw(gauge, changes, stale, now);
    }

    private void draw(Gauge gauge, List<Surroundings.Mark> changes, boolean stale, Instant now) {
        String title = gauge.metric().name();
        name.setText(Fonts.drawable(title));
        String about = scope(gauge);
        scope.setText(Fonts.drawable(system.isEmpty() || about.isEmpty() ? system + about : system + " · " + about));
        scope.setManaged(!scope.getText().isEmpty());
        lineTip.setText(texts.get("line", String.valueOf(gauge.metric().origin().line())));
        Double measured = gauge.value();
        Scale.@Nullable Band band = measured == null ? null : gauge.scale().band(measured);
        track.show(gauge.scale(), measured, stale || measured == null);
        value.setText(measured == null ? "—" : figures.number(measured));
        unit.setText(
                measured == null
                                || gauge.scale().unit() == null
                                || "count".equals(gauge.scale().unit())
                        ? ""
                        : gauge.scale().unit());
        String colour = colour(stale, band);
        Nodes.style(value, "label", "t-value", colour);
        mark.setVisible(stale || band == null || band == Scale.Band.WARNING || band == Scale.Band.CRITICAL);
        mark.setKind(kind(stale, band));
        state.setText(word(texts, stale, band, gauge));
        boolean loud = !stale && (band == Scale.Band.WARNING || band == Scale.Band.CRITICAL);
        Nodes.style(state, "label", "t-muted", loud ? colour : "c-muted");
        stateTip.setText(
                gauge.last() instanceof Reading.NoData none
                        ? texts.said(none.reason())
                        : gauge.last() instanceof Reading.Down down ? texts.said(down.reason()) : state.getText());
        Instant at = gauge.measured();
        Nodes.style(age, "label", "t-muted", stale ? "c-strong" : "c-muted");
        ageTip.setText(at == null ? texts.get("band.nodata") : figures.exact(at));
        spark.show(
                gauge.trail(),
                now,
                Duration.ofHours(1),
                limits(gauge.scale()),
                over(gauge.scale()),
                gauge.scale().higherIsWorse(),
                false);
        spark.mark(changes, now, Duration.ofHours(1));
        setAccessibleText(title + " " + value.getText() + " " + unit.getText() + ", " + state.getText());
    }

    private String scope(Gauge gauge) {
        Integer percentile = gauge.metric().percentile();
        String scope = percentile == null ? "" : texts.get("percentile", String.valueOf(percentile));
        if (percentile != null && !gauge.metric().name().contains(scope)) {
            return scope;
        }
        if (gauge.scale().of() != null) {
            return texts.get("of", figures.number(gauge.scale().of()));
        }
        return gauge.metric().group() == null ? "" : gauge.metric().group();
    }

    /// The style class of a value's colour.
    static String colour(boolean stale, Scale.@Nullable Band band) {
        return stale || band == null
                ? "c-muted"
                : switch (band) {
                    case WARNING -> "c-warning";
                    case CRITICAL -> "c-danger";
                    default -> "c-strong";
                };
    }

    static Mark.Kind kind(boolean stale, Scale.@Nullable Band band) {
        if (band == null) {
            return Mark.Kind.UNKNOWN;
        }
        return stale
                ? Mark.Kind.STALE
                : switch (band) {
                    case CRITICAL -> Mark.Kind.ALERT;
                    case WARNING -> Mark.Kind.DEGRADED;
                    default -> Mark.Kind.UP;
                };
    }

    /// How a gauge stands, in a word.
    static String word(Texts texts, boolean stale, Scale.@Nullable Band band, Gauge gauge) {
        if (gauge.probe() == null) {
            return texts.get(gauge.last() instanceof Reading.NoData ? "band.waits" : "band.nosource");
        }
        if (band == null) {
            return texts.get("band.nodata");
        }
        if (band == Scale.Band.RAISED && !gauge.scale().higherIsWorse() && !stale) {
            return texts.get("band.lowered");
        }
        return texts.get(stale ? "band.stale" : "band." + band.name().toLowerCase(java.util.Locale.ROOT));
    }

    private static List<Double> limits(Scale scale) {
        List<Double> all = new ArrayList<>();
        if (scale.warning() != null) {
            all.add(scale.warning());
        }
        if (scale.critical() != null) {
            all.add(scale.critical());
        }
        return all;
    }

    private static double over(Scale scale) {
        return scale.critical() != null ? scale.critical() : scale.warning() != null ? scale.warning() : Double.NaN;
    }
}
