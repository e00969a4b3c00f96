package plantao.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import plantao.alert.Alert;
import plantao.journal.Detail;
import plantao.probe.Probe;
import plantao.probe.Reading;
import plantao.runbook.WatchSettings;

/// Whether this console itself sees anything. It is blind to a part of the network when every target there,
/// loopback aside, fails on this side of it in one round, and besides no interface is up or every witness fails.
/// What it does not see is not known: no service is down for it, no alert fires.
final class NetworkSight {
    private static final Duration MOMENT = Duration.ofSeconds(2);

    private NetworkSight() {}

    /// The reading as it counts, and the board that knows of it.
    ///
    /// @param ask the witnesses to ask at once
    record Seen(Board board, Event.Read read, List<String> ask) {}

    /// A part of the network as it stands.
    private record Part(String name, List<Probe> targets, List<Surroundings.Witness> witnesses) {}

    /// Takes in a reading of a witness or a target: a failure that may be our own is held back.
    static Seen read(Board board, Event.Read e, Instant now) {
        SystemBoard system = board.system(e.system()).orElseThrow();
        Surroundings c = system.circumstances();
        Reading reading = e.reading();
        if (c.witnesses().stream().anyMatch(w -> w.probe().id().equals(reading.probe()))) {
            List<Surroundings.Witness> heard = c.witnesses().stream()
                    .map(w -> w.probe().id().equals(reading.probe())
                            ? new Surroundings.Witness(w.network(), w.probe(), reading)
                            : w)
                    .toList();
            return new Seen(with(board, e.system(), c.withWitnesses(heard)), e, List.of());
        }
        Instant awake = c.awake();
        if (awake != null && reading instanceof Reading.Down && reading.at().isBefore(awake)) {
            return new Seen(board, unknown(e, "begun before the computer slept"), List.of());
        }
        boolean unreached = reading instanceof Reading.Down down && down.local();
        Probe probe = unreached ? probe(system, reading.probe()) : null;
        Map<String, Instant> all = new HashMap<>(c.unreached());
        if (!unreached || probe == null || !probe.check().remote()) {
            boolean was = all.remove(reading.probe()) != null;
            return new Seen(was ? with(board, e.system(), c.withUnreached(all)) : board, e, List.of());
        }
        all.put(reading.probe(), reading.at());
        Board next = with(board, e.system(), c.withUnreached(all));
        Part part = part(system, network(system, probe));
        if (lost(c, part, now)) {
            return new Seen(next, unknown(e, "not known: this console may be cut off"), List.of());
        }
        Instant began = begun(system, probe, reading);
        boolean unheard = part.witnesses().stream().noneMatch(w -> heardSince(w, began));
        List<String> ask = part.witnesses().stream()
                .filter(w ->
                        w.last() == null || Duration.between(w.last().at(), now).compareTo(MOMENT) > 0)
                .map(w -> w.probe().subject())
                .toList();
        boolean wouldTurn = !part.witnesses().isEmpty() && unheard && turns(system, probe);
        return new Seen(next, wouldTurn ? unknown(e, "asking the witnesses first") : e, ask);
    }

    private static boolean heardSince(Surroundings.Witness w, Instant began) {
        Reading last = w.last();
        return last != null && !last.at().isBefore(began);
    }

    /// When the present run of failures of a probe's service began.
    private static Instant begun(SystemBoard system, Probe probe, Reading reading) {
        for (ServiceTile tile : system.services()) {
            Instant first = tile.health().firstBad();
            if (probe.equals(tile.probe()) && first != null) {
                return first;
            }
        }
        return reading.at();
    }

    private static boolean turns(SystemBoard system, Probe probe) {
        return system.services().stream()
                .anyMatch(t -> probe.equals(t.probe()) && t.health().bad() + 1 >= probe.failures());
    }

    private static Event.Read unknown(Event.Read e, String why) {
        Reading r = e.reading();
        return new Event.Read(e.system(), new Reading.NoData(r.probe(), r.at(), r.took(), why));
    }

    /// Whether the network is or is not there was looked at.
    static Outcome network(Board board, boolean connected, EventContext stamp) {
        Outcome outcome = Outcome.of(board);
        for (SystemBoard system : board.systems()) {
            if (system.circumstances().connected() != connected) {
                outcome = outcome.then(b -> judged(
                        with(b, system.name(), system.circumstances().withConnected(connected)), system.name(), stamp));
            }
        }
        return outcome;
    }

    /// Looks whether a part of the network went out of sight or came back.
    static Outcome judged(Board board, String name, EventContext stamp) {
        SystemBoard system = board.system(name).orElseThrow();
        if (system.circumstances().unreached().isEmpty()
                && system.circumstances().blind().isEmpty()) {
            return Outcome.of(board);
        }
        Outcome outcome = Outcome.of(board);
        for (Part part : parts(system)) {
            Instant since = system.circumstances().blind().get(part.name());
            boolean blind = lost(system.circumstances(), part, stamp.now()) && unreached(system, part, stamp.now());
            if (blind && since == null) {
                outcome = outcome.then(b -> blinded(b, name, part, stamp));
            } else if (!blind && since != null) {
                outcome = outcome.then(b -> sighted(b, name, part, since, stamp));
            }
        }
        return outcome;
    }

