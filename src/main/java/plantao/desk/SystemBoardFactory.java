package plantao.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import plantao.alert.Alert;
import plantao.alert.Condition;
import plantao.alert.Health;
import plantao.alert.Rule;
import plantao.alert.Scale;
import plantao.alert.Trail;
import plantao.probe.BuiltProbe;
import plantao.probe.Checks;
import plantao.probe.Probe;
import plantao.probe.Reading;
import plantao.runbook.Metric;
import plantao.runbook.ProbeSpec;
import plantao.runbook.ProbeSpec.Subject;
import plantao.runbook.Runbook;
import plantao.runbook.Service;
import plantao.runbook.WatchSettings;
import plantao.values.Target;

/// Makes a board of a runbook: tiles, gauges and rules bound to probes for one environment. Pure.
public final class SystemBoardFactory {
    private SystemBoardFactory() {}

    /// A system about which nothing is known yet.
    ///
    /// @param targets the environments to choose from; probes are bound to the first
    /// @param holdFactor what hold times are multiplied with: 1 but in practice
    public static SystemBoard open(Runbook runbook, List<Target> targets, double holdFactor, Trust trust, Instant now) {
        return bound(runbook, targets.getFirst(), targets, holdFactor, trust, now);
    }

    /// The same system bound to one of its environments, about which nothing is known yet.
    static SystemBoard bound(SystemBoard system, Target target, Instant now) {
        return bound(system.runbook(), target, system.targets(), system.holdFactor(), system.trust(), now);
    }

    static SystemBoard bound(
            Runbook runbook, Target target, List<Target> targets, double holdFactor, Trust trust, Instant now) {
        List<BuiltProbe> made = made(runbook, target, trust);
        Map<String, List<String>> needs = Dependencies.needs(runbook);
        List<ServiceTile> services = new ArrayList<>();
        for (Service service : runbook.services()) {
            services.add(new ServiceTile(
                    service,
                    probe(made, Subject.SERVICE, service.name()),
                    unprobed(made, Subject.SERVICE, service.name(), now),
                    Trail.EMPTY,
                    ServiceTile.Uptime.NONE,
                    needs.getOrDefault(service.name(), List.of()),
                    null));
        }
        List<Gauge> gauges = new ArrayList<>();
        for (Metric metric : runbook.metrics()) {
            Reading why = unprobed(made, Subject.METRIC, metric.name(), now).last();
            Probe probe = probe(made, Subject.METRIC, metric.name());
            gauges.add(new Gauge(
                    metric,
                    Scale.of(metric),
                    probe == null && why == null ? DerivedSources.of(metric, services) : probe,
                    null,
                    null,
                    why,
                    Trail.EMPTY));
        }
        List<Alert> alerts = RuleBinding.of(runbook, services, gauges, holdFactor).stream()
                .map(Alert::of)
                .toList();
        SystemBoard system = new SystemBoard(
                runbook, target, List.copyOf(targets), services, gauges, alerts, List.of(), holdFactor, trust);
        return system.withVendors(runbook.vendors().stream()
                        .map(v -> new VendorTile(
                                v,
                                probe(made, Subject.VENDOR, v.name()),
                                unprobed(made, Subject.VENDOR, v.name(), now).last()))
                        .toList())
                .withCircumstances(Surroundings.NONE.withWitnesses(witnesses(made, runbook)));
    }

    private static List<Surroundings.Witness> witnesses(List<BuiltProbe> made, Runbook runbook) {
        List<Surroundings.Witness> all = new ArrayList<>();
        for (WatchSettings.Network network : runbook.settings().watch().networks()) {
            for (String subject : network.witnesses()) {
                for (BuiltProbe each : made) {
                    if (each instanceof BuiltProbe.Ready(Probe probe)
                            && probe.of() == Subject.WITNESS
                            && probe.subject().equals(subject)) {
                        all.add(new Surroundings.Witness(network.name(), probe, null));
                    }
                }
            }
        }
        return all;
    }

