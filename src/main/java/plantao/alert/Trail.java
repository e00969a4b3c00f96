package plantao.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// The recent past of one figure: at most [#LENGTH] points over the last hour, oldest first.
public record Trail(List<Point> points) {
    /// Enough for one point every 12 seconds over an hour.
    public static final int LENGTH = 300;

    private static final Duration SPAN = Duration.ofHours(1);

    /// One value; NaN where nothing could be measured.
    public record Point(Instant at, double value) {}

    public static final Trail EMPTY = new Trail(List.of());

    public Trail {
        points = List.copyOf(points);
    }

    /// This trail with one more point; points older than an hour fall off, and when there are too many, every
    /// second one of the older half goes.
    public Trail plus(Instant at, double value) {
        Instant horizon = at.minus(SPAN);
        List<Point> kept = new ArrayList<>(points.size() + 1);
        boolean full = points.size() >= LENGTH;
        for (int i = 0; i < points.size(); i++) {
            Point point = points.get(i);
            boolean thinned = full && i < LENGTH / 2 && i % 2 == 1;
            if (!thinned && point.at().isAfter(horizon)) {
                kept.add(point);
            }
        }
        kept.add(new Point(at, value));
        return new Trail(kept);
    }
}
