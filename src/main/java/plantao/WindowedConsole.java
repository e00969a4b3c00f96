package plantao;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.stage.Stage;
import plantao.desk.Board;
import plantao.desk.Event;
import plantao.desk.OperatorPlace;
import plantao.desk.Previews;
import plantao.desk.SystemBoard;
import plantao.desk.SystemBoardFactory;
import plantao.ui.FirstReading;
import plantao.ui.Window;
import plantao.ui.WindowState;
import plantao.ui.fx.Fonts;
import plantao.ui.fx.Theme;
import plantao.ui.settings.CallingPanel;

/// A console with its window, from start to close. The thread that starts it builds the console; JavaFX starts
/// beside it, for both spend the time loading classes, and the fonts are read beside the theme's styles. What
/// comes when in a start, and why: decision 9.
final class WindowedConsole {
    private static final Duration MOST_WAIT = Duration.ofSeconds(3);

    private final Console.Setup setup;
    private final SavedPreferences before;
    private final PreferencesWriter keeping;
    private final Pager pager;
    private final CountDownLatch closed = new CountDownLatch(1);
    /// Counted down when what was wanted is open: from then on what is open is worth remembering.
    private final CountDownLatch opened = new CountDownLatch(1);
    private final CompletableFuture<Void> firstReading = new CompletableFuture<>();
    private final CompletableFuture<ConsoleSwitch> built;
    private final CompletableFuture<Window> shown = new CompletableFuture<>();

    private WindowedConsole(
            Console.Setup setup,
            SavedPreferences before,
            PreferencesWriter keeping,
            Pager pager,
            CompletableFuture<ConsoleSwitch> built) {
        this.setup = setup;
        this.before = before;
        this.keeping = keeping;
        this.pager = pager;
        this.built = built;
    }

    /// Opens a window and returns when the operator has closed it.
    ///
    /// @param folders what to open in it; practice where there is nothing
    /// @param last opens what was open last where `folders` is empty
    /// @return the process's exit status
    static int run(Console.Setup given, List<Path> folders, boolean last) {
        CompletableFuture<ConsoleSwitch> built = new CompletableFuture<>();
        CompletableFuture<Runnable> drawing = new CompletableFuture<>();
        CompletableFuture<Void> toolkit = new CompletableFuture<>();
        CompletableFuture<Void> fonts = toolkit.thenRunAsync(Fonts::load);
        Platform.startup(() -> {
            toolkit.complete(null);
            drawing.join().run();
        });
        PreferencesFile file = new PreferencesFile(given.folders().config());
        PreferencesFile.Kept kept = file.read();
        SavedPreferences before = kept.preferred();
        Console.Setup setup = before.operator() == null ? given : given.as(before.operator());
        try (PreferencesWriter keeping = new PreferencesWriter(file, before, problem -> warn(built.join(), problem));
                Pager pager = new Pager(
                        setup.clock(), new NotifySend(setup.environment()), language(before), before.calls())) {
            WindowedConsole console = new WindowedConsole(setup, before, keeping, pager, built);
            drawing.complete(() -> console.draw(fonts));
            List<Path> wanted = folders.isEmpty() && last
                    ? before.folders().stream().map(Path::of).toList()
                    : folders;
            return console.sit(wanted, kept);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 130;
        }
    }

    /// On JavaFX's thread: the scene while the console is built, the window as soon as it is.
    private void draw(CompletableFuture<Void> fonts) {
        Theme theme = "dark".equals(before.theme()) ? Theme.DARK : Theme.LIGHT;
        Scene scene = Window.empty(theme);
        ConsoleSwitch seat = built.join();
        fonts.join();
        Window window = new Window(new Stage(), scene, ties(seat.console(), seat), language(before), theme);
        SavedPreferences.Place at = before.place();
        if (at == null) {
            window.fit();
        } else {
            window.place(new Rectangle2D(at.x(), at.y(), at.width(), at.height()), at.maximised());
        }
        window.onLook(look -> {
            keeping.change(p -> looking(p, look));
            pager.speak(look.locale());
        });
        window.callBy(new CallingPanel(
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
    }

    private int sit(List<Path> wanted, PreferencesFile.Kept kept) throws InterruptedException {
        try (ConsoleSwitch seat =
                new ConsoleSwitch(console(setup, before.readOnly(), before.places()), this::next, console -> {
                    shown.join().tie(ties(console, built.join()));
                    console.listen(shown.join()::show);
                })) {
            seat.console().announce(wanted);
            built.complete(seat);
            if (kept.problem() != null) {
                warn(seat, kept.problem());
            }
            start(seat, wanted);
            opened.countDown();
            if (!Main.headless()) {
                pager.watch(seat::console);
            }
            closed.await();
            return 0;
        }
    }

    private void start(ConsoleSwitch seat, List<Path> folders) throws InterruptedException {
        if (folders.isEmpty()) {
            seat.send(new Event.StartPractice());
            return;
        }
        Console console = seat.console();
        console.read(folders);
        if (console.board().systems().stream().anyMatch(WindowedConsole::probed)) {
            waitForReading();
        }
        console.remember();
    }

    /// Readings come first, and the log after them: both at once take longer until the first of them is there.
    private void waitForReading() throws InterruptedException {
        try {
            firstReading.get(MOST_WAIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            // The log is wanted all the same.
        }
    }

    private static boolean probed(SystemBoard system) {
        return system.trust().full() && !SystemBoardFactory.probes(system).isEmpty();
    }

    private static Console console(Console.Setup setup, boolean readOnly, List<OperatorPlace> places) {
        Console console = new Console(setup);
        console.send(new Event.ReadOnly(readOnly));
        console.send(new Event.SetPlaces(places));
        return console;
    }

    /// The next console, with what was set on the one that is on the screen, and whoever sits there.
    private Console next() {
        Board board = shown.join().board().getValue();
        return console(setup.as(board.operator()), board.readOnly(), board.places());
    }

    private Window.Ties ties(Console console, ConsoleSwitch seat) {
        return new Window.Ties(
                console.board(),
                seat::send,
                console.outputs(),
                new DraftDocuments(),
                Previews::of,
                closed::countDown,
                new StorageQueries(console));
    }

    private static void warn(ConsoleSwitch seat, String problem) {
        seat.send(new Event.NoticeRaised(Board.Notice.Level.WARNING, problem));
    }

    private static Locale language(SavedPreferences before) {
        Locale wished = before.language() == null ? Locale.getDefault() : Locale.forLanguageTag(before.language());
        return wished.getLanguage().equals("pt") ? Locale.of("pt", "BR") : Locale.ENGLISH;
    }

    private static SavedPreferences looking(SavedPreferences before, WindowState look) {
        Rectangle2D at = look.place();
        return before.withLook(
                look.locale().toLanguageTag(),
                look.theme().name().toLowerCase(Locale.ROOT),
                new SavedPreferences.Place(
                        at.getMinX(), at.getMinY(), at.getWidth(), at.getHeight(), look.maximised()));
    }

    /// What is open now, and what was open before and could not be opened this time: a drive that is not there
    /// today may be back tomorrow. Practice is not worth remembering.
    private static SavedPreferences open(SavedPreferences before, Console console, Board board) {
        if (console.practising()) {
            return before;
        }
        List<String> folders =
                new ArrayList<>(console.opened().stream().map(Path::toString).toList());
        before.folders().stream()
                .filter(f -> board.failures().stream().anyMatch(x -> x.source().equals(f)))
                .filter(f -> !folders.contains(f))
                .forEach(folders::add);
        return before.withFolders(folders).withOperator(board.operator());
    }
}
