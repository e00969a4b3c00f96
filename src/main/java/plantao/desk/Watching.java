package plantao.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import plantao.alert.Alert;
import plantao.alert.Health;
import plantao.journal.Detail;
import plantao.probe.Probe;
import plantao.probe.Reading;

/// Readings and time: what they make of services, gauges and alerts, and what of it is worth writing down.
final class Watching {
    private Watching() {}

    /// A second has passed: hold times may have run out, data may have become stale.
    static Outcome tick(Board board, Stamp stamp) {
        Outcome outcome = Outcome.of(board.withNow(stamp.now()));
        for (SystemBoard system : board.systems()) {
            outcome = outcome.then(b -> judged(b, system.name(), stamp));
        }
        return outcome;
    }

    static Outcome read(Board board, Event.Read e, Stamp stamp) {
        if (board.system(e.system()).isEmpty()) {
            return Outcome.of(board);
        }
        return serviceRead(board.withNow(stamp.now()), e, stamp)
                .then(b -> Outcome.of(b.with(
                        e.system(),
                        s -> s.withGauges(s.gauges().stream()
                                        .map(g -> measured(g, e.reading()))
                                        .toList())
                                .withVendors(s.vendors().stream()
                                        .map(v -> told(v, e.reading()))
                                        .toList()))))
                .then(b -> new Outcome(b, History.kept(b, e)))
                .then(b -> judged(b, e.system(), stamp));
    }

    private static Outcome serviceRead(Board board, Event.Read e, Stamp stamp) {
        SystemBoard system = board.system(e.system()).orElseThrow();
        List<ServiceTile> tiles = new ArrayList<>();
        List<Detail> happened = new ArrayList<>();
        for (ServiceTile tile : system.services()) {
            Probe probe = tile.probe();
            if (probe == null || !probe.id().equals(e.reading().probe())) {
                tiles.add(tile);
                continue;
            }
            ServiceTile next = next(tile, probe, e.reading());
            tiles.add(next);
            change(tile, next, e.reading()).ifPresent(happened::add);
        }
        List<ServiceTile> explained = Causes.explained(tiles);
        Outcome outcome = Outcome.of(board.with(e.system(), s -> s.withServices(explained)));
        for (Detail detail : happened) {
            outcome = outcome.then(b -> Recording.record(b, stamp, e.system(), subject(detail), detail));
        }
        return outcome;
    }

    private static ServiceTile next(ServiceTile tile, Probe probe, Reading reading) {
        Health health = tile.health().next(reading, probe.failures(), probe.recoveries());
        boolean good = reading instanceof Reading.Up;
        double millis = good ? reading.took().toNanos() / 1e6 : Double.NaN;
        ServiceTile.Uptime uptime = reading instanceof Reading.NoData
                ? tile.uptime()
                : tile.uptime().plus(reading.at(), good, probe.interval());
        return new ServiceTile(
                tile.service(),
                probe,
                health,
                tile.latency().plus(reading.at(), millis),
                uptime,
                tile.needs(),
                tile.cause());
    }

    private static java.util.Optional<Detail> change(ServiceTile before, ServiceTile after, Reading reading) {
        Health.State from = before.health().state();
        Health.State to = after.health().state();
        Instant since = after.health().since();
        if (from == to || since == null) {
            return java.util.Optional.empty();
        }
        if (to == Health.State.DOWN && reading instanceof Reading.Down down) {
            return java.util.Optional.of(new Detail.ServiceDown(after.name(), down.reason(), since));
        }
        if (from == Health.State.DOWN && reading instanceof Reading.Up up) {
            Instant fell = before.health().since();
            long lasted = fell == null ? 0 : Duration.between(fell, since).toMillis();
            return java.util.Optional.of(new Detail.ServiceUp(after.name(), up.detail(), lasted));
        }
        return java.util.Optional.empty();
    }

