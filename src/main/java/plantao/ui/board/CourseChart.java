package plantao.ui.board;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoublePredicate;
import java.util.function.ToDoubleFunction;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Line;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;
import javafx.scene.shape.Polygon;
import org.jspecify.annotations.Nullable;
import plantao.alert.Scale;
import plantao.desk.Course;
import plantao.desk.Surroundings;
import plantao.ui.fx.Figures;
import plantao.ui.fx.Fonts;

/// A figure over an hour, a day or a month: its mean as a line between its lowest and highest, the bands of its
/// limits behind, gaps where nothing was measured, and when something was changed.
final class CourseChart extends Pane {
    private static final double LEFT = 0;
    private static final double RIGHT = 56;
    private static final double BOTTOM = 20;
    private static final double TOP = 4;

    private final Figures figures;
    private final double width;
    private final double height;

    CourseChart(Figures figures, double width, double height) {
        this.figures = figures;
        this.width = width;
        this.height = height;
        getStyleClass().add("course");
        setMinSize(width, height);
        setPrefSize(width, height);
        setMaxSize(width, height);
    }

    /// What is drawn.
    ///
    /// @param points oldest first
    /// @param gap after so long without a point the line is broken
    /// @param clock how a time below the chart is written
    record Drawn(
            List<Course.Point> points,
            Instant from,
            Instant to,
            Duration gap,
            Scale scale,
            List<Surroundings.Mark> changes,
            Ticks clock) {}

    /// Times below the chart: how far apart, and how each is written.
    record Ticks(Duration step, java.util.function.Function<Instant, String> word) {}

    void show(Drawn d) {
        Axis axis = axis(d);
        List<Node> nodes = new ArrayList<>();
        bands(d.scale(), axis, nodes);
        ticks(d, nodes);
        nodes.addAll(spread(d, axis));
        nodes.add(line(d, axis, "course-line", _ -> true));
        Double over = over(d.scale());
        if (over != null) {
            nodes.add(line(d, axis, "spark-beyond", v -> d.scale().higherIsWorse() ? v > over : v < over));
        }
        changes(d, nodes);
        limits(d.scale(), axis, nodes);
        getChildren().setAll(nodes);
    }

    /// From which to which value the chart reaches.
    private record Axis(double low, double high, double height) {
        double y(double value) {
            double share = Math.clamp((value - low) / (high - low), 0, 1);
            return height - BOTTOM - share * (height - BOTTOM - TOP);
        }
    }

    private Axis axis(Drawn d) {
        double low = 0;
        double high = 0;
        for (Course.Point p : d.points()) {
            if (!Double.isNaN(p.high())) {
                high = Math.max(high, p.high());
                low = Math.min(low, p.low());
            }
        }
        double most = high;
        for (Double limit : limits(d.scale())) {
            high = limit <= most * 4 || most <= 0 ? Math.max(high, limit) : high;
            low = Math.min(low, limit);
        }
        return new Axis(low, high <= low ? low + 1 : low + (high - low) * 1.15, height);
    }

    private static List<Double> limits(Scale scale) {
        List<Double> all = new ArrayList<>();
        for (Double limit : new Double[] {scale.normal(), scale.warning(), scale.critical()}) {
            if (limit != null) {
                all.add(limit);
            }
        }
        return all;
    }

    private static @Nullable Double over(Scale scale) {
        return scale.critical() != null ? scale.critical() : scale.warning();
    }

    /// Beyond each limit its own grey, up to the next one or the edge.
    private void bands(Scale scale, Axis axis, List<Node> nodes) {
        Double[] limits = {scale.normal(), scale.warning(), scale.critical()};
        double edge = scale.higherIsWorse() ? TOP : height - BOTTOM;
        for (int i = 2; i >= 0; i--) {
            Double limit = limits[i];
            if (limit == null) {
                continue;
            }
            double y = Math.round(axis.y(limit));
            if (Math.abs(y - edge) >= 1) {
                Region band = new Region();
                band.setManaged(false);
                band.getStyleClass().addAll("course-band", "b" + (i + 1));
                band.resizeRelocate(LEFT, Math.min(y, edge), plot(), Math.abs(y - edge));
                nodes.add(band);
            }
            edge = y;
        }
    }

    /// The limits stand at the right of their lines; those too near each other give way to the worse.
    private void limits(Scale scale, Axis axis, List<Node> nodes) {
        List<Double> all = limits(scale).reversed();
        List<Double> taken = new ArrayList<>();
        for (double limit : all) {
            double y = Math.round(axis.y(limit)) + 0.5;
            if (limit > axis.high()) {
                continue;
            }
            Line line = new Line(LEFT, y, LEFT + plot(), y);
            line.getStyleClass().add("spark-limit");
            nodes.add(line);
            boolean free = taken.stream().allMatch(t -> Math.abs(t - y) >= 15);
            if (free) {
                taken.add(y);
                nodes.add(word(figures.measured(limit, scale.unit()), LEFT + plot() + 6, y - 9));
            }
        }
        if (taken.isEmpty()) {
            nodes.add(word(
                    figures.measured(axis.high() / 1.15, scale.unit()),
                    LEFT + plot() + 6,
                    axis.y(axis.high() / 1.15) - 9));
        }
        if (taken.stream().allMatch(t -> Math.abs(t - axis.y(axis.low())) >= 15)) {
            nodes.add(word(figures.measured(axis.low(), scale.unit()), LEFT + plot() + 6, axis.y(axis.low()) - 12));
        }
    }

