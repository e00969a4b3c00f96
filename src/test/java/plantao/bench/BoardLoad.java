package plantao.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.stage.Stage;
import plantao.desk.Board;
import plantao.desk.Desk;
import plantao.desk.Effect;
import plantao.desk.Event;
import plantao.desk.SystemBoard;
import plantao.desk.SystemBoardFactory;
import plantao.desk.Targets;
import plantao.desk.Trust;
import plantao.journal.Entry;
import plantao.playbook.Outputs;
import plantao.probe.Probe;
import plantao.probe.Reading;
import plantao.runbook.Runbook;
import plantao.runbook.read.LoadedRunbook;
import plantao.runbook.read.RunbookFolder;
import plantao.store.Ids;
import plantao.ui.NoDrafts;
import plantao.ui.Window;
import plantao.ui.fx.Fonts;
import plantao.ui.fx.Theme;
import plantao.values.ResolvedCommand;

/// The process that [BoardBench] measures.
public final class BoardLoad extends Application {
    private static final int TILES = 1000;
    private static final int METRICS = 100;
    private static final int ALERTS = 5000;
    private static final int WARM_SECONDS = 10;

    private final Frames frames = new Frames();

    /// @param arguments `tiles` or `alerts`; seconds
    public static void main(String[] arguments) {
        launch(arguments);
    }

    @Override
    public void start(Stage stage) throws Exception {
        String load = getParameters().getRaw().getFirst();
        int seconds = Integer.parseInt(getParameters().getRaw().getLast());
        Fonts.load();
        Runbook runbook = runbook(load);
        InstantSource clock = InstantSource.system();
        Window.Ties ties = new Window.Ties(
                Board.empty(clock.instant(), "bench"),
                _ -> {},
                new Outputs(),
                new NoDrafts(),
                (_, _) -> NOTHING,
                () -> {});
        stage.setWidth(1280);
        stage.setHeight(720);
        Window window = new Window(stage, ties, Locale.ENGLISH, Theme.LIGHT);
        window.open();
        stage.setWidth(1280);
        stage.setHeight(720);
        AtomicReference<Consumer<Event>> saved = new AtomicReference<>(_ -> {});
        Desk desk = new Desk(
                Board.empty(clock.instant(), "bench"),
                clock,
                "bench",
                new Ids(clock, new java.security.SecureRandom()),
                t -> t,
                window::show,
                effect -> {
                    if (effect instanceof Effect.Append(Entry entry)) {
                        saved.get().accept(new Event.Stored(Set.of(entry.id())));
                    }
                });
        saved.set(desk::send);
        SystemBoard system = SystemBoardFactory.open(
                runbook, Targets.of(runbook, Path.of("/tmp"), Map.of()), 1, Trust.FULL, clock.instant());
        desk.send(new Event.Opened(system));
        frames.start();
        Thread.ofPlatform().daemon().start(() -> {
            try {
                feed(load, desk, system, seconds);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            Platform.exit();
            System.exit(0);
        });
    }

    private void feed(String load, Desk desk, SystemBoard system, int seconds) throws InterruptedException {
        List<Probe> probes = SystemBoardFactory.probes(system);
        int perSecond = load.equals("tiles") ? 1000 : 10_000 / 60;
        send(desk, system, probes, perSecond, WARM_SECONDS);
        desk.settle();
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long fx = fxThread();
        long heap = heap();
        long before = threads.getThreadCpuTime(fx);
        onFx(frames::begin);
        send(desk, system, probes, perSecond, seconds);
        long busy = threads.getThreadCpuTime(fx) - before;
        desk.settle();
        String[] text = new String[1];
        onFx(() -> text[0] = frames.text());
        System.out.printf(
                Locale.ROOT,
                "%-6s %d on the board, %d updates in %d s: %s; JavaFX thread busy %.0f %% of the time; heap %d MiB before, %d"
                        + " MiB after%n",
                load,
                load.equals("tiles")
                        ? desk.board().systems().getFirst().services().size()
                        : desk.board().systems().getFirst().activeAlerts().size(),
                perSecond * seconds,
                seconds,
                text[0],
                busy / 1e7 / seconds,
                heap,
                heap());
    }

    private static void send(Desk desk, SystemBoard system, List<Probe> probes, int perSecond, int seconds) {
        long begun = System.nanoTime();
        for (int i = 0; i < perSecond * seconds; i++) {
            Probe probe = probes.get(i % probes.size());
            Instant now = Instant.now();
            desk.send(new Event.Read(
                    system.name(),
                    i % 97 == 0 && probe.of() == plantao.runbook.ProbeSpec.Subject.SERVICE
                            ? new Reading.Down(probe.id(), now, Duration.ofMillis(9), "connection refused", "")
                            : new Reading.Up(
                                    probe.id(), now, Duration.ofMillis(5 + i % 50), 1000.0 + i % 1000, "GET / → 200")));
            long due = begun + TimeUnit.SECONDS.toNanos(1) * (i + 1) / perSecond;
            LockSupport.parkNanos(due - System.nanoTime());
        }
    }

    private static void onFx(Runnable work) throws InterruptedException {
        CountDownLatch done = new CountDownLatch(1);
        Platform.runLater(() -> {
            work.run();
            done.countDown();
        });
        done.await();
    }

    private static long fxThread() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(t -> t.getName().equals("JavaFX Application Thread"))
                .mapToLong(Thread::threadId)
                .findFirst()
                .orElseThrow();
    }

