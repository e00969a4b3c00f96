package plantao;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import plantao.alert.Trail;
import plantao.desk.Event;
import plantao.desk.SystemBoard;
import plantao.desk.SystemBoardFactory;
import plantao.probe.Check;
import plantao.probe.Probe;
import plantao.probe.ProbeSchedule;
import plantao.probe.Probers;

/// The probing of every trusted system.
final class ProbeSchedules implements AutoCloseable {
    private record Running(List<Probe> probes, ProbeSchedule schedule) {}

    private final Probers probers;
    private final InstantSource clock;
    private final Consumer<Event> desk;
    private final Map<String, Running> running = new HashMap<>();

    ProbeSchedules(Probers probers, InstantSource clock, Consumer<Event> desk) {
        this.probers = probers;
        this.clock = clock;
        this.desk = desk;
    }

    /// Begins to probe a system, or goes on with its new probes when they have changed.
    synchronized void probe(SystemBoard system) {
        List<Probe> probes = SystemBoardFactory.probes(system);
        Running before = running.get(system.name());
        if (before != null && before.probes().equals(probes)) {
            return;
        }
        if (before != null) {
            before.schedule().close();
        }
        String name = system.name();
        running.put(
                name,
                new Running(
                        probes, new ProbeSchedule(probes, probers, clock, r -> desk.accept(new Event.Read(name, r)))));
        probes.stream()
                .filter(p -> p.check() instanceof Check.Prometheus)
                .forEach(p -> Thread.ofVirtual().start(() -> backfill(name, p)));
    }

    /// What was measured before this console began to ask: that server kept it.
    private void backfill(String system, Probe probe) {
        List<Trail.Point> hour = probers.lastHour(probe, clock.instant()).stream()
                .map(p -> new Trail.Point(p.at(), p.value()))
                .toList();
        if (!hour.isEmpty()) {
            desk.accept(new Event.Backfilled(system, probe.id(), hour));
        }
    }

    /// Reads everything that is known of a service or metric at once.
    synchronized void now(String system, String subject) {
        Running found = running.get(system);
        if (found != null) {
            found.probes().stream()
                    .filter(p -> p.subject().equals(subject))
                    .forEach(p -> found.schedule().probeNow(p.id()));
        }
    }

    @Override
    public synchronized void close() {
        running.values().forEach(r -> r.schedule().close());
        probers.close();
    }
}
