package plantao.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import plantao.alert.Trail;
import plantao.probe.Probe;
import plantao.probe.Reading;
import plantao.runbook.ProbeSpec.Subject;
import plantao.store.RingHistory;
import plantao.store.RingReading;
import plantao.store.RingSeries;

/// Readings of earlier days: which are kept, and what becomes of them when they come back.
final class ReadingHistory {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private ReadingHistory() {}

    /// What of a reading is worth keeping: of a service whether it was good and how long it took, of a metric its
    /// value.
    static List<Effect> kept(Board board, Event.Read e) {
        SystemBoard system = board.system(e.system()).orElseThrow();
        Reading reading = e.reading();
        if (reading instanceof Reading.NoData) {
            return List.of();
        }
        List<Effect> kept = new ArrayList<>();
        for (ServiceTile tile : system.services()) {
            if (tile.probe() != null && tile.probe().id().equals(reading.probe())) {
                kept.add(keep(
                        system,
                        tile.probe(),
                        tile.name(),
                        reading,
                        reading.took().toNanos() / 1e6));
            }
        }
        for (Gauge gauge : system.gauges()) {
            if (gauge.probe() != null
                    && gauge.probe().id().equals(reading.probe())
                    && reading instanceof Reading.Up up
                    && up.value() != null) {
                kept.add(keep(system, gauge.probe(), gauge.metric().name(), reading, up.value()));
            }
        }
        return kept;
    }

    private static Effect keep(SystemBoard system, Probe probe, String subject, Reading reading, double value) {
        boolean good = reading instanceof Reading.Up;
        return new Effect.StoreReading(new RingReading(
                series(system, probe.of(), subject),
                reading.at(),
                good ? probe.interval() : Duration.ZERO,
                good ? Duration.ZERO : probe.interval(),
                good ? value : Double.NaN));
    }

    private static RingSeries series(SystemBoard system, Subject of, String subject) {
        return Course.series(system, of, subject);
    }

    /// Earlier readings have come: lines get their last hour back, services what was good and bad in 30 days.
    static Outcome recalled(Board board, Event.HistoryRead e) {
        SystemBoard system = board.system(e.system()).orElse(null);
        if (system == null || !system.target().id().equals(e.target())) {
            return Outcome.of(board);
        }
        Map<RingSeries, RingHistory> found = e.found();
        List<ServiceTile> services = system.services().stream()
                .map(t -> recalled(t, found.getOrDefault(series(system, Subject.SERVICE, t.name()), RingHistory.NONE)))
                .toList();
        List<Gauge> gauges = system.gauges().stream()
                .map(g -> recalled(
                        g,
                        found.getOrDefault(
                                series(system, Subject.METRIC, g.metric().name()), RingHistory.NONE)))
                .toList();
        return Outcome.of(board.with(e.system(), s -> s.withServices(services).withGauges(gauges)));
    }

    /// A server that keeps a history has told the last hour of a metric.
    static Outcome backfilled(Board board, Event.Backfilled e) {
        return Outcome.of(board.with(
                e.system(),
                s -> s.withGauges(s.gauges().stream()
                        .map(g -> g.probe() != null && g.probe().id().equals(e.probe()) ? filled(g, e.points()) : g)
                        .toList())));
    }

    private static Gauge filled(Gauge gauge, List<Trail.Point> earlier) {
        List<Trail.Point> own = gauge.trail().points();
        Instant first = own.isEmpty() ? Instant.MAX : own.getFirst().at();
        List<Trail.Point> points = new ArrayList<>(
                earlier.stream().filter(p -> p.at().isBefore(first)).toList());
        points.addAll(own);
        return new Gauge(
                gauge.metric(),
                gauge.scale(),
                gauge.probe(),
                gauge.value(),
                gauge.measured(),
                gauge.last(),
                new Trail(points));
    }

    private static ServiceTile recalled(ServiceTile tile, RingHistory past) {
        if (tile.probe() == null || past.hours().isEmpty()) {
            return tile;
        }
        long good = 0;
        long all = 0;
        Duration lost = Duration.ZERO;
        for (RingHistory.Slot hour : past.hours()) {
            good += hour.goodReadings();
            all += hour.readings();
            lost = lost.plus(hour.bad());
        }
        ServiceTile.Uptime uptime = new ServiceTile.Uptime(
                past.hours().getFirst().from(),
                good,
                all,
                lost,
                past.days().stream()
                        .map(d -> new ServiceTile.Uptime.Day(d.from(), d.goodReadings(), d.readings(), d.mean()))
                        .toList());
        return new ServiceTile(
                tile.service(),
                tile.probe(),
                tile.health(),
                before(tile.latency(), past.minutes(), tile.probe().interval()),
                uptime,
                tile.needs(),
                tile.cause());
    }

    private static Gauge recalled(Gauge gauge, RingHistory past) {
        return gauge.probe() == null
                ? gauge
                : new Gauge(
                        gauge.metric(),
                        gauge.scale(),
                        gauge.probe(),
                        gauge.value(),
                        gauge.measured(),
                        gauge.last(),
                        before(gauge.trail(), past.minutes(), gauge.probe().interval()));
    }

    /// The trail with the minutes before its first point; where minutes are missing the line is broken.
    private static Trail before(Trail trail, List<RingHistory.Slot> minutes, Duration interval) {
        Instant first = trail.points().isEmpty()
                ? Instant.MAX
                : trail.points().getFirst().at();
        List<Trail.Point> points = new ArrayList<>();
        Duration step = MINUTE.plus(interval.multipliedBy(2));
        Instant last = null;
        for (RingHistory.Slot minute : minutes) {
            Instant from = minute.from();
            if (!from.plus(MINUTE).isBefore(first)) {
                break;
            }
            if (last != null && from.isAfter(last.plus(step))) {
                points.add(new Trail.Point(last.plus(MINUTE), Double.NaN));
            }
            points.add(new Trail.Point(from, minute.mean()));
            last = from;
        }
        if (last != null && !first.equals(Instant.MAX) && first.isAfter(last.plus(step))) {
            points.add(new Trail.Point(last.plus(MINUTE), Double.NaN));
        }
        points.addAll(trail.points());
        return new Trail(points);
    }
}
