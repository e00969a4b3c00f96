package plantao;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import javafx.application.Platform;
import picocli.CommandLine;
import plantao.cli.ConsoleAccess;
import plantao.cli.PlantaoCommand;
import plantao.cli.Session;
import plantao.desk.Board;
import plantao.desk.Previews;
import plantao.playbook.Outputs;
import plantao.store.Folders;
import plantao.ui.Pictures;
import plantao.ui.fx.Fonts;
import plantao.ui.fx.Theme;

/// The entry.
public final class Main {
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
            System.exit(WindowedConsole.run(
                    setup(environment), Stream.of(arguments).map(Path::of).toList(), false));
        }
        CommandLine line = PlantaoCommand.of(rooms(environment), display);
        System.exit(line.execute(arguments));
    }

    /// What the command line is lent in the world of these environment variables.
    static ConsoleAccess rooms(Map<String, String> environment) {
        return new ConsoleAccess(
                (folders, last) -> WindowedConsole.run(setup(environment), folders, last),
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
    static boolean headless() {
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

    private static ConsoleAccess.Painter painter() {
        CountDownLatch started = new CountDownLatch(1);
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        System.setProperty("java.awt.headless", "true");
        Platform.startup(() -> {
            Fonts.load();
            started.countDown();
        });
        Platform.setImplicitExit(false);
        Pictures pictures = new Pictures(new Outputs(), new DraftDocuments(), Previews::of);
        return (Board board, String screen, boolean dark, Locale locale, int width, int height) -> {
            try {
                started.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return pictures.png(board, screen, dark ? Theme.DARK : Theme.LIGHT, locale, width, height);
        };
    }
}
