package plantao;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plantao.bench.CommandTable;
import plantao.cli.Session;
import plantao.desk.Event;
import plantao.desk.PracticeBoard;
import plantao.desk.SystemBoard;
import plantao.practice.blueprint.Blueprint;
import plantao.practice.blueprint.BlueprintReader;
import plantao.store.Folders;

/// Every command of the bundled runbook, run in practice by the real runner: each has an answer, and nothing
/// outside
/// the scratch tree and the stack is touched.
class EveryCommandTest {
    private static final Path RUNBOOK = Path.of("runbooks/ouvify").toAbsolutePath();
    private static final Map<String, String> VALUES = Map.of(
            "{valor_antigo}", "chave-da-pratica-desde-janeiro",
            "{nova_senha}", "senha-da-pratica",
            "{deploy_id}", "dep-c58a",
            "{deployment_url}", "dpl-7h2k",
            "{app}", "feedbacks",
            "{migration_name}", "0012");

    @TempDir
    Path temp;

    private Map<String, List<String>> table = Map.of();

    @Test
    void everyCommandHasAnAnswerAndTouchesNothingElse() throws Exception {
        Blueprint blueprint = new BlueprintReader().read(RUNBOOK.resolve("practice"));
        Folders folders = new Folders(
                temp.resolve("data"),
                temp.resolve("config"),
                Folders.of(System.getenv(), temp).cache(),
                temp.resolve("state"));
        Map<Path, String> repository = files(Path.of("").toAbsolutePath());
        Map<Path, String> home = entries(Path.of(System.getProperty("user.home")));
        Map<Path, String> bundled = files(RUNBOOK);
        Set<String> written;
        List<Long> pids;
        Console console = new Console(new Console.Setup(
                folders, RUNBOOK.getParent(), System.getenv(), InstantSource.system(), "Marina Costa"));
        try (Session session = new Session(
                console::board, console::send, console::listen, console::open, console::data, console::close)) {
            session.send().accept(new Event.StartPractice());
            assertThat(session.await(
                            120,
                            () -> console.board().practice().state() == PracticeBoard.State.ON
                                    && console.board().systems().stream()
                                            .anyMatch(s -> s.target().id().equals("practice"))))
                    .isTrue();
            SystemBoard system = console.board().systems().getFirst();
            Path tree = system.target().place().folder().getParent();
            Set<Path> before = files(tree).keySet();
            table = new CommandTable(
                            session, console.outputs()::of, blueprint.commands().keySet(), VALUES)
                    .of(system.runbook(), system.name());
            written = files(tree).keySet().stream()
                    .filter(f -> !before.contains(f))
                    .map(f -> f.getFileName().toString())
                    .collect(Collectors.toCollection(TreeSet::new));
            pids = console.board().practice().parts().stream()
                    .map(PracticeBoard.Part::pid)
                    .filter(p -> p > 0)
                    .toList();
        }
        System.out.println(CommandTable.text(table));

        assertThat(table.keySet())
                .as("every command came to an end")
                .doesNotContain("did not open", "did not end", "lacks a value");
        assertThat(table.keySet()).as("a program that practice lacks").noneMatch(k -> k.startsWith("unknown"));
        assertThat(table.getOrDefault("not possible in practice", List.of()))
                .as("commands whose stand-ins cannot do what the runbook asks for")
                .allMatch(c -> c.contains("gpg"));
        assertThat(table.getOrDefault("ran", List.of()).size()).isGreaterThan(10);
        assertThat(written)
                .as("files that commands wrote")
                .anyMatch(f -> f.startsWith("backup_"))
                .contains("weekly_errors.log");
        assertThat(pids)
                .isNotEmpty()
                .noneMatch(p -> ProcessHandle.of(p).map(ProcessHandle::isAlive).orElse(false));
        assertThat(ProcessHandle.current()
                        .descendants()
                        .filter(ProcessHandle::isAlive)
                        .toList())
                .as("processes left behind")
                .isEmpty();
        assertThat(files(RUNBOOK)).as("the runbook's own folder").isEqualTo(bundled);
        assertThat(files(Path.of("").toAbsolutePath()))
                .as("the folder the program runs in")
                .isEqualTo(repository);
        assertThat(entries(Path.of(System.getProperty("user.home"))))
                .as("the home folder")
                .isEqualTo(home);
        for (Path place : List.of(Path.of("/tmp"), Path.of(System.getProperty("java.io.tmpdir")), Path.of("/"))) {
            assertThat(names(place)).as(place.toString()).doesNotContainAnyElementsOf(written);
        }
    }

    /// Every file below with its size and time; folders that builds and version control write are left out.
    private static Map<Path, String> files(Path root) throws IOException {
        Map<Path, String> all = new HashMap<>();
        try (Stream<Path> walk = Files.walk(root)) {
            for (Path file : walk.filter(Files::isRegularFile)
                    .filter(f ->
                            !f.toString().contains("/.git") && !f.toString().contains("/target/"))
                    .toList()) {
                all.put(file, Files.size(file) + " " + Files.getLastModifiedTime(file));
            }
        } catch (java.io.UncheckedIOException e) {
            throw e.getCause();
        }
        return all;
    }

    /// What lies directly in a folder, with the files' sizes.
    private static Map<Path, String> entries(Path folder) throws IOException {
        Map<Path, String> all = new HashMap<>();
        try (Stream<Path> list = Files.list(folder)) {
            for (Path entry : list.toList()) {
                all.put(entry, Files.isRegularFile(entry) ? Long.toString(Files.size(entry)) : "folder");
            }
        }
        return all;
    }

    private static Set<String> names(Path folder) throws IOException {
        try (Stream<Path> list = Files.list(folder)) {
            return list.map(f -> String.valueOf(f.getFileName())).collect(Collectors.toSet());
        }
    }
}
