package plantao.practice;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import plantao.practice.blueprint.ProcessSpec;
import plantao.practice.blueprint.Scenario;

/// All processes of a stack, and what faults do to them.
final class ProcessFleet {
    private final Map<String, ManagedProcess> units;
    private final Map<String, Map<String, String>> first = new LinkedHashMap<>();
    private final Map<String, Server> servers = new ConcurrentSkipListMap<>();
    private final Path work;
    private final List<Path> filled = new ArrayList<>();

    /// @param work the working folder, where faults may put files
    ProcessFleet(Map<String, ManagedProcess> units, Path work) {
        this.units = new LinkedHashMap<>(units);
        this.work = work;
        units.forEach((name, unit) -> first.put(name, unit.environment()));
    }

    /// All of them, in the blueprint's order.
    List<ManagedProcess> units() {
        return List.copyOf(units.values());
    }

    /// A server that runs from now on.
    void add(Server server) {
        servers.put(server.name(), server);
    }

    /// The database servers that have been started.
    List<Server> servers() {
        return List.copyOf(servers.values());
    }

    /// Servers and processes: what others need comes first. Traffic, which is people, is none of it.
    List<Part> parts() {
        List<Part> all = new ArrayList<>(servers.values());
        units.values().stream()
                .filter(u -> u.spec().kind() != ProcessSpec.Kind.TRAFFIC)
                .forEach(all::add);
        return List.copyOf(all);
    }

    /// The server or process that a command calls so.
    Optional<Part> part(String text) {
        String plain = plain(text);
        return parts().stream()
                .filter(p -> p.name().equals(plain)
                        || p.names().contains(plain)
                        || p.names().contains(text))
                .findFirst();
    }

    /// The process of this name in the blueprint.
    ManagedProcess unit(String name) {
        ManagedProcess unit = units.get(name);
        if (unit == null) {
            throw new IllegalArgumentException("no process " + name);
        }
        return unit;
    }

    /// The process that a command calls so: its own name, or one of its names, with or without a kind before it
    /// (`deployment/api`) or behind it (`api.service`).
    Optional<ManagedProcess> called(String text) {
        String plain = plain(text);
        return units.values().stream()
                .filter(u -> u.name().equals(plain)
                        || u.spec().names().contains(plain)
                        || u.spec().names().contains(text))
                .findFirst();
    }

    private static String plain(String text) {
        return text.substring(text.lastIndexOf('/') + 1).replaceFirst("[.]service$", "");
    }

    /// Lets go of all processes: their ends are no news any more.
    void let() {
        units.values().forEach(ManagedProcess::let);
        servers.values().forEach(Server::let);
    }

    /// Does what this fault says.
    void suffer(Scenario.Fault fault) throws IOException, InterruptedException {
        Scenario.Deploy deploy = fault.deploy();
        Scenario.Surge surge = fault.traffic();
        Scenario.Fill fill = fault.fill();
        if (deploy != null) {
            unit(deploy.process()).deploy(deploy.commit(), deploy.title(), deploy.behaviour());
        } else if (fault.kill() != null) {
            named(fault.kill()).kill();
        } else if (fault.freeze() != null) {
            named(fault.freeze()).freeze();
        } else if (surge != null) {
            unit(surge.process()).rate(surge.perSecond());
        } else if (fill != null) {
            fill(fill);
        } else if (fault.set() != null) {
            unit(fault.set().process()).set(fault.set().name(), fault.set().value());
            unit(fault.set().process()).restart();
        }
    }

    /// Takes a changed variable back.
    void recover(Scenario.Fault fault) throws InterruptedException {
        Scenario.Change change = fault.set();
        if (change != null) {
            unit(change.process())
                    .set(
                            change.name(),
                            first.getOrDefault(change.process(), Map.of()).get(change.name()));
            unit(change.process()).restart();
        }
    }

    private Part named(String name) {
        Server server = servers.get(name);
        return server == null ? unit(name) : server;
    }

    private void fill(Scenario.Fill fill) throws IOException {
        Path file = work.resolve(fill.file()).normalize();
        if (!file.startsWith(work)) {
            throw new IOException("the file " + fill.file() + " lies outside the working folder");
        }
        Files.createDirectories(file.getParent());
        filled.add(file);
        byte[] megabyte = new byte[1 << 20];
        try (var out = Files.newOutputStream(file)) {
            for (int i = 0; i < fill.megabytes(); i++) {
                out.write(megabyte);
            }
        }
    }

    /// Undoes every fault, and whatever commands did.
    ///
    /// @return the processes that did not come back, with the reason
    Map<String, LaunchOutcome> heal(PostgresServer postgres) throws IOException, SQLException, InterruptedException {
        for (Path file : filled) {
            Files.deleteIfExists(file);
        }
        filled.clear();
        Map<String, LaunchOutcome> bad = new LinkedHashMap<>();
        for (Server server : servers.values()) {
            server.thaw();
            LaunchOutcome outcome = server.start();
            if (!(outcome instanceof LaunchOutcome.Up)) {
                bad.put(server.name(), outcome);
            }
        }
        for (ManagedProcess unit : units.values()) {
            LaunchOutcome outcome = unit.heal(first.getOrDefault(unit.name(), Map.of()));
            if (!(outcome instanceof LaunchOutcome.Up)) {
                bad.put(unit.name(), outcome);
            }
        }
        postgres.restore();
        return bad;
    }
}