    private static long heap() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return (runtime.totalMemory() - runtime.freeMemory()) / (1 << 20);
    }

    private static Runbook runbook(String load) throws Exception {
        StringBuilder text = new StringBuilder("# Bench\n\n");
        StringBuilder config = new StringBuilder();
        if (load.equals("tiles")) {
            text.append("## Services\n\n| Service | URL |\n|---|---|\n");
            for (int i = 0; i < TILES; i++) {
                text.append("| Service ")
                        .append(i)
                        .append(" | http://127.0.0.1:9/")
                        .append(i)
                        .append(" |\n");
            }
        } else {
            config.append("metrics:\n");
            text.append("## Metrics\n\n| Metric | Warning | Critical |\n|---|---|---|\n");
            for (int i = 0; i < METRICS; i++) {
                text.append("| Queue ").append(name(i)).append(" | > 5 | > 9 |\n");
                config.append("  Queue ").append(name(i)).append(": {json: {url: 'http://127.0.0.1:9/', path: a}}\n");
            }
            text.append("\n## Alerts\n\n| Alert | Condition | Severity |\n|---|---|---|\n");
            for (int i = 0; i < ALERTS; i++) {
                String metric = "Queue " + name(i % METRICS);
                int limit = 1 + i / METRICS;
                text.append("| ")
                        .append(metric)
                        .append(" over ")
                        .append(limit)
                        .append(" | ")
                        .append(metric)
                        .append(" > ")
                        .append(limit)
                        .append(" | P")
                        .append(1 + i % 4)
                        .append(" |\n");
            }
        }
        Path folder = Files.createTempDirectory("plantao-bench");
        Files.writeString(folder.resolve("runbook.md"), text);
        Files.writeString(folder.resolve("console.yaml"), config);
        return RunbookFolder.load(folder).stream()
                .filter(LoadedRunbook.Read.class::isInstance)
                .map(l -> ((LoadedRunbook.Read) l).runbook())
                .findFirst()
                .orElseThrow();
    }

    /// Words that share nothing, so that each metric is told from all others.
    private static String name(int i) {
        return "q" + Integer.toString(i + 36, 36) + "x";
    }

    private static final ResolvedCommand NOTHING =
            new ResolvedCommand("", Map.of(), List.of(), List.of(), List.of(), null);
}
