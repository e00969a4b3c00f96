package plantao;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.logging.LogManager;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.stage.Stage;
import picocli.CommandLine;
import plantao.cli.PlantaoCommand;
import plantao.cli.Rooms;
import plantao.cli.Session;
import plantao.desk.Board;
import plantao.desk.Drafts;
import plantao.desk.Event;
import plantao.desk.Previews;
import plantao.desk.SystemBoard;
import plantao.desk.Systems;
import plantao.playbook.Outputs;
import plantao.playbook.Run;
import plantao.store.Folders;
import plantao.ui.FirstReading;
import plantao.ui.Pictures;
import plantao.ui.Window;
import plantao.ui.fx.Desktop;
import plantao.ui.fx.Fonts;
import plantao.ui.fx.Theme;
import plantao.values.Resolved;

/// The entry.
public final class Main {
    private static final Duration MOST_WAIT = Duration.ofSeconds(3);

    private Main() {}

    public static void main(String[] arguments) {
        logging();
        Map<String, String> environment = System.getenv();
        boolean headless = "Headless".equalsIgnoreCase(System.getProperty("glass.platform"));
        boolean display = headless && System.getProperty("plantao.bench") != null
                || environment.containsKey("DISPLAY")
                || environment.containsKey("WAYLAND_DISPLAY");
        if (display && Stream.of(arguments).allMatch(Main::isPath)) {
            // The usual start. Making the command line ready takes a third of the time to an empty window.
            System.exit(window(
                    setup(environment), Stream.of(arguments).map(Path::of).toList()));
        }
        Rooms rooms = new Rooms(
                folders -> window(setup(environment), folders),
                from -> session(new Console(
                        from.map(f -> setup(environment).practisingOn(f)).orElseGet(() -> setup(environment)))),
                folder -> with(environment, c -> c.opener().pending(folder)),
                pending -> with(environment, c -> {
                    pending.forEach(c.opener()::approve);
                    return pending;
                }),
                () -> painter());
        CommandLine line = PlantaoCommand.of(rooms, display);
        System.exit(line.execute(arguments));
    }

    /// Whether an argument can only be a path: no verb and no option looks like it.
    private static boolean isPath(String argument) {
        return !argument.startsWith("-") && (argument.contains("/") || argument.equals(".") || argument.equals(".."));
    }

    /// Libraries talk to us, not to the operator's terminal.
    private static void logging() {
        try (InputStream settings = Main.class.getResourceAsStream("logging.properties")) {
            if (settings != null) {
                LogManager.getLogManager().readConfiguration(settings);
            }
        } catch (IOException e) {
            System.err.println("plantao: the settings for diagnostic messages could not be read: " + e.getMessage());
        }
    }

    private static Console.Setup setup(Map<String, String> environment) {
        Path home = Path.of(System.getProperty("user.home"));
        Path program = Path.of(System.getProperty("plantao.home", "")).toAbsolutePath();
        return new Console.Setup(
                Folders.of(environment, home),
                program.resolve("runbooks"),
                environment,
                InstantSource.system(),
                System.getProperty("user.name"));
    }

    private static <T> T with(Map<String, String> environment, java.util.function.Function<Console, T> work) {
        try (Console console = new Console(setup(environment))) {
            return work.apply(console);
        }
    }

    private static Session session(Console console) {
        return new Session(
                console::board, console::send, console::listen, console::open, console::data, console::close);
    }

    private static int window(Console.Setup setup, List<Path> folders) {
        CountDownLatch closed = new CountDownLatch(1);
        CompletableFuture<Console> built = new CompletableFuture<>();
        CompletableFuture<Void> firstReading = new CompletableFuture<>();
        Locale locale = Locale.getDefault().getLanguage().equals("pt") ? Locale.of("pt", "BR") : Locale.ENGLISH;
        // JavaFX and the console start side by side: both spend most of it loading classes.
        Platform.startup(() -> {
            Fonts.load();
            Console console = built.join();
            Window.Ties ties = new Window.Ties(
                    console.board(), console::send, console.outputs(), drafts(), Main::preview, closed::countDown);
            Window window = new Window(new Stage(), ties, locale, Theme.LIGHT);
            console.listen(window::show);
            var _ = FirstReading.of(window).thenRun(() -> firstReading.complete(null));
            Bench.watch(firstReading, window.scene(), closed);
            window.open();
        });
        try (Console console = new Console(setup)) {
            console.announce(folders);
            built.complete(console);
            if (folders.isEmpty()) {
                console.send(new Event.StartPractice());
            } else {
                console.read(folders);
                if (console.board().systems().stream().anyMatch(Main::probed)) {
                    waitFor(firstReading);
                }
                console.remember();
            }
            closed.await();
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 130;
        }
    }

    private static boolean probed(SystemBoard system) {
        return system.trust().full() && !Systems.probes(system).isEmpty();
    }

    /// Readings come first, and the log after them: both at once take longer until the first of them is there.
    private static void waitFor(CompletableFuture<Void> firstReading) throws InterruptedException {
        try {
            firstReading.get(MOST_WAIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            // The log is wanted all the same.
        }
    }

    private static Rooms.Painter painter() {
        CountDownLatch started = new CountDownLatch(1);
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        System.setProperty("java.awt.headless", "true");
        Platform.startup(() -> {
            Fonts.load();
            started.countDown();
        });
        Platform.setImplicitExit(false);
        Pictures pictures = new Pictures(new Outputs(), drafts(), Main::preview);
        return (Board board, String screen, boolean dark, Locale locale, int width, int height) -> {
            try {
                started.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return pictures.png(board, screen, dark ? Theme.DARK : Theme.LIGHT, locale, width, height);
        };
    }

    /// A step's command for the eye; the board that is on the screen knows the system.
    private static Resolved preview(SystemBoard system, Run run, int step) {
        return Previews.of(system, run, step);
    }

    private static Desktop.Drafts drafts() {
        return new Desktop.Drafts() {
            @Override
            public String handoff(Board board, UUID shift, Locale locale, ZoneId zone) {
                return Drafts.handoff(board, shift, locale, zone);
            }

            @Override
            public String postmortem(Board board, UUID incident, Locale locale, ZoneId zone) {
                return Drafts.postmortem(board, incident, locale, zone);
            }

            @Override
            public String fileName(Board board, String what, UUID subject) {
                return what.equals("handoff")
                        ? Drafts.handoffName(board, subject)
                        : Drafts.postmortemName(board, subject);
            }
        };
    }
}
