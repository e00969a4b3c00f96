package plantao.ui.board;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;
import javafx.scene.shape.Rectangle;
import plantao.alert.Trail;
import plantao.desk.Surroundings;

/// The recent past of one figure as a line: gaps where nothing was measured, limits dotted, the last point as a
/// dot.
final class Sparkline extends Pane {
    private final double width;
    private final double height;
    private final Path line = new Path();
    private final Path beyond = new Path();
    private final Circle dot = new Circle(2.5);
    private final Rectangle outage = new Rectangle();
    private final Line outageEdge = new Line();
    private final List<Line> limits = new ArrayList<>();
    private final List<Line> marks = new ArrayList<>();

    Sparkline(double width, double height) {
        this.width = width;
        this.height = height;
        setMinSize(width, height);
        setPrefSize(width, height);
        setMaxSize(width, height);
        line.getStyleClass().add("spark");
        beyond.getStyleClass().add("spark-beyond");
        dot.getStyleClass().add("spark-dot");
        outage.getStyleClass().add("outage");
        outageEdge.getStyleClass().add("outage-edge");
        getChildren().addAll(outage, outageEdge, line, beyond, dot);
        setMouseTransparent(true);
        outage.setVisible(false);
        outageEdge.setVisible(false);
    }

    /// Draws the trail of the last `span`.
    ///
    /// @param limitValues limits to dot in
    /// @param over beyond this value the line is drawn in the colour of trouble; NaN for never
    /// @param down whether the time without values at the end is an outage
    void show(
            Trail trail,
            Instant now,
            Duration span,
            List<Double> limitValues,
            double over,
            boolean higherIsWorse,
            boolean down) {
        double top = 0;
        double bottom = 0;
        for (Trail.Point p : trail.points()) {
            top = Double.isNaN(p.value()) ? top : Math.max(top, p.value());
        }
        for (double limit : limitValues) {
            top = Math.max(top, Math.min(limit, top * 3 + 1e-9));
        }
        // without limits to stand beside, the line keeps to the middle
        top = top <= bottom ? bottom + 1 : top * (limitValues.isEmpty() ? 1.7 : 1.1);
        line.getElements().setAll(path(trail, now, span, bottom, top, p -> true));
        beyond.getElements()
                .setAll(
                        Double.isNaN(over)
                                ? List.of()
                                : path(trail, now, span, bottom, top, v -> higherIsWorse ? v > over : v < over));
        drawLimits(limitValues, bottom, top);
        drawEnd(trail, now, span, bottom, top, down);
    }

    /// Marks when something was changed.
    void mark(List<Surroundings.Mark> changes, Instant now, Duration span) {
        List<Surroundings.Mark> within = changes.stream()
                .filter(m -> x(m.at(), now, span) >= 0 && !m.at().isAfter(now))
                .toList();
        while (marks.size() < within.size()) {
            Line mark = new Line();
            mark.getStyleClass().add("spark-change");
            marks.add(mark);
            getChildren().addFirst(mark);
        }
        for (int i = 0; i < marks.size(); i++) {
            boolean shown = i < within.size();
            marks.get(i).setVisible(shown);
            if (shown) {
                double x = Math.round(x(within.get(i).at(), now, span)) + 0.5;
                marks.get(i).setStartX(x);
                marks.get(i).setEndX(x);
                marks.get(i).setStartY(0);
                marks.get(i).setEndY(height);
            }
        }
    }

    private interface Keep {
        boolean value(double v);
    }

    private List<PathElement> path(Trail trail, Instant now, Duration span, double bottom, double top, Keep keep) {
        List<PathElement> elements = new ArrayList<>();
        boolean pen = false;
        double lastX = -1;
        for (Trail.Point p : trail.points()) {
            double x = x(p.at(), now, span);
            boolean drawn = !Double.isNaN(p.value()) && x >= 0 && keep.value(p.value());
            if (drawn && pen && x - lastX < 0.7) {
                continue;
            }
            if (drawn) {
                double y = y(p.value(), bottom, top);
                elements.add(pen ? new LineTo(x, y) : new MoveTo(x, y));
                lastX = x;
            }
            pen = drawn;
        }
        return elements;
    }

    private void drawLimits(List<Double> values, double bottom, double top) {
        while (limits.size() < values.size()) {
            Line limit = new Line();
            limit.getStyleClass().add("spark-limit");
            limits.add(limit);
            getChildren().addFirst(limit);
        }
        for (int i = 0; i < limits.size(); i++) {
            boolean shown = i < values.size() && values.get(i) <= top;
            limits.get(i).setVisible(shown);
            if (shown) {
                double y = Math.round(y(values.get(i), bottom, top)) + 0.5;
                limits.get(i).setStartX(0);
                limits.get(i).setEndX(width - 4);
                limits.get(i).setStartY(y);
                limits.get(i).setEndY(y);
            }
        }
    }

    private void drawEnd(Trail trail, Instant now, Duration span, double bottom, double top, boolean down) {
        Trail.Point last = null;
        for (Trail.Point p : trail.points()) {
            last = Double.isNaN(p.value()) ? last : p;
        }
        dot.setVisible(last != null && !down);
        if (last != null) {
            dot.setCenterX(Math.max(3, x(last.at(), now, span)));
            dot.setCenterY(y(last.value(), bottom, top));
        }
        double from = last == null ? 0 : Math.clamp(x(last.at(), now, span), 0, width - 4);
        outage.setVisible(down);
        outageEdge.setVisible(down);
        outage.setX(from);
        outage.setWidth(Math.max(4, width - from));
        outage.setHeight(height);
        outageEdge.setStartX(from);
        outageEdge.setEndX(from);
        outageEdge.setStartY(0);
        outageEdge.setEndY(height);
    }

    private double x(Instant at, Instant now, Duration span) {
        double share = 1 - Duration.between(at, now).toMillis() / (double) Math.max(1, span.toMillis());
        return share * (width - 4);
    }

    private double y(double value, double bottom, double top) {
        double share = Math.clamp((value - bottom) / (top - bottom), 0, 1);
        return height - 3 - share * (height - 6);
    }
}
