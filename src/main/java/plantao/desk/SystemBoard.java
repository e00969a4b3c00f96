package plantao.desk;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import plantao.alert.Alert;
import plantao.playbook.Run;
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
        List<VendorTile> vendors) {

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
        this(runbook, target, targets, services, gauges, alerts, runs, holdFactor, trust, List.of());
    }

    /// The system's short name, unique on the board.
    public String name() {
        return runbook.system();
    }

    public Optional<Run> run(UUID id) {
        return runs.stream().filter(r -> r.id().equals(id)).findFirst();
    }

    /// The alerts that belong on the list: unacknowledged first, then by severity, then the oldest first.
    public List<Alert> activeAlerts() {
        return AlertOrder.sorted(alerts.stream().filter(Alert::active).toList());
    }

    public SystemBoard withRunbook(Runbook runbook) {
        return new SystemBoard(runbook, target, targets, services, gauges, alerts, runs, holdFactor, trust, vendors);
    }

    public SystemBoard withTarget(Target target) {
        return new SystemBoard(runbook, target, targets, services, gauges, alerts, runs, holdFactor, trust, vendors);
    }

    public SystemBoard withTargets(List<Target> targets) {
        return new SystemBoard(runbook, target, targets, services, gauges, alerts, runs, holdFactor, trust, vendors);
    }

    public SystemBoard withServices(List<ServiceTile> services) {
        return new SystemBoard(runbook, target, targets, services, gauges, alerts, runs, holdFactor, trust, vendors);
    }

    public SystemBoard withGauges(List<Gauge> gauges) {
        return new SystemBoard(runbook, target, targets, services, gauges, alerts, runs, holdFactor, trust, vendors);
    }

    public SystemBoard withAlerts(List<Alert> alerts) {
        return new SystemBoard(runbook, target, targets, services, gauges, alerts, runs, holdFactor, trust, vendors);
    }

    public SystemBoard withRuns(List<Run> runs) {
        return new SystemBoard(runbook, target, targets, services, gauges, alerts, runs, holdFactor, trust, vendors);
    }

    public SystemBoard withHoldFactor(double holdFactor) {
        return new SystemBoard(runbook, target, targets, services, gauges, alerts, runs, holdFactor, trust, vendors);
    }

    public SystemBoard withTrust(Trust trust) {
        return new SystemBoard(runbook, target, targets, services, gauges, alerts, runs, holdFactor, trust, vendors);
    }

    public SystemBoard withVendors(List<VendorTile> vendors) {
        return new SystemBoard(runbook, target, targets, services, gauges, alerts, runs, holdFactor, trust, vendors);
    }
}
