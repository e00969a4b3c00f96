package plantao.practice;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import plantao.practice.blueprint.Blueprint;
import plantao.practice.blueprint.BlueprintException;
import plantao.practice.blueprint.BlueprintReader;
import plantao.practice.blueprint.ProcessSpec;
import plantao.practice.blueprint.Scenario;
import plantao.practice.process.Launch;
import plantao.values.Fence;
import plantao.values.Target;

/// A small real system on loopback, started on demand and gone without a trace when closed or when this program
/// ends.
public final class PracticeStack implements AutoCloseable {
    private final Blueprint blueprint;
    private final ScratchTree scratch;
    private final Guardian guardian;
    private final Clock clock;
    private final Consumer<PracticeEvent> events;
    private final Target target;
    private final List<String> missing = new ArrayList<>();
    private volatile @Nullable PostgresServer postgres;
    private final ProcessFleet fleet;
    private final Control control;
    private final Dispatcher dispatcher;
    private @Nullable Scenario scenario;
    private final List<Passing> passing = new ArrayList<>();
    private final Launch.Servers servers;
    private final DataFaults data;
    private final AtomicBoolean closed = new AtomicBoolean();

    /// A fault that ends by itself.
    private record Passing(Scenario.Fault fault, Instant until) {}

    private PracticeStack(
            Blueprint blueprint, ScratchTree scratch, Guardian guardian, Clock clock, Consumer<PracticeEvent> events)
            throws IOException, PracticeException {
        this.blueprint = blueprint;
        this.scratch = scratch;
        this.guardian = guardian;
        this.clock = clock;
        this.events = events;
        var plan = new StackWiring(blueprint, scratch, new Secrets());
        this.servers = plan.servers();
        this.data = new DataFaults(servers);
        JavaProgram program = JavaProgram.running();
        var shop = new ProcessLauncher(
                clock,
                program,
                guardian,
                scratch.root(),
                scratch.work(),
                scratch.logs(),
                blueprint.diskMegabytes(),
                plan.addresses(),
                servers);
        Map<String, ManagedProcess> units = new LinkedHashMap<>();
        blueprint
                .processes()
                .forEach((name, spec) -> units.put(
                        name,
                        new ManagedProcess(shop, name, spec, plan.port(name), plan.environment(spec), this::tell)));
        this.fleet = new ProcessFleet(units, scratch.work());
        this.target = plan.target();
        scratch.fill(blueprint, clock);
        this.dispatcher =
                new Dispatcher(blueprint, fleet, servers, clock, fence(target, scratch), plan::fill, this::tell);
        this.control = Control.listen(scratch.run(), guardian, dispatcher);
        missing.addAll(scratch.equip(blueprint, program, control.socket(), servers));
    }

    /// Reads the blueprint in `folder` and builds the stack in a new folder under `scratchParent`.
    ///
    /// @param events told of each part as it starts, of faults and of deaths, from any thread
    /// @throws PracticeException when that is not possible; nothing is left running
    public static PracticeStack start(Path folder, Path scratchParent, Clock clock, Consumer<PracticeEvent> events)
            throws PracticeException, InterruptedException {
        try {
            return start(new BlueprintReader().read(folder), scratchParent, clock, events);
        } catch (BlueprintException e) {
            throw new PracticeException(
                    "The practice stack's description cannot be used: " + e.getMessage(),
                    e.where(),
                    "Correct that line and start practice again.",
                    e);
        }
    }

    /// Builds the stack that `blueprint` describes in a new folder under `scratchParent`.
    ///
    /// @throws PracticeException when that is not possible; nothing is left running
    public static PracticeStack start(
            Blueprint blueprint, Path scratchParent, Clock clock, Consumer<PracticeEvent> events)
            throws PracticeException, InterruptedException {
        Guardian guardian = null;
        try {
            ScratchTree scratch = ScratchTree.under(scratchParent);
            guardian = Guardian.over(scratch.root());
            events.accept(new PracticeEvent.PartReady("guardian", guardian.pid(), null, 0));
            var stack = new PracticeStack(blueprint, scratch, guardian, clock, events);
            stack.startParts();
            return stack;
        } catch (IOException e) {
            end(guardian);
            throw new PracticeException(
                    "The practice stack cannot be built: " + e,
                    scratchParent.toString(),
                    "Look whether the folder can be written and the disk has room.",
                    e);
        } catch (PracticeException | InterruptedException | RuntimeException e) {
            end(guardian);
            throw e;
        }
    }

    private static void end(@Nullable Guardian guardian) {
        if (guardian != null) {
            guardian.close();
        }
    }

    /// Servers and processes side by side, traffic last: nobody calls before somebody answers.
    private void startParts() throws PracticeException, InterruptedException {
        var start = new StartUp(blueprint.folder(), this::tell);
        List<Callable<Void>> first = new ArrayList<>();
        first.add(() -> start.server("postgres", servers.postgresPort(), () -> {
            PostgresServer started = PostgresServer.start(
                    blueprint,
                    scratch.root().resolve("postgres"),
                    scratch.run().resolve("postgres.log"),
                    servers,
                    guardian,
                    new Secrets());
            postgres = started;
            return serving(
                    server("postgres", "PostgreSQL", servers.postgresPort(), "INT", started.process(), started::again));
        }));
        first.add(() -> start.server("redis", servers.redisPort(), () -> {
            Path folder = scratch.root().resolve("redis");
            Path log = scratch.run().resolve("redis.log");
            Process started = RedisServer.start(folder, log, servers, guardian);
            return serving(server(
                    "redis",
                    "Redis",
                    servers.redisPort(),
                    "TERM",
                    started,
                    () -> RedisServer.again(folder, log, servers, guardian)));
        }));
        List<Callable<Void>> then = new ArrayList<>();
        for (ManagedProcess unit : fleet.units()) {
            (unit.spec().kind() == ProcessSpec.Kind.TRAFFIC ? then : first).add(() -> start.unit(unit));
        }
        then.add(() -> {
            scratch.backUp(blueprint, servers, clock);
            return null;
        });
        StartUp.together(first);
        StartUp.together(then);
    }