    private static Outcome blinded(Board board, String name, Part part, EventContext stamp) {
        SystemBoard system = board.system(name).orElseThrow();
        Surroundings c = system.circumstances();
        Instant since = part.targets().stream()
                .map(p -> c.unreached().getOrDefault(p.id(), stamp.now()))
                .min(Instant::compareTo)
                .orElse(stamp.now());
        Map<String, Instant> blind = new HashMap<>(c.blind());
        blind.put(part.name(), since);
        Board next = board.with(
                name,
                s -> s.withServices(s.services().stream()
                                .map(t -> part.targets().contains(t.probe())
                                        ? t.with(t.health().blinded(since))
                                        : t)
                                .toList())
                        .withAlerts(s.alerts().stream().map(Alert::interrupted).toList())
                        .withCircumstances(c.withBlind(blind)));
        String why = !c.connected() ? "no network interface is up" : "no target and no witness answers";
        return LogHandler.record(next, stamp, name, name, new Detail.Blinded(part.name(), why, since));
    }

    private static Outcome sighted(Board board, String name, Part part, Instant since, EventContext stamp) {
        Map<String, Instant> blind =
                new HashMap<>(board.system(name).orElseThrow().circumstances().blind());
        blind.remove(part.name());
        Board next = board.with(
                name,
                s -> s.withServices(s.services().stream()
                                .map(t -> part.targets().contains(t.probe())
                                        ? t.with(t.health().interrupted())
                                        : t)
                                .toList())
                        .withCircumstances(s.circumstances().withBlind(blind)));
        long lasted = Math.max(0, Duration.between(since, stamp.now()).toMillis());
        return LogHandler.record(next, stamp, name, name, new Detail.Sighted(part.name(), lasted));
    }

    /// Whether a probe's part of the network is out of sight.
    static boolean blind(SystemBoard system, @Nullable Probe probe) {
        return probe != null
                && !system.circumstances().blind().isEmpty()
                && probe.check().remote()
                && system.circumstances().blind().containsKey(network(system, probe));
    }

    /// No interface is up, or every witness fails; without witnesses only the interfaces tell.
    private static boolean lost(Surroundings c, Part part, Instant now) {
        return !c.connected()
                || !part.witnesses().isEmpty() && part.witnesses().stream().allMatch(w -> fails(w, now));
    }

    private static boolean fails(Surroundings.Witness w, Instant now) {
        return w.last() instanceof Reading.Down down
                && Duration.between(down.at(), now).compareTo(ServiceTile.staleAfter(w.probe())) < 0;
    }

    /// Whether every target failed on this side, in one round: not longer ago than its interval allows.
    private static boolean unreached(SystemBoard system, Part part, Instant now) {
        return !part.targets().isEmpty()
                && part.targets().stream().allMatch(p -> {
                    Instant at = system.circumstances().unreached().get(p.id());
                    return at != null && Duration.between(at, now).compareTo(ServiceTile.staleAfter(p)) < 0;
                });
    }

    private static List<Part> parts(SystemBoard system) {
        Set<String> names = new LinkedHashSet<>();
        SystemBoardFactory.probes(system).stream()
                .filter(p -> p.check().remote())
                .forEach(p -> names.add(network(system, p)));
        return names.stream().map(n -> part(system, n)).toList();
    }

    /// A part without witnesses of its own goes by the common ones.
    private static Part part(SystemBoard system, String name) {
        List<Probe> targets = SystemBoardFactory.probes(system).stream()
                .filter(p -> p.check().remote() && network(system, p).equals(name) && !witness(system, p))
                .toList();
        List<Surroundings.Witness> own = new ArrayList<>();
        List<Surroundings.Witness> common = new ArrayList<>();
        for (Surroundings.Witness w : system.circumstances().witnesses()) {
            if (w.network().equals(name)) {
                own.add(w);
            } else if (w.network().isEmpty()) {
                common.add(w);
            }
        }
        return new Part(name, targets, own.isEmpty() ? common : own);
    }

    private static boolean witness(SystemBoard system, Probe probe) {
        return system.circumstances().witnesses().stream()
                .anyMatch(w -> w.probe().equals(probe));
    }

    private static String network(SystemBoard system, Probe probe) {
        for (WatchSettings.Network n : system.runbook().settings().watch().networks()) {
            if (n.subjects().stream().anyMatch(s -> Dependencies.sameName(s, probe.subject()))) {
                return n.name();
            }
        }
        return "";
    }

    private static @Nullable Probe probe(SystemBoard system, String id) {
        return SystemBoardFactory.probes(system).stream()
                .filter(p -> p.id().equals(id))
                .findFirst()
                .orElse(null);
    }

    private static Board with(Board board, String system, Surroundings c) {
        return board.with(system, s -> s.withCircumstances(c));
    }
}
