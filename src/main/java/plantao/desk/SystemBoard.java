package plantao.desk;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import plantao.alert.Alert;
import plantao.alert.Condition;
import plantao.alert.Health;
import plantao.playbook.Run;
import plantao.probe.Check;
import plantao.probe.Reading;
import plantao.runbook.Runbook;
import plantao.values.Target;

/// One system: its runbook and how it stands.
///
/// @param target the environment its probes and runs are bound to
/// @param targets all environments that can be chosen
/// @param alerts every rule, in the runbook's order
/// @param runs the playbooks opened in this session, oldest first
/// @param holdFactor what hold times are multiplied with: 1 but in practice
/// @param vendors the suppliers, with what their status pages say
/// @param trust whether anything may run or be probed
/// @param circumstances what must be known beside the readings to judge them
@RecordBuilder
public record SystemBoard(
        Runbook runbook,
        Target target,
        List<Target> targets,
        List<ServiceTile> services,
        List<Gauge> gauges,
        List<Alert> alerts,
        List<Run> runs,
        double holdFactor,
        Trust trust,
        List<VendorTile> vendors,
        Surroundings circumstances)
        implements SystemBoardBuilder.With {

    /// A system without suppliers.
    public SystemBoard(
            Runbook runbook,
            Target target,
            List<Target> targets,
            List<ServiceTile> services,
            List<Gauge> gauges,
            List<Alert> alerts,
            List<Run> runs,
            double holdFactor,
            Trust trust) {
        this(runbook, target, targets, services, gauges, alerts, runs, holdFactor, trust, List.of(), Surroundings.NONE);
    }

    /// The system's short name, unique on the board.
    public String name() {
        return runbook.system();
    }

    public Optional<Run> run(UUID id) {
        return runs.stream().filter(r -> r.id().equals(id)).findFirst();
    }

    /// The run of this playbook or procedure that is open in the environment on the board.
    public Optional<Run> openRun(String title, int line) {
        return runs.stream()
                .filter(r -> r.open()
                        && r.target().id().equals(target.id())
                        && r.title().equals(title)
                        && r.origin().line() == line)
                .findFirst();
    }

    /// The alerts that belong on the list: unacknowledged first, then by severity, then the oldest first, each
    /// followed by its consequences. Those that are kept quiet are not among them.
    public List<Alert> activeAlerts() {
        return AlertOrder.sorted(active().toList(), this);
    }

    /// The same in no order, for those who only count.
    public Stream<Alert> active() {
        return alerts.stream().filter(a -> a.active() && mute(a) == null);
    }

    /// The alerts that would be on the list were they not kept quiet.
    public List<Alert> mutedAlerts() {
        return alerts.stream().filter(a -> a.active() && mute(a) != null).toList();
    }

    /// Why an alert calls nobody just now, the reason that lasts longest; null when it does.
    public @Nullable Mute mute(Alert alert) {
        Mute longest = null;
        for (Mute m : circumstances.mutes()) {
            if (m.covers(alert.rule().id(), about(alert))
                    && (longest == null || m.until().isAfter(longest.until()))) {
                longest = m;
            }
        }
        return longest;
    }

    /// The maintenance a service is in just now, or null.
    public @Nullable Mute maintenance(String service) {
        return circumstances.mutes().stream()
                .filter(m -> m.maintenance() && m.covers(service))
                .findFirst()
                .orElse(null);
    }

    /// The service whose fault an alert's trouble is; null when it is its own, or over: what is down now was no
    /// cause of it.
    public @Nullable String cause(Alert alert) {
        if (alert.over()) {
            return null;
        }
        if (alert.rule().condition() instanceof Condition.Measured measured) {
            return failing(measured.metric());
        }
        if (!(alert.rule().condition() instanceof Condition.Down(String name))) {
            return null;
        }
        for (ServiceTile tile : services) {
            if (tile.name().equals(name)) {
                return tile.cause();
            }
        }
        return null;
    }

    /// Of a share of failures that is told from the services' own probes: the service that is down; null else.
    private @Nullable String failing(String metric) {
        for (Gauge gauge : gauges) {
            if (gauge.metric().name().equals(metric)
                    && gauge.probe() != null
                    && gauge.probe().check() instanceof Check.Own own
                    && own.what() != Check.Own.What.LATENCY) {
                return services.stream()
                        .filter(t -> t.health().state() == Health.State.DOWN
                                && t.probe() != null
                                && own.probes().contains(t.probe().id()))
                        .map(t -> t.cause() == null ? t.name() : t.cause())
                        .findFirst()
                        .orElse(null);
            }
        }
        return null;
    }

    /// What was last seen of a service that fails, in an operator's words; empty when it does not.
    public String trouble(String service) {
        return services.stream()
                .filter(t -> t.name().equals(service))
                .map(t -> t.health().last() instanceof Reading.Down down ? down.reason() : "")
                .findFirst()
                .orElse("");
    }

    /// The last failures of a service with their evidence, newest first.
    public List<Reading.Down> failures(ServiceTile tile) {
        return tile.probe() == null
                ? List.of()
                : circumstances.failures().getOrDefault(tile.probe().id(), List.of());
    }

    /// The last failures of what measures a metric, newest first.
    public List<Reading.Down> failures(Gauge gauge) {
        return gauge.probe() == null
                ? List.of()
                : circumstances.failures().getOrDefault(gauge.probe().id(), List.of());
    }

    /// The service an alert is about, or null.
    public static @Nullable String about(Alert alert) {
        return alert.rule().condition() instanceof Condition.Down(String name)
                ? name
                : alert.rule().source().service();
    }

    /// The last change before a moment, no longer than `within` before it; null when there is none.
    public Surroundings.@Nullable Mark changeBefore(Instant moment, Duration within) {
        Surroundings.Mark last = null;
        for (Surroundings.Mark m : circumstances.marks()) {
            if (!m.at().isAfter(moment) && Duration.between(m.at(), moment).compareTo(within) <= 0) {
                last = m;
            }
        }
        return last;
    }
}