    /// Every probe of a system, for the schedule.
    public static List<Probe> probes(SystemBoard system) {
        List<Probe> probes = new ArrayList<>();
        for (ServiceTile tile : system.services()) {
            if (tile.probe() != null) {
                probes.add(tile.probe());
            }
        }
        for (Gauge gauge : system.gauges()) {
            if (gauge.probe() != null) {
                probes.add(gauge.probe());
            }
        }
        for (VendorTile vendor : system.vendors()) {
            if (vendor.probe() != null) {
                probes.add(vendor.probe());
            }
        }
        system.circumstances().witnesses().forEach(w -> probes.add(w.probe()));
        return probes;
    }

    private static List<BuiltProbe> made(Runbook runbook, Target target, Trust trust) {
        List<ProbeSpec> specs = runbook.settings().probes();
        List<BuiltProbe> all = Checks.all(specs, target);
        List<BuiltProbe> made = new ArrayList<>();
        for (int i = 0; i < specs.size(); i++) {
            ProbeSpec spec = specs.get(i);
            made.add(
                    Approvals.allow(trust, spec)
                            ? marked(all.get(i))
                            : new BuiltProbe.Unusable(
                                    spec.subject(), spec.of(), spec.origin(), "not approved yet: review what waits"));
        }
        return made;
    }

    /// A system read anew in the same environment: where a changed probe is not approved yet, the one before goes
    /// on.
    static SystemBoard withApprovedProbes(SystemBoard before, SystemBoard after) {
        if (!before.target().id().equals(after.target().id())) {
            return after;
        }
        List<ServiceTile> services = after.services().stream()
                .map(t -> before.services().stream()
                        .filter(o -> o.name().equals(t.name()) && waits(after, Subject.SERVICE, t.name()))
                        .findFirst()
                        .map(o -> new ServiceTile(
                                t.service(), o.probe(), t.health(), t.latency(), t.uptime(), t.needs(), t.cause()))
                        .orElse(t))
                .toList();
        List<Gauge> gauges = after.gauges().stream()
                .map(g -> before.gauges().stream()
                        .filter(o -> o.metric().name().equals(g.metric().name())
                                && waits(after, Subject.METRIC, g.metric().name()))
                        .findFirst()
                        .map(o -> new Gauge(
                                g.metric(), g.scale(), o.probe(), g.value(), g.measured(), g.last(), g.trail()))
                        .orElse(g))
                .toList();
        List<Alert> alerts = RuleBinding.of(after.runbook(), services, gauges, after.holdFactor()).stream()
                .map(Alert::of)
                .toList();
        return after.withServices(services).withGauges(gauges).withAlerts(alerts);
    }

    private static boolean waits(SystemBoard system, Subject of, String name) {
        return system.runbook().settings().probes().stream()
                .anyMatch(s -> s.of() == of
                        && Dependencies.sameName(s.subject(), name)
                        && !Approvals.allow(system.trust(), s));
    }

    /// A probe whose id says what it reads: a late reading of another environment, or of the version before, is not
    /// taken for one of this.
    private static BuiltProbe marked(BuiltProbe made) {
        return made instanceof BuiltProbe.Ready(Probe p)
                ? new BuiltProbe.Ready(new Probe(
                        p.id() + "@" + Integer.toHexString(p.check().hashCode()),
                        p.subject(),
                        p.of(),
                        p.check(),
                        p.interval(),
                        p.timeout(),
                        p.failures(),
                        p.recoveries()))
                : made;
    }

    private static @Nullable Probe probe(List<BuiltProbe> made, Subject of, String name) {
        for (BuiltProbe each : made) {
            if (each instanceof BuiltProbe.Ready(Probe probe)
                    && probe.of() == of
                    && Dependencies.sameName(probe.subject(), name)) {
                return probe;
            }
        }
        return null;
    }

