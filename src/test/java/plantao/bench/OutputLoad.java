package plantao.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.control.ButtonBase;
import javafx.stage.Stage;
import plantao.desk.Board;
import plantao.desk.Desk;
import plantao.desk.Effect;
import plantao.desk.Event;
import plantao.desk.Previews;
import plantao.desk.SystemBoardFactory;
import plantao.desk.Targets;
import plantao.desk.Trust;
import plantao.playbook.Output;
import plantao.playbook.Outputs;
import plantao.playbook.Run;
import plantao.playbook.RunningStep;
import plantao.playbook.ShellRunner;
import plantao.playbook.StepOrder;
import plantao.playbook.StepResult;
import plantao.runbook.Runbook;
import plantao.runbook.read.RunbookReader;
import plantao.store.Ids;
import plantao.ui.NoDrafts;
import plantao.ui.Window;
import plantao.ui.fx.Fonts;
import plantao.ui.fx.Theme;
import plantao.values.Masking;

/// The process in which [OutputBench] measures the window: the same steps, run from the playbook that it shows.
public final class OutputLoad extends Application {
    private static final String SYSTEM = "Bench";

    private final Frames frames = new Frames();
    private final Outputs outputs = new Outputs();

    /// @param arguments how often
    public static void main(String[] arguments) {
        launch(arguments);
    }

    @Override
    public void start(Stage stage) throws Exception {
        int rounds = Integer.parseInt(getParameters().getRaw().getFirst());
        Fonts.load();
        InstantSource clock = InstantSource.system();
        Path scratch = Files.createTempDirectory("plantao-bench");
        ShellRunner runner =
                new ShellRunner(System.getenv(), scratch.resolve("spool"), 1L << 30, _ -> Masking.NONE, clock, _ -> {});
        AtomicReference<Desk> desk = new AtomicReference<>();
        Window.Ties ties = new Window.Ties(
                Board.empty(clock.instant(), "bench"),
                e -> desk.get().send(e),
                outputs,
                new NoDrafts(),
                Previews::of,
                () -> {});
        Window window = new Window(stage, ties, Locale.ENGLISH, Theme.LIGHT);
        window.open();
        stage.setWidth(1280);
        stage.setHeight(720);
        desk.set(new Desk(
                Board.empty(clock.instant(), "bench"),
                clock,
                "bench",
                new Ids(clock, new java.security.SecureRandom()),
                t -> t,
                window::show,
                effect -> {
                    if (effect instanceof Effect.StartStep step) {
                        run(runner, step.order(), desk.get());
                    }
                }));
        Runbook runbook = runbook(rounds);
        desk.get()
                .send(new Event.Opened(SystemBoardFactory.open(
                        runbook, Targets.of(runbook, scratch, Map.of()), 1, Trust.FULL, clock.instant())));
        frames.start();
        Thread.ofPlatform()
                .uncaughtExceptionHandler((_, e) -> {
                    e.printStackTrace();
                    System.exit(1);
                })
                .start(() -> {
                    int status = 1;
                    try {
                        measure(desk.get(), stage, rounds);
                        status = 0;
                    } catch (InterruptedException | IOException e) {
                        System.err.println(e);
                    } finally {
                        runner.close();
                    }
                    try {
                        OutputBench.delete(scratch);
                    } catch (IOException e) {
                        System.err.println(e);
                    }
                    System.exit(status);
                });
    }

    private void run(ShellRunner runner, StepOrder order, Desk desk) {
        CompletableFuture<RunningStep> step = new CompletableFuture<>();
        step.complete(runner.start(
                order,
                outputs.renewed(order.run(), order.step()),
                result -> step.thenAccept(s ->
                        desk.send(new Event.StepEnded(SYSTEM, order.run(), order.step(), result, s.excerpt(20))))));
    }

    private void measure(Desk desk, Stage stage, int rounds) throws InterruptedException, IOException {
        desk.settle();
        desk.send(new Event.OpenRun(SYSTEM, "Queue stuck", line(desk), null));
        desk.settle();
        onFx(() -> ((ButtonBase) stage.getScene().lookup("#rail-playbooks")).fire());
        step(desk, 0);
        long before = OutputBench.kilobytes("VmRSS");
        onFx(frames::begin);
        List<Long> took = new ArrayList<>();
        for (int i = 1; i <= rounds; i++) {
            took.add(step(desk, i));
        }
        String[] text = new String[1];
        onFx(() -> text[0] = frames.text());
        OutputBench.print("shown", took);
        System.out.println("frames while it is shown, at 1280 × 720 on the software pipeline: " + text[0]);
        System.out.printf(
                Locale.ROOT,
                "memory at its peak with the window, beyond what that took: %d MB%n",
                (OutputBench.kilobytes("VmHWM") - before) / 1024);
    }

    private static int line(Desk desk) {
        return desk.board()
                .systems()
                .getFirst()
                .runbook()
                .playbooks()
                .getFirst()
                .origin()
                .line();
    }

    private static Run run(Desk desk) {
        return desk.board().systems().getFirst().runs().getLast();
    }

    /// Runs a step to its end.
    ///
    /// @return in how many ms
    private long step(Desk desk, int step) throws InterruptedException {
        UUID id = run(desk).id();
        long begun = System.nanoTime();
        desk.send(new Event.RunStep(id, step, true, true, SYSTEM));
        StepResult result;
        while ((result = run(desk).states().get(step).result()) == null) {
            TimeUnit.MILLISECONDS.sleep(2);
        }
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
        Output output = outputs.of(id, step);
        if (!result.good() || step > 0 && output.lines() != 1_000_000) {
            throw new IllegalStateException(result + " with " + output.lines() + " lines");
        }
        return millis;
    }

    private static void onFx(Runnable work) throws InterruptedException {
        CountDownLatch done = new CountDownLatch(1);
        Platform.runLater(() -> {
            work.run();
            done.countDown();
        });
        done.await();
    }

    private static Runbook runbook(int rounds) {
        StringBuilder text = new StringBuilder(
                "# Bench\n\n## Playbooks\n\n### Queue stuck\n\n1. Begin:\n\n   ```bash\n   true\n   ```\n");
        for (int i = 1; i <= rounds; i++) {
            text.append(i + 1)
                    .append(". Print ")
                    .append(i)
                    .append(":\n\n   ```bash\n   ")
                    .append(OutputBench.COMMAND)
                    .append("\n   ```\n");
        }
        return RunbookReader.read(SYSTEM, Map.of("bench.md", text.toString()));
    }
}