    private void ticks(Drawn d, List<Node> nodes) {
        long step = d.clock().step().toMillis();
        long first = Math.floorDiv(d.from().toEpochMilli(), step) * step + step;
        for (long at = first; at <= d.to().toEpochMilli(); at += step) {
            Instant moment = Instant.ofEpochMilli(at);
            double x = Math.round(x(d, moment)) + 0.5;
            Line tick = new Line(x, TOP, x, height - BOTTOM + 3);
            tick.getStyleClass().add("course-tick");
            nodes.add(tick);
            Label label = word(d.clock().word().apply(moment), 0, height - BOTTOM + 3);
            label.applyCss();
            double half = Math.max(14, label.getText().length() * 3.2);
            label.setLayoutX(Math.clamp(x - half, 0, plot() - half));
            nodes.add(label);
        }
    }

    private static Label word(String text, double x, double y) {
        Label label = new Label(text);
        label.getStyleClass().add("t-muted");
        label.setMouseTransparent(true);
        label.relocate(x, y);
        return label;
    }

    /// Between the lowest and the highest of each minute or hour, one patch for each stretch without a gap.
    private List<Node> spread(Drawn d, Axis axis) {
        List<Node> patches = new ArrayList<>();
        for (List<Course.Point> stretch : stretches(d)) {
            if (stretch.size() < 2 || stretch.stream().allMatch(p -> p.high() == p.low())) {
                continue;
            }
            Polygon patch = new Polygon();
            patch.getStyleClass().add("course-spread");
            stretch.forEach(p -> patch.getPoints().addAll(x(d, p.at()), axis.y(p.high())));
            stretch.reversed().forEach(p -> patch.getPoints().addAll(x(d, p.at()), axis.y(p.low())));
            patches.add(patch);
        }
        return patches;
    }

    private Path line(Drawn d, Axis axis, String style, DoublePredicate keep) {
        Path path = new Path();
        path.getStyleClass().add(style);
        List<PathElement> elements = new ArrayList<>();
        ToDoubleFunction<Course.Point> y = p -> axis.y(p.mean());
        for (List<Course.Point> stretch : stretches(d)) {
            boolean pen = false;
            for (Course.Point p : stretch) {
                boolean drawn = keep.test(p.mean());
                double x = x(d, p.at());
                if (drawn) {
                    elements.add(pen ? new LineTo(x, y.applyAsDouble(p)) : new MoveTo(x, y.applyAsDouble(p)));
                    if (!pen) {
                        elements.add(new LineTo(x + 0.6, y.applyAsDouble(p))); // a single one is to be seen too
                    }
                }
                pen = drawn;
            }
        }
        path.getElements().setAll(elements);
        return path;
    }

    private static List<List<Course.Point>> stretches(Drawn d) {
        List<List<Course.Point>> all = new ArrayList<>();
        List<Course.Point> now = new ArrayList<>();
        Instant last = null;
        for (Course.Point p : d.points()) {
            if (p.at().isBefore(d.from()) || p.at().isAfter(d.to())) {
                continue;
            }
            boolean broken = Double.isNaN(p.mean()) || last != null && p.at().isAfter(last.plus(d.gap()));
            if (broken && !now.isEmpty()) {
                all.add(now);
                now = new ArrayList<>();
            }
            if (!Double.isNaN(p.mean())) {
                now.add(p);
                last = p.at();
            }
        }
        if (!now.isEmpty()) {
            all.add(now);
        }
        return all;
    }

    private void changes(Drawn d, List<Node> nodes) {
        for (Surroundings.Mark mark : d.changes()) {
            if (mark.at().isBefore(d.from()) || mark.at().isAfter(d.to())) {
                continue;
            }
            double x = Math.round(x(d, mark.at())) + 0.5;
            Line line = new Line(x, TOP, x, height - BOTTOM);
            line.getStyleClass().add("spark-change");
            Line catcher = new Line(x, TOP, x, height - BOTTOM);
            catcher.getStyleClass().add("course-catcher");
            Tooltip.install(catcher, new Tooltip(figures.exact(mark.at()) + " · " + Fonts.drawable(mark.what())));
            nodes.add(line);
            nodes.add(catcher);
        }
    }

    private double plot() {
        return width - LEFT - RIGHT;
    }

    private double x(Drawn d, Instant at) {
        double span = Math.max(1, Duration.between(d.from(), d.to()).toMillis());
        return LEFT + Duration.between(d.from(), at).toMillis() / span * plot();
    }
}
