package plantao.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import plantao.alert.Alert;
import plantao.alert.Condition;
import plantao.alert.Health;
import plantao.journal.Detail;
import plantao.probe.Probe;
import plantao.probe.Reading;

/// Readings and time: what they make of services, gauges and alerts, and what of it is worth writing down.
final class ReadingHandler {
    private ReadingHandler() {}

    /// A second has passed: hold times may have run out, data may have become stale.
    static Outcome tick(Board board, EventContext stamp) {
        Outcome outcome = Outcome.of(board.withNow(stamp.now()));
        for (SystemBoard system : board.systems()) {
            outcome = outcome.then(b -> SilenceHandler.tick(b, system, board.now(), stamp))
                    .then(b -> NetworkSight.judged(b, system.name(), stamp))
                    .then(b -> AlertHandler.judged(b, system.name(), _ -> true, stamp))
                    .then(b -> WebhookPaging.tick(b, system.name(), stamp))
                    .then(b -> MessageHandler.tick(b, system.name(), board.now(), stamp))
                    .then(b -> ClosedLoop.tick(b, system, board.now(), stamp));
        }
        return outcome;
    }

    static Outcome read(Board board, Event.Read raw, EventContext stamp) {
        if (board.system(raw.system()).isEmpty()) {
            return Outcome.of(board);
        }
        NetworkSight.Seen seen = NetworkSight.read(board.withNow(stamp.now()), raw, stamp.now());
        Event.Read e = seen.read();
        List<Effect> ask = seen.ask().stream()
                .map(w -> (Effect) new Effect.ProbeNow(raw.system(), w))
                .toList();
        return new Outcome(kept(seen.board(), raw), ask)
                .then(b -> serviceRead(b, e, stamp))
                .then(b -> Outcome.of(b.with(
                        e.system(),
                        s -> s.withGauges(s.gauges().stream()
                                        .map(g -> measured(g, e.reading()))
                                        .toList())
                                .withVendors(s.vendors().stream()
                                        .map(v -> told(v, e.reading()))
                                        .toList()))))
                .then(b -> new Outcome(b, ReadingHistory.kept(b, e)))
                .then(b -> NetworkSight.judged(b, e.system(), stamp))
                .then(b -> AlertHandler.judged(b, e.system(), about(b, e), stamp));
    }

    /// Keeps the evidence of a failure.
    private static Board kept(Board board, Event.Read e) {
        return e.reading() instanceof Reading.Down down
                ? board.with(e.system(), s -> {
                    Surroundings c = s.circumstances();
                    List<Reading.Down> last = new ArrayList<>(c.failures().getOrDefault(down.probe(), List.of()));
                    last.addFirst(down);
                    Map<String, List<Reading.Down>> all = new HashMap<>(c.failures());
                    all.put(
                            down.probe(),
                            List.copyOf(last.subList(0, Math.min(last.size(), Surroundings.MOST_FAILURES))));
                    return s.withCircumstances(c.withFailures(all));
                })
                : board;
    }

    /// The alerts that a reading may change.
    private static Predicate<Alert> about(Board board, Event.Read e) {
        Set<String> services = new HashSet<>();
        Set<String> metrics = new HashSet<>();
        SystemBoard system = board.system(e.system()).orElseThrow();
        for (ServiceTile tile : system.services()) {
            if (tile.probe() != null && tile.probe().id().equals(e.reading().probe())) {
                services.add(tile.name());
            }
        }
        for (Gauge gauge : system.gauges()) {
            if (gauge.probe() != null && gauge.probe().id().equals(e.reading().probe())) {
                metrics.add(gauge.metric().name());
            }
        }
        return a -> switch (a.rule().condition()) {
            case Condition.Down(String service) -> services.contains(service);
            case Condition.Measured m -> metrics.contains(m.metric());
            case Condition.Unwatched _, Condition.Elsewhere _ -> false;
        };
    }

    private static Outcome serviceRead(Board board, Event.Read e, EventContext stamp) {
        SystemBoard system = board.system(e.system()).orElseThrow();
        Map<String, Instant> down = StateRestore.down(board, e.system(), stamp);
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
            change(tile, next, e.reading(), down.get(tile.name())).ifPresent(happened::add);
        }
        List<ServiceTile> explained = CauseAnalysis.explained(tiles);
        Outcome outcome = Outcome.of(board.with(e.system(), s -> s.withServices(explained)));
        for (Detail detail : happened) {
            outcome = outcome.then(b -> LogHandler.record(b, stamp, e.system(), subject(detail), detail));
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

    /// @param down since when it was down when that was last written, perhaps before the console was started
    /// again; null when it was not
    private static java.util.Optional<Detail> change(
            ServiceTile before, ServiceTile after, Reading reading, @Nullable Instant down) {
        Health.State from = before.health().state();
        Health.State to = after.health().state();
        Instant since = after.health().since();
        if (from == to || since == null) {
            return java.util.Optional.empty();
        }
        if (to == Health.State.DOWN && reading instanceof Reading.Down bad) {
            return since.equals(down)
                    ? java.util.Optional.empty()
                    : java.util.Optional.of(new Detail.ServiceDown(after.name(), bad.reason(), since));
        }
        if ((from == Health.State.DOWN || down != null) && reading instanceof Reading.Up up) {
            Instant fell = from == Health.State.DOWN ? before.health().since() : down;
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
}
