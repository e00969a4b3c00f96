package plantao.practice;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import plantao.practice.blueprint.Behaviour;
import plantao.practice.blueprint.ProcessSpec;
import plantao.practice.process.Launch;

/// One process of the stack with its deploys and its environment; what a host's dashboard would show as a service.
/// Its methods wait for one another: two commands do not start it twice.
final class ManagedProcess implements Part {
    private final ProcessLauncher shop;
    private final String name;
    private final ProcessSpec spec;
    private final int port;
    private final Map<String, String> environment;
    private final Consumer<PracticeEvent> events;
    /// What stood in the working folder before a version's own files did.
    private final Map<String, String> originals = new TreeMap<>();
    private Releases releases;
    private double perSecond;
    private @Nullable Process process;
    private int copies = 1;
    private boolean frozen;
    private boolean suspended;

    ManagedProcess(
            ProcessLauncher shop,
            String name,
            ProcessSpec spec,
            int port,
            Map<String, String> environment,
            Consumer<PracticeEvent> events) {
        this.shop = shop;
        this.name = name;
        this.spec = spec;
        this.port = port;
        this.environment = new TreeMap<>(environment);
        this.events = events;
        this.releases = history(spec, shop.clock());
        this.perSecond = spec.traffic() == null ? 0 : spec.traffic().perSecond();
    }

