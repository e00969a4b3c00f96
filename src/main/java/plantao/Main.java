package plantao;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.stage.Stage;
import picocli.CommandLine;
import plantao.cli.PlantaoCommand;
import plantao.cli.Rooms;
import plantao.cli.Session;
import plantao.desk.Board;
import plantao.desk.Drafts;
import plantao.desk.Event;
import plantao.desk.OwnPlace;
import plantao.desk.Previews;
import plantao.desk.SystemBoard;
import plantao.desk.Systems;
import plantao.playbook.Outputs;
import plantao.store.Folders;
import plantao.ui.FirstReading;
import plantao.ui.Look;
import plantao.ui.Pictures;
import plantao.ui.Window;
import plantao.ui.fx.Desktop;
import plantao.ui.fx.Fonts;
import plantao.ui.fx.Theme;
import plantao.ui.settings.Calling;

/// The entry.
public final class Main {
    private static final Duration MOST_WAIT = Duration.ofSeconds(3);

    private Main() {}

    public static void main(String[] arguments) {
        Diagnostics.prepare();
        Map<String, String> environment = System.getenv();
        Locale.setDefault(SystemLanguage.of(Locale.getDefault(), environment));
        boolean display = headless() && System.getProperty("plantao.bench") != null
                || !environment.getOrDefault("DISPLAY", "").isEmpty()
                || !environment.getOrDefault("WAYLAND_DISPLAY", "").isEmpty();
        if (display && Stream.of(arguments).allMatch(Main::isPath)) {
            // The usual start. Making the command line ready takes a third of the time to an empty window.
            System.exit(window(
                    setup(environment), Stream.of(arguments).map(Path::of).toList(), false));
        }
        CommandLine line = PlantaoCommand.of(rooms(environment), display);
        System.exit(line.execute(arguments));
    }

    /// What the command line is lent in the world of these environment variables.
    static Rooms rooms(Map<String, String> environment) {
        return new Rooms(
                (folders, last) -> window(setup(environment), folders, last),
                from -> session(new Console(
                        from.map(f -> setup(environment).practisingOn(f)).orElseGet(() -> setup(environment)))),
                from -> glance(from.map(f -> setup(environment).practisingOn(f)).orElseGet(() -> setup(environment))),
                folder -> with(environment, c -> c.opener().pending(folder)),
                pending -> with(environment, c -> {
                    pending.forEach(c.opener()::approve);
                    return pending;
                }),
                (practice, runbooks) -> new Archive(setup(environment)).read(practice, runbooks),
                new LogBook(setup(environment)),
                new TeamRoom(setup(environment)),
                () -> painter());
    }

    /// Whether there is no screen that anybody looks at.
    private static boolean headless() {
        return "Headless".equalsIgnoreCase(System.getProperty("glass.platform"));
    }