    private static String subject(Detail detail) {
        return switch (detail) {
            case Detail.ServiceDown d -> d.service();
            case Detail.ServiceUp u -> u.service();
            default -> detail.kind();
        };
    }

    /// What a supplier's page says is shown and nothing more: it makes no service down and no alert fire.
    private static VendorTile told(VendorTile vendor, Reading reading) {
        Probe probe = vendor.probe();
        return probe != null && probe.id().equals(reading.probe())
                ? new VendorTile(vendor.vendor(), probe, reading)
                : vendor;
    }

    private static Gauge measured(Gauge gauge, Reading reading) {
        Probe probe = gauge.probe();
        if (probe == null || !probe.id().equals(reading.probe())) {
            return gauge;
        }
        Double value = reading instanceof Reading.Up up ? up.value() : null;
        return new Gauge(
                gauge.metric(),
                gauge.scale(),
                probe,
                value == null ? gauge.value() : value,
                value == null ? gauge.measured() : reading.at(),
                reading,
                gauge.trail().plus(reading.at(), value == null ? Double.NaN : value));
    }

    /// Looks at every rule of a system once more.
    private static Outcome judged(Board board, String name, Stamp stamp) {
        SystemBoard system = board.system(name).orElseThrow();
        List<Alert> alerts = new ArrayList<>();
        List<Detail> happened = new ArrayList<>();
        for (Alert alert : system.alerts()) {
            Alert next = Judgement.of(alert, system, stamp.now());
            alerts.add(next);
            change(alert, next, system, stamp.now(), happened);
        }
        if (alerts.equals(system.alerts())) {
            return Outcome.of(board);
        }
        Outcome outcome = Outcome.of(board.with(name, s -> s.withAlerts(alerts)));
        for (Detail detail : happened) {
            outcome = outcome.then(b -> Recording.record(b, stamp, name, alertOf(detail), detail));
        }
        return outcome;
    }

    private static void change(Alert before, Alert after, SystemBoard system, Instant now, List<Detail> happened) {
        if (!before.firing() && after.firing()) {
            Instant since = after.since();
            happened.add(new Detail.AlertFired(
                    after.rule().id(),
                    after.rule().name(),
                    after.rule().level(),
                    after.rule().source().condition(),
                    Judgement.measuredText(after, system),
                    since == null ? now : since,
                    after.rule().source().origin().line()));
        } else if (before.firing() && !after.firing()) {
            Instant since = before.since();
            happened.add(new Detail.AlertCleared(
                    after.rule().id(),
                    after.rule().name(),
                    since == null ? 0 : Duration.between(since, now).toMillis()));
        }
    }

    private static String alertOf(Detail detail) {
        return switch (detail) {
            case Detail.AlertFired f -> f.alert();
            case Detail.AlertCleared c -> c.alert();
            default -> detail.kind();
        };
    }

    /// The operator looks after an alert.
    static Outcome acknowledge(Board board, Event.Acknowledge e, Stamp stamp) {
        Alert alert = board.system(e.system()).stream()
                .flatMap(s -> s.alerts().stream())
                .filter(a -> a.rule().id().equals(e.alert()) && a.unacknowledged())
                .findFirst()
                .orElse(null);
        if (alert == null) {
            return Outcome.of(board);
        }
        Instant fired = fired(alert, stamp.now());
        Alert next = alert.acknowledged(board.operator(), stamp.now());
        Board changed = board.with(
                e.system(),
                s -> s.withAlerts(
                        s.alerts().stream().map(a -> a.equals(alert) ? next : a).toList()));
        return Recording.record(
                changed,
                stamp,
                e.system(),
                e.alert(),
                new Detail.AlertAcknowledged(
                        e.alert(),
                        alert.rule().name(),
                        Duration.between(fired, stamp.now()).toMillis()));
    }

    private static Instant fired(Alert alert, Instant now) {
        return switch (alert.state()) {
            case Alert.State.Firing f -> f.fired();
            case Alert.State.Cleared c -> c.fired();
            default -> now;
        };
    }
}
