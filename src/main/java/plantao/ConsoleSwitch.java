package plantao;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Supplier;
import plantao.desk.Event;
import plantao.desk.PracticeBoard;
import plantao.runbook.read.LoadedRunbook;
import plantao.runbook.read.RunbookFolder;

/// The console a window sits at. Practice and real systems never share one: opening a folder while practising
/// leaves the practice for a console of its own, and so does practising on another system.
final class ConsoleSwitch implements AutoCloseable {
    private final Supplier<Console> maker;
    private final Consumer<Console> moved;
    private final ExecutorService moving = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("seat").daemon().factory());
    private volatile Console console;

    /// @param first the console to begin at
    /// @param moved is given another console before anything is opened on it
    ConsoleSwitch(Console first, Supplier<Console> maker, Consumer<Console> moved) {
        this.console = first;
        this.maker = maker;
        this.moved = moved;
    }

    Console console() {
        return console;
    }

    /// Takes what the operator does; returns at once.
    void send(Event event) {
        if (event instanceof Event.OpenFolder(String path) && console.practising()) {
            moving.execute(() -> move(Path.of(path)));
        } else if (event instanceof Event.StartPractice(String folder) && folder != null && otherThan(folder)) {
            moving.execute(() -> practise(folder));
        } else {
            console.send(event);
        }
    }

    /// Whether this console practises on another system than that of this folder.
    private boolean otherThan(String folder) {
        PracticeBoard practice = console.board().practice();
        return console.practising()
                && practice.choices().stream()
                        .anyMatch(c -> c.folder().equals(folder) && !c.system().equals(practice.system()));
    }

    /// The stack that runs ends with its console, and so does its hold on the log; then the other one begins.
    private void practise(String folder) {
        if (!otherThan(folder)) {
            return;
        }
        Console before = console;
        String system = before.board().practice().choices().stream()
                .filter(c -> c.folder().equals(folder))
                .map(PracticeBoard.Choice::system)
                .findFirst()
                .orElse("");
        Console next = maker.get();
        next.send(new Event.PracticeChanged(
                new PracticeBoard(PracticeBoard.State.STARTING, "", system, List.of(), List.of(), null, null)));
        console = next;
        moved.accept(next);
        before.close();
        next.send(new Event.StartPractice(folder));
    }

    private void move(Path path) {
        Console before = console;
        if (!before.practising()) {
            before.send(new Event.OpenFolder(path.toString()));
            return;
        }
        List<LoadedRunbook> found = RunbookFolder.load(path);
        if (found.stream().allMatch(LoadedRunbook.Failed.class::isInstance)) {
            found.forEach(
                    f -> before.send(new Event.OpenFailed(f.path().toString(), ((LoadedRunbook.Failed) f).reason())));
            return;
        }
        Console next = maker.get();
        console = next;
        moved.accept(next);
        next.open(List.of(path));
        before.close();
    }

    @Override
    public void close() {
        moving.shutdownNow();
        console.close();
    }
}