    /// Whether an argument can only be a path: no verb and no option looks like it.
    private static boolean isPath(String argument) {
        return !argument.startsWith("-") && (argument.contains("/") || argument.equals(".") || argument.equals(".."));
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

    /// A session whose log is thrown away.
    private static Session glance(Console.Setup setup) {
        Scratch scratch = Scratch.make();
        Console console = new Console(setup.rememberingIn(scratch.folder()));
        return new Session(console::board, console::send, console::listen, console::open, console::data, () -> {
            console.close();
            scratch.close();
        });
    }

    private static int window(Console.Setup given, List<Path> folders, boolean last) {
        CountDownLatch closed = new CountDownLatch(1);
        CompletableFuture<Void> firstReading = new CompletableFuture<>();
        CompletableFuture<Seat> built = new CompletableFuture<>();
        CompletableFuture<Window> shown = new CompletableFuture<>();
        CountDownLatch opened = new CountDownLatch(1);
        // JavaFX starts beside all else: it spends the time loading classes, as the console does.
        CompletableFuture<Runnable> opening = new CompletableFuture<>();
        Platform.startup(() -> {
            Fonts.load();
            opening.join().run();
        });
        PreferencesFile file = new PreferencesFile(given.folders().config());
        PreferencesFile.Kept kept = file.read();
        Preferred before = kept.preferred();
        Console.Setup setup = before.operator() == null ? given : given.as(before.operator());
        try (Keeping keeping = new Keeping(file, before, problem -> warn(built.join(), problem));
                Pager pager = new Pager(
                        setup.clock(), new NotifySend(setup.environment()), language(before), before.calls())) {
            opening.complete(() -> {
                Theme theme = "dark".equals(before.theme()) ? Theme.DARK : Theme.LIGHT;
                Scene scene = Window.empty(theme);
                Seat seat = built.join();
                Window window =
                        new Window(new Stage(), scene, ties(seat.console(), seat, closed), language(before), theme);
                Preferred.Place at = before.place();
                if (at != null) {
                    window.place(new Rectangle2D(at.x(), at.y(), at.width(), at.height()), at.maximised());
                }
                window.onLook(look -> {
                    keeping.change(p -> looking(p, look));
                    pager.speak(look.locale());
                });
                window.callBy(new Calling(
                        pager::choice,
                        chosen -> {
                            pager.choose(chosen);
                            keeping.change(p -> p.withCalls(chosen));
                        },
                        pager::test));
                window.board().subscribe(board -> {
                    if (opened.getCount() == 0) {
                        keeping.change(p -> open(p, seat.console(), board)
                                .withReadOnly(board.readOnly())
                                .withPlaces(board.places()));
                    }
                });
                seat.console().listen(window::show);
                var _ = FirstReading.of(window).thenRun(() -> firstReading.complete(null));
                Bench.watch(firstReading, window.scene(), closed);
                window.open();
                shown.complete(window);
            });
            try (Seat seat =
                    new Seat(console(setup, before.readOnly(), before.places()), () -> console(setup, shown), next -> {
                        Window window = shown.join();
                        window.tie(ties(next, built.join(), closed));
                        next.listen(window::show);
                    })) {
                List<Path> wanted = folders.isEmpty() && last
                        ? before.folders().stream().map(Path::of).toList()
                        : folders;
                seat.console().announce(wanted);
                built.complete(seat);
                if (kept.problem() != null) {
                    warn(seat, kept.problem());
                }
                start(seat, wanted, firstReading);
                opened.countDown();
                if (!headless()) {
                    pager.watch(seat::console);
                }
                closed.await();
                return 0;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 130;
        }
    }

    private static Console console(Console.Setup setup, boolean readOnly, List<OwnPlace> places) {
        Console console = new Console(setup);
        console.send(new Event.ReadOnly(readOnly));
        console.send(new Event.SetPlaces(places));
        return console;
    }

    /// The next console, with what was set on the one that is on the screen, and whoever sits there.
    private static Console console(Console.Setup setup, CompletableFuture<Window> shown) {
        Board board = shown.join().board().getValue();
        return console(setup.as(board.operator()), board.readOnly(), board.places());
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

    private static void start(Seat seat, List<Path> folders, CompletableFuture<Void> firstReading)
            throws InterruptedException {
        if (folders.isEmpty()) {
            seat.send(new Event.StartPractice());
            return;
        }
        Console console = seat.console();
        console.read(folders);
        if (console.board().systems().stream().anyMatch(Main::probed)) {
            waitFor(firstReading);
        }
        console.remember();
    }

    private static List<String> paths(List<Path> paths) {
        return paths.stream().map(Path::toString).toList();
    }

    private static Window.Ties ties(Console console, Seat seat, CountDownLatch closed) {
        return new Window.Ties(
                console.board(),
                seat::send,
                console.outputs(),
                drafts(),
                Previews::of,
                closed::countDown,
                new Recollection(console));
    }

    private static void warn(Seat seat, String problem) {
        seat.send(new Event.Told(Board.Notice.Level.WARNING, problem));
    }

    private static Locale language(Preferred before) {
        Locale wished = before.language() == null ? Locale.getDefault() : Locale.forLanguageTag(before.language());
        return wished.getLanguage().equals("pt") ? Locale.of("pt", "BR") : Locale.ENGLISH;
    }

    private static Preferred looking(Preferred before, Look look) {
        Rectangle2D at = look.place();
        return before.withLook(
                look.locale().toLanguageTag(),
                look.theme().name().toLowerCase(Locale.ROOT),
                new Preferred.Place(at.getMinX(), at.getMinY(), at.getWidth(), at.getHeight(), look.maximised()));
    }

    /// What is open now, and what was open before and could not be opened this time: a drive that is not there
    /// today
    /// may be back tomorrow. Practice is not worth remembering.
    private static Preferred open(Preferred before, Console console, Board board) {
        if (console.practising()) {
            return before;
        }
        List<String> folders = new ArrayList<>(paths(console.opened()));
        before.folders().stream()
                .filter(f -> board.failures().stream().anyMatch(x -> x.source().equals(f)))
                .filter(f -> !folders.contains(f))
                .forEach(folders::add);
        return before.withFolders(folders).withOperator(board.operator());
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
        Pictures pictures = new Pictures(new Outputs(), drafts(), Previews::of);
        return (Board board, String screen, boolean dark, Locale locale, int width, int height) -> {
            try {
                started.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return pictures.png(board, screen, dark ? Theme.DARK : Theme.LIGHT, locale, width, height);
        };
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