    private static Releases history(ProcessSpec spec, Clock clock) {
        List<Release> all = new ArrayList<>();
        for (ProcessSpec.Release release : spec.releases()) {
            all.add(new Release(
                    release.id(),
                    release.commit(),
                    release.title(),
                    clock.instant().minus(Duration.ofDays(release.daysAgo())),
                    Release.Status.SUPERSEDED,
                    Behaviour.SOUND));
        }
        if (all.isEmpty()) {
            all.add(new Release(
                    "first", "initial", "First version", clock.instant(), Release.Status.LIVE, Behaviour.SOUND));
        }
        return new Releases(all).marked(Release.Status.LIVE);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<String> names() {
        return spec.names();
    }

    ProcessSpec spec() {
        return spec;
    }

    int port() {
        return port;
    }

    @Override
    public Path log() {
        return shop.logs().resolve(name + ".log");
    }

    synchronized Releases releases() {
        return releases;
    }

    synchronized Map<String, String> environment() {
        return new TreeMap<>(environment);
    }

    /// Sets a variable, or removes it when the value is null. The running process keeps what it began with.
    synchronized void set(String variable, @Nullable String value) {
        if (value == null) {
            environment.remove(variable);
        } else {
            environment.put(variable, value);
        }
    }

    @Override
    public synchronized PartStatus running() {
        Process now = process;
        boolean alive = now != null && now.isAlive();
        PartStatus.State state = alive
                ? (frozen ? PartStatus.State.FROZEN : PartStatus.State.RUNNING)
                : (suspended ? PartStatus.State.SUSPENDED : PartStatus.State.DEAD);
        return new PartStatus(
                name,
                spec.label(),
                spec.kind().name().toLowerCase(Locale.ROOT),
                state,
                alive && now != null ? now.pid() : null,
                port == 0 ? null : port,
                releases.current().commit());
    }

    /// Starts it when it does not run, and waits until it does its work.
    @Override
    public synchronized LaunchOutcome start() throws InterruptedException {
        Process now = process;
        if (now != null && now.isAlive()) {
            return new LaunchOutcome.Up(now.pid(), 0);
        }
        suspended = false;
        events.accept(new PracticeEvent.PartStarting(name));
        LaunchOutcome outcome;
        try {
            outcome = launch();
        } catch (IOException e) {
            outcome = new LaunchOutcome.NotStarted("it cannot be started: " + e);
        }
        if (outcome instanceof LaunchOutcome.Up up) {
            events.accept(new PracticeEvent.PartReady(name, up.pid(), port == 0 ? null : port, up.millis()));
        }
        return outcome;
    }

    private LaunchOutcome launch() throws IOException, InterruptedException {
        ProcessLauncher.Started started = shop.start(this::launchText, name, log());
        Process now = started.process();
        process = now;
        frozen = false;
        if (now != null) {
            var _ = now.onExit().thenAccept(this::ended);
        }
        return started.outcome();
    }

    /// Puts the files of the version that is to run into the working folder, those of others back as they were.
    private void bringFiles() throws IOException {
        Map<String, String> wanted = releases.current().behaviour().files();
        for (String file : wanted.keySet()) {
            Path path = shop.work().resolve(file);
            originals.putIfAbsent(file, Files.exists(path) ? Files.readString(path) : "");
        }
        for (Map.Entry<String, String> original : originals.entrySet()) {
            Path path = shop.work().resolve(original.getKey()).normalize();
            if (!path.startsWith(shop.work())) {
                throw new IOException("the file " + original.getKey() + " lies outside the working folder");
            }
            Files.createDirectories(path.getParent());
            Files.writeString(path, wanted.getOrDefault(original.getKey(), original.getValue()));
        }
    }

    private Map<String, String> givenEnvironment() {
        Map<String, String> all = new TreeMap<>(environment);
        all.putAll(releases.current().behaviour().environment());
        return all;
    }

    private Launch launchText(Path ready) {
        ProcessSpec now = spec.at(perSecond, copies);
        return new Launch(
                name,
                now,
                releases.current().behaviour(),
                releases.current().commit(),
                port,
                shop.addresses(),
                givenEnvironment(),
                shop.servers(),
                shop.work().toString(),
                shop.folder().toString(),
                shop.diskMegabytes(),
                ready.toString());
    }

    /// Runs on the thread that reaps processes; an end that was asked for has taken `process` away before.
    private void ended(Process gone) {
        synchronized (this) {
            if (process != gone) {
                return;
            }
            process = null;
            frozen = false;
        }
        events.accept(new PracticeEvent.ProcessDied(name, gone.pid(), gone.exitValue()));
    }

    /// Lets go of the process: its end is no news any more.
    @Override
    public synchronized void let() {
        process = null;
    }

    /// Ends it: asks first, unless it is frozen and cannot hear.
    synchronized void stop() throws InterruptedException {
        Process now = process;
        process = null;
        if (now == null) {
            return;
        }
        if (!frozen) {
            now.destroy();
            now.waitFor(2, TimeUnit.SECONDS);
        }
        frozen = false;
        shop.end(now);
    }

    /// Ends it until it is resumed.
    @Override
    public synchronized void suspend() throws InterruptedException {
        stop();
        suspended = true;
    }

    /// Kills it (SIGKILL) without a word, as the kernel does.
    @Override
    public synchronized void kill() throws InterruptedException {
        Process now = process;
        if (now != null) {
            now.destroyForcibly().waitFor(5, TimeUnit.SECONDS);
        }
    }

    /// Stops it in its tracks (SIGSTOP).
    @Override
    public synchronized void freeze() throws IOException, InterruptedException {
        Process now = process;
        if (now != null && new Signals().send("STOP", now.pid())) {
            frozen = true;
        }
    }

    /// Lets it go on (SIGCONT).
    @Override
    public synchronized void thaw() throws IOException, InterruptedException {
        Process now = process;
        if (frozen && now != null && new Signals().send("CONT", now.pid())) {
            frozen = false;
        }
    }

    /// Ends it and starts it again.
    @Override
    public synchronized LaunchOutcome restart() throws InterruptedException {
        stop();
        return start();
    }

    /// Has it do the work of this many copies.
    synchronized LaunchOutcome scale(int number) throws InterruptedException {
        if (number == 0) {
            suspend();
            return new LaunchOutcome.Up(0, 0);
        }
        copies = number;
        return restart();
    }

    /// A new version goes out.
    synchronized LaunchOutcome deploy(String commit, String title, Behaviour behaviour) throws InterruptedException {
        releases = releases.deployed(
                new Release(newId(), commit, title, shop.clock().instant(), Release.Status.LIVE, behaviour));
        return roll();
    }

    /// What is in the code base now goes out as a version of its own.
    synchronized LaunchOutcome deploy(String title) throws InterruptedException {
        return deploy(
                UUID.randomUUID().toString().substring(0, 7),
                title,
                releases.current().behaviour());
    }

    /// Back to the version before; null when there is none.
    synchronized @Nullable LaunchOutcome rollback() throws InterruptedException {
        Release to = releases.before().orElse(null);
        if (to == null) {
            return null;
        }
        releases = releases.back(to, newId(), shop.clock().instant());
        return roll();
    }

    /// Deploys this version again.
    synchronized LaunchOutcome redeploy(Release version) throws InterruptedException {
        releases = releases.again(version, newId(), shop.clock().instant());
        return roll();
    }

    private LaunchOutcome roll() throws InterruptedException {
        try {
            bringFiles();
        } catch (IOException e) {
            return new LaunchOutcome.NotStarted("its files cannot be written: " + e);
        }
        if (suspended) {
            return new LaunchOutcome.Held();
        }
        LaunchOutcome outcome = restart();
        if (!(outcome instanceof LaunchOutcome.Up)) {
            releases = releases.marked(Release.Status.FAILED);
        }
        return outcome;
    }

    private static String newId() {
        return "dep-" + UUID.randomUUID().toString().substring(0, 8);
    }

    /// Changes the rate of a traffic process.
    synchronized void rate(double requestsPerSecond) throws InterruptedException {
        if (perSecond != requestsPerSecond) {
            perSecond = requestsPerSecond;
            restart();
        }
    }

    /// Back to how the blueprint has it: a sound version that runs, in its own environment and at its own rate.
    synchronized LaunchOutcome heal(Map<String, String> first) throws IOException, InterruptedException {
        thaw();
        boolean changed = !environment.equals(first) || copies != 1;
        copies = 1;
        suspended = false;
        environment.clear();
        environment.putAll(first);
        if (spec.traffic() != null) {
            rate(spec.traffic().perSecond());
        }
        if (!releases.current().behaviour().sound()) {
            LaunchOutcome outcome = rollback();
            if (outcome != null) {
                return outcome;
            }
        }
        return changed ? restart() : start();
    }
}
