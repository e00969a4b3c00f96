package plantao.ui.board;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import plantao.alert.Scale;
import plantao.ui.fx.Figures;
import plantao.ui.fx.Nodes;

/// A gauge as a bullet row: every gauge's limits stand at the same places, so that one glance down the column finds
/// what is over its line. The band that holds the value lights up, the rest stays grey.
final class BulletGauge extends Pane {
    static final double NARROWEST = 150;
    static final double WIDEST = 660;
    private static final double[] STOPS = {0, 0.5, 0.66, 0.82, 1};

    private final Figures figures;
    private final List<Region> bands = new ArrayList<>();
    private final List<Region> ticks = new ArrayList<>();
    private final List<Label> limits = new ArrayList<>();
    private final Region value = part("track-value");
    private final Region cap = part("track-cap");
    private @Nullable Double position;
    private @Nullable Show shown;

    private record Show(Scale scale, @Nullable Double measured, boolean stale) {}

    BulletGauge(Figures figures) {
        this.figures = figures;
        for (int i = 0; i < 4; i++) {
            Region band = part("track-band");
            band.getStyleClass().add("b" + i);
            bands.add(band);
        }
        getChildren().addAll(bands);
        for (int i = 0; i < 3; i++) {
            Region tick = part("track-tick");
            ticks.add(tick);
            Label limit = new Label();
            limit.getStyleClass().add("t-muted");
            limits.add(limit);
        }
        getChildren().addAll(ticks);
        getChildren().addAll(limits);
        getChildren().addAll(value, cap);
        setMinWidth(NARROWEST);
        setPrefWidth(288);
        setMinHeight(38);
        setPrefHeight(38);
        setMaxHeight(38);
    }

    private static Region part(String style) {
        Region region = new Region();
        region.getStyleClass().add(style);
        return region;
    }

    /// @param measured the value, or null when there is none
    /// @param stale whether it is too old to be believed: then nothing is coloured
    void show(Scale scale, @Nullable Double measured, boolean stale) {
        Show next = new Show(scale, measured, stale);
        if (next.equals(shown)) {
            return;
        }
        shown = next;
        position = measured == null ? null : scale.position(measured);
        Scale.Band band = stale || measured == null ? Scale.Band.NORMAL : scale.band(measured);
        boolean warning = band == Scale.Band.WARNING;
        boolean critical = band == Scale.Band.CRITICAL;
        limit(0, scale.ownNormal(), scale.unit(), null);
        limit(1, scale.warning(), scale.unit(), warning ? "c-warning" : null);
        limit(2, scale.critical(), scale.unit(), critical ? "c-danger" : null);
        band(1, scale.ownNormal() != null, null);
        band(2, scale.warning() != null, warning ? "warning" : null);
        band(3, scale.critical() != null, critical ? "critical" : null);
        String colour = stale ? "stale" : warning ? "warning" : critical ? "critical" : null;
        Nodes.style(this, colour == null ? new String[] {} : new String[] {colour});
        requestLayout();
    }

    private void limit(int i, @Nullable Double limit, @Nullable String unit, @Nullable String colour) {
        ticks.get(i).setVisible(limit != null);
        Label label = limits.get(i);
        label.setVisible(limit != null);
        label.setText(limit == null ? "" : figures.measured(limit, unit));
        if (colour == null) {
            Nodes.style(label, "label", "t-muted");
        } else {
            Nodes.style(label, "label", "t-muted", "t-strong", colour);
        }
    }

    private void band(int i, boolean there, @Nullable String colour) {
        Region band = bands.get(i);
        band.setVisible(there);
        if (colour == null) {
            Nodes.style(band, "track-band", "b" + i);
        } else {
            Nodes.style(band, "track-band", "b" + i, colour);
        }
    }

    @Override
    protected void layoutChildren() {
        double w = getWidth();
        double y = 4;
        for (int i = 0; i < 4; i++) {
            double from = Math.round(STOPS[i] * w) + (i == 0 ? 0 : 1);
            double to = Math.round(nextStop(i) * w);
            bands.get(i).resizeRelocate(from, y, Math.max(0, to - from), 12);
        }
        for (int i = 0; i < 3; i++) {
            double x = Math.round(STOPS[i + 1] * w);
            ticks.get(i).resizeRelocate(x, y + 12, 1, 5);
            Label limit = limits.get(i);
            double lw = limit.prefWidth(-1);
            limit.resizeRelocate(Math.min(w - lw, x - lw / 2), y + 17, lw, 17);
        }
        avoidOverlap(w);
        value.setVisible(position != null);
        cap.setVisible(position != null);
        if (position != null) {
            double x = Math.clamp(position * w, 2, w);
            value.resizeRelocate(0, y + 3, x, 6);
            cap.resizeRelocate(x - 3, y - 4, 3, 20);
        }
    }

    /// The place of a band's end: that of the next limit there is.
    private double nextStop(int band) {
        for (int i = band + 1; i < 4; i++) {
            if (bands.get(i).isVisible()) {
                return STOPS[i];
            }
        }
        return 1;
    }

    /// Long limits push their left neighbour aside.
    private void avoidOverlap(double w) {
        for (int i = 1; i >= 0; i--) {
            Label left = limits.get(i);
            Label right = limits.get(i + 1);
            double most = right.isVisible() ? right.getLayoutX() - 6 - left.getWidth() : w;
            if (left.isVisible() && left.getLayoutX() > most) {
                left.setLayoutX(Math.max(0, most));
            }
        }
    }
}
