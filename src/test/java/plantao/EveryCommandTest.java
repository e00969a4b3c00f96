package plantao;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plantao.bench.CommandTable;
import plantao.bench.Outside;
import plantao.cli.Session;
import plantao.desk.Event;
import plantao.desk.PracticeBoard;
import plantao.desk.SystemBoard;
import plantao.practice.blueprint.Blueprint;
import plantao.practice.blueprint.BlueprintReader;
import plantao.store.Folders;

/// Every command of one bundled runbook (`packaging/bench commands` does it for all), run in practice by the real
/// runner: each has an answer, and nothing outside the scratch tree and the stack is touched.
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
        Folders folders = Homes.withCache(temp);
        Outside outside = new Outside(RUNBOOK);
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
            Set<Path> before = Outside.files(tree).keySet();
            table = new CommandTable(
                            session, console.outputs()::of, blueprint.commands().keySet(), VALUES)
                    .of(system.runbook(), system.name());
            written = Outside.files(tree).keySet().stream()
                    .filter(f -> !before.contains(f))
                    .map(f -> f.getFileName().toString())
                    .collect(Collectors.toCollection(TreeSet::new));
            pids = console.board().practice().parts().stream()
                    .map(PracticeBoard.Part::pid)
                    .filter(p -> p > 0)
                    .toList();
        }
        System.out.println(CommandTable.text(table));

        assertThat(CommandTable.unanswered(table)).isEmpty();
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
        assertThat(outside.changed(written)).isEmpty();
    }
}
