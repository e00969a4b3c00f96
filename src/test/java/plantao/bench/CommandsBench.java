package plantao.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
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

/// Every command of every bundled runbook, run in practice: a table of what became of each. It fails when a
/// command has no answer, needs a program that practice lacks, or changes anything outside; the suite's own test
/// does the same for one runbook, for all five take minutes.
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
        List<String> wrong = new ArrayList<>();
        for (Path runbook : runbooks) {
            System.out.println("\n===== " + runbook.getFileName());
            Outside before = new Outside(runbook.toAbsolutePath());
            Set<String> written = new TreeSet<>();
            Map<String, List<String>> table = table(runbook.toAbsolutePath(), written);
            System.out.println(CommandTable.text(table));
            Stream.concat(CommandTable.unanswered(table).stream(), before.changed(written).stream())
                    .map(w -> runbook.getFileName() + ": " + w)
                    .forEach(wrong::add);
        }
        System.out.println(wrong.isEmpty() ? "Nothing outside changed." : String.join("\n", wrong));
        System.exit(wrong.isEmpty() ? 0 : 1);
    }

    /// @param written is given the names of the files that commands made
    private static Map<String, List<String>> table(Path runbook, Set<String> written)
            throws IOException, BlueprintException {
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
            Path tree = system.target().place().folder().getParent();
            Set<Path> before = Outside.files(tree).keySet();
            Map<String, List<String>> table = new CommandTable(
                            session, console.outputs()::of, blueprint.commands().keySet(), values)
                    .of(system.runbook(), system.name());
            Outside.files(tree).keySet().stream()
                    .filter(f -> !before.contains(f))
                    .forEach(f -> written.add(f.getFileName().toString()));
            return table;
        }
    }
}