    /// What is known of something before its first reading: nothing, or why it can't be probed.
    private static Health unprobed(List<BuiltProbe> made, Subject of, String name, Instant now) {
        for (BuiltProbe each : made) {
            if (each instanceof BuiltProbe.Unusable u && u.of() == of && Dependencies.sameName(u.subject(), name)) {
                Reading why = new Reading.NoData("", now, Duration.ZERO, u.message());
                return new Health(Health.State.UNKNOWN, null, 0, 0, why, null);
            }
        }
        return Health.UNKNOWN;
    }

    /// A system read anew, with what went on in it before.
    static SystemBoard carriedOver(SystemBoard before, SystemBoard after) {
        List<ServiceTile> services = after.services().stream()
                .map(t -> before.services().stream()
                        .filter(o -> o.name().equals(t.name()) && Objects.equals(o.probe(), t.probe()))
                        .findFirst()
                        .map(o -> new ServiceTile(
                                t.service(), t.probe(), o.health(), o.latency(), o.uptime(), t.needs(), o.cause()))
                        .orElse(t))
                .toList();
        List<Gauge> gauges = after.gauges().stream()
                .map(g -> before.gauges().stream()
                        .filter(o ->
                                o.metric().name().equals(g.metric().name()) && Objects.equals(o.probe(), g.probe()))
                        .findFirst()
                        .map(o -> new Gauge(
                                g.metric(), g.scale(), g.probe(), o.value(), o.measured(), o.last(), o.trail()))
                        .orElse(g))
                .toList();
        List<VendorTile> vendors = after.vendors().stream()
                .map(v -> before.vendors().stream()
                        .filter(o ->
                                o.vendor().name().equals(v.vendor().name()) && Objects.equals(o.probe(), v.probe()))
                        .findFirst()
                        .map(o -> new VendorTile(v.vendor(), v.probe(), o.last()))
                        .orElse(v))
                .toList();
        List<Alert> alerts = after.alerts().stream()
                .map(a -> before.alerts().stream()
                        .filter(o -> sameRule(o.rule(), a.rule())
                                && sources(before, o.rule()).equals(sources(after, a.rule())))
                        .findFirst()
                        .map(o -> new Alert(a.rule(), o.state(), o.measured(), o.flaps()))
                        .orElse(a))
                .collect(Collectors.toCollection(ArrayList::new));
        if (Objects.equals(
                before.runbook().settings().watch().links().alertmanager(),
                after.runbook().settings().watch().links().alertmanager())) {
            before.alerts().stream()
                    .filter(a -> a.rule().condition() instanceof Condition.Elsewhere)
                    .forEach(alerts::add);
        }
        return after.withServices(services)
                .withGauges(gauges)
                .withAlerts(alerts)
                .withVendors(vendors)
                .withCircumstances(goingOn(before.circumstances(), after.circumstances()))
                .withRuns(before.runs());
    }

    private static Surroundings goingOn(Surroundings before, Surroundings after) {
        List<Surroundings.Witness> witnesses = after.witnesses().stream()
                .map(w -> before.witnesses().stream()
                        .filter(o -> o.probe().equals(w.probe()))
                        .findFirst()
                        .orElse(w))
                .toList();
        return before.withWitnesses(witnesses);
    }

    /// The probes a rule goes by.
    private static List<Probe> sources(SystemBoard system, Rule rule) {
        return switch (rule.condition()) {
            case Condition.Down d ->
                probes(system).stream()
                        .filter(p -> p.of() == Subject.SERVICE && Dependencies.sameName(p.subject(), d.service()))
                        .toList();
            case Condition.Measured m ->
                probes(system).stream()
                        .filter(p -> p.of() == Subject.METRIC && Dependencies.sameName(p.subject(), m.metric()))
                        .toList();
            case Condition.Unwatched _, Condition.Elsewhere _ -> List.of();
        };
    }

    private static boolean sameRule(Rule a, Rule b) {
        return a.id().equals(b.id()) && a.condition().equals(b.condition());
    }
}