    private Server server(String name, String label, int port, String ending, Process first, Server.Again again) {
        List<String> names = blueprint.servers().getOrDefault(name, List.of());
        Path log = scratch.run().resolve(name + ".log");
        return new Server(name, label, names, port, log, new Signals(), ending, first, again, this::tell);
    }

    /// @return its process id
    private long serving(Server server) {
        fleet.add(server);
        Long pid = server.running().pid();
        return pid == null ? 0 : pid;
    }

    private static Fence fence(Target target, ScratchTree scratch) {
        Fence fence = target.place().fence();
        return fence == null ? new Fence(scratch.tree(), Set.of()) : fence;
    }

    private void tell(PracticeEvent event) {
        events.accept(event);
    }

    /// The environment to bind probes and commands to.
    public Target target() {
        return target;
    }

    /// What can be practised.
    public List<Scenario> scenarios() {
        return blueprint.scenarios();
    }

    /// The scenario whose fault is in.
    public synchronized Optional<Scenario> current() {
        return Optional.ofNullable(scenario);
    }

    /// Whether the trouble of the scenario is over, as its own proof tells; empty when it has none.
    public Optional<Boolean> mended() {
        Scenario now = current().orElse(null);
        return now == null || now.mended() == null
                ? Optional.empty()
                : Optional.of(new RecoveryCheck(fleet, servers).holds(now.mended()));
    }

    /// What hold times are multiplied by, above 0 and at most 1.
    public double holdFactor() {
        return blueprint.holdFactor();
    }

    /// The blueprint's harmless programs that this machine lacks.
    public List<String> missingTools() {
        return List.copyOf(missing);
    }

    /// Ends a process group with the stack, however the stack ends.
    ///
    /// @param pid the group's first process
    public void guard(long pid) {
        try {
            guardian.watchGroup(pid);
        } catch (IOException e) {
            // the guardian is gone, so the stack is ending: the process ends with its own timeout
        }
    }

    /// Everything that runs now: guardian, servers, processes.
    public List<PartStatus> describe() {
        var all = new ArrayList<PartStatus>();
        all.add(new PartStatus(
                "guardian", "Guardian", "guardian", PartStatus.State.RUNNING, guardian.pid(), null, null));
        fleet.servers().forEach(server -> all.add(server.running()));
        fleet.units().forEach(unit -> all.add(unit.running()));
        return List.copyOf(all);
    }

    /// Puts the fault of this scenario in; a fault that is in already is undone first.
    ///
    /// @throws PracticeException when there is no such scenario, or the fault cannot be made
    public synchronized void begin(String id) throws PracticeException, InterruptedException {
        Scenario wanted = blueprint.scenarios().stream()
                .filter(s -> s.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new PracticeException(
                        "There is no scenario '" + id + "'",
                        blueprint.folder().toString(),
                        "There are: "
                                + String.join(
                                        ", ",
                                        blueprint.scenarios().stream()
                                                .map(Scenario::id)
                                                .toList()) + ".",
                        null));
        end();
        scenario = wanted;
        Instant now = clock.instant();
        try {
            for (Scenario.Fault fault : wanted.faults()) {
                fleet.suffer(fault);
                data.suffer(fault);
                Scenario.Change change = fault.set();
                if (change != null && change.forSeconds() > 0) {
                    passing.add(new Passing(fault, now.plusSeconds(change.forSeconds())));
                }
            }
        } catch (IOException | SQLException e) {
            throw new PracticeException(
                    "The fault cannot be made: " + e.getMessage(),
                    "scenario " + id,
                    "Look at what its faults say in practice.yaml, and start practice again.",
                    e);
        }
        tell(new PracticeEvent.FaultBegun(id));
    }

    /// Ends what was to last for a time only, and is over by now.
    public synchronized void pass() throws InterruptedException {
        Instant now = clock.instant();
        for (Passing fault : List.copyOf(passing)) {
            if (!now.isBefore(fault.until())) {
                passing.remove(fault);
                fleet.recover(fault.fault());
            }
        }
    }

    /// Undoes the fault and whatever commands did to the stack: sound versions, all processes up, schema in place.
    ///
    /// @throws PracticeException when a part does not come back
    public synchronized void end() throws PracticeException, InterruptedException {
        PostgresServer database = postgres;
        if (database == null) {
            return;
        }
        passing.clear();
        try {
            dispatcher.forget();
            data.letGo();
            Map<String, LaunchOutcome> bad = fleet.heal(database);
            data.undo();
            if (!bad.isEmpty()) {
                throw new PracticeException(
                        "A process does not come back: "
                                + StartWording.of(bad.values().iterator().next()),
                        String.join(", ", bad.keySet()),
                        "Start practice again.",
                        null);
            }
        } catch (IOException | SQLException e) {
            throw new PracticeException(
                    "The stack cannot be healed: " + e.getMessage(), "practice", "Start practice again.", e);
        }
        Scenario over = scenario;
        scenario = null;
        if (over != null) {
            tell(new PracticeEvent.FaultEnded(over.id()));
        }
    }

    /// Ends every process, deletes the scratch tree, and returns when all of it is gone. It does not wait for a
    /// `begin` or `end` under way: what that still starts is ended too.
    @Override
    public void close() {
        if (closed.getAndSet(true)) {
            return;
        }
        control.close();
        data.letGo();
        fleet.let();
        guardian.close();
        tell(new PracticeEvent.Closed());
    }
}
