package plantao.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import plantao.Console;
import plantao.cli.Session;
import plantao.desk.Event;
import plantao.desk.PracticeBoard;
import plantao.desk.SystemBoard;
import plantao.practice.blueprint.Blueprint;
import plantao.practice.blueprint.BlueprintException;
import plantao.practice.blueprint.BlueprintReader;
import plantao.store.Folders;

/// Every command of every bundled runbook, run in practice: a table of what became of each. Judges nothing; that
/// nothing
/// outside is touched is what a test of the suite proves for one of them.
public final class CommandsBench {
    private CommandsBench() {}

    /// @param arguments the project's folder, two that are for other measurements, then names of runbooks; none for
    ///     all
    public static void main(String[] arguments) throws IOException, BlueprintException {
        List<String> wanted = Stream.of(arguments).skip(3).toList();
        List<Path> runbooks;
        try (Stream<Path> folders = Files.list(Path.of(arguments[0], "runbooks"))) {
            runbooks = folders.filter(f -> Files.isDirectory(f.resolve("practice")))
                    .filter(f ->
                            wanted.isEmpty() || wanted.contains(f.getFileName().toString()))
                    .sorted()
                    .toList();
        }
        for (Path runbook : runbooks) {
            System.out.println("\n===== " + runbook.getFileName());
            System.out.println(CommandTable.text(table(runbook.toAbsolutePath())));
        }
        System.exit(0);
    }

    private static Map<String, List<String>> table(Path runbook) throws IOException, BlueprintException {
        Path temp = Files.createTempDirectory("plantao-commands");
        Blueprint blueprint = new BlueprintReader().read(runbook.resolve("practice"));
        Map<String, String> values = new HashMap<>();
        blueprint.scenarios().forEach(s -> values.putAll(s.values()));
        Folders folders = new Folders(
                temp.resolve("data"),
                temp.resolve("config"),
                Folders.of(System.getenv(), Path.of(System.getProperty("user.home")))
                        .cache(),
                temp.resolve("state"));
        Console console = new Console(
                new Console.Setup(folders, runbook, System.getenv(), InstantSource.system(), "Marina Costa"));
        try (Session session = new Session(
                console::board, console::send, console::listen, console::open, console::data, console::close)) {
            session.send().accept(new Event.StartPractice());
            if (!session.await(
                    180,
                    () -> console.board().practice().state() == PracticeBoard.State.ON
                            && console.board().systems().stream()
                                    .anyMatch(s -> s.target().id().equals("practice")))) {
                return Map.of(
                        "the practice stack did not start",
                        List.of(console.board().practice().message()));
            }
            SystemBoard system = console.board().systems().getFirst();
            return new CommandTable(
                            session, console.outputs()::of, blueprint.commands().keySet(), values)
                    .of(system.runbook(), system.name());
        }
    }
}
