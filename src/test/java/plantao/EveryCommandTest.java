package plantao;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plantao.cli.Session;
import plantao.desk.Event;
import plantao.desk.PracticeBoard;
import plantao.desk.Previews;
import plantao.desk.SystemBoard;
import plantao.playbook.Run;
import plantao.playbook.StepResult;
import plantao.playbook.StepState;
import plantao.practice.blueprint.Blueprint;
import plantao.practice.blueprint.BlueprintReader;
import plantao.runbook.Runbook;
import plantao.runbook.Step;
import plantao.store.Folders;
import plantao.values.Resolved;

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

    private final Map<String, List<String>> table = new TreeMap<>();
    private final Set<String> ran = new TreeSet<>();

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
            walkAll(
                    session,
                    system.runbook(),
                    system.name(),
                    blueprint.commands().keySet());
            written = files(tree).keySet().stream()
                    .filter(f -> !before.contains(f))
                    .map(f -> f.getFileName().toString())
                    .collect(Collectors.toCollection(TreeSet::new));
            pids = console.board().practice().parts().stream()
                    .map(PracticeBoard.Part::pid)
                    .filter(p -> p > 0)
                    .toList();
        }
        print();

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

    private void walkAll(Session session, Runbook runbook, String system, Set<String> standIns) {
        runbook.playbooks()
                .forEach(p -> walk(session, system, p.title(), p.origin().line(), standIns));
        runbook.procedures()
                .forEach(p -> walk(session, system, p.title(), p.origin().line(), standIns));
    }

    private void walk(Session session, String system, String title, int line, Set<String> standIns) {
        session.send().accept(new Event.OpenRun(system, title, line, null));
        assertThat(session.await(10, () -> run(session, system, title, line) != null))
                .as(title)
                .isTrue();
        UUID id = run(session, system, title, line).id();
        VALUES.forEach((name, value) -> session.send().accept(new Event.GiveValue(id, name, value)));
        int steps = run(session, system, title, line).steps().size();
        for (int i = 0; i < steps; i++) {
            int at = i;
            Run run = run(session, system, title, line);
            Step step = run.steps().get(i);
            String what = line + " " + title + ": " + step.title();
            if (step.commands().isEmpty()) {
                table.computeIfAbsent("manual", _ -> new ArrayList<>()).add(what);
                continue;
            }
            Resolved resolved = Previews.of(run, i);
            assertThat(resolved.missing()).as(what).isEmpty();
            if (!ran.add(resolved.shown())) {
                continue;
            }
            session.send().accept(new Event.RunStep(id, i, true));
            assertThat(session.await(
                            60,
                            () -> over(
                                    run(session, system, title, line).states().get(at))))
                    .as(what)
                    .isTrue();
            StepState state = run(session, system, title, line).states().get(i);
            String out = String.valueOf(state.excerpt()).lines().reduce("", (_, last) -> last);
            table.computeIfAbsent(kind(state, step, standIns), _ -> new ArrayList<>())
                    .add(what + "\n        "
                            + resolved.shown().lines().findFirst().orElse("") + "\n        → "
                            + (state.result() instanceof StepResult.NotStarted n ? n.reason() : out));
        }
        session.send().accept(new Event.EndRun(id));
        assertThat(session.await(10, () -> run(session, system, title, line) == null))
                .isTrue();
    }

    private static boolean over(StepState state) {
        return state.status() == StepState.Status.DONE || state.status() == StepState.Status.FAILED;
    }

    private static String kind(StepState state, Step step, Set<String> standIns) {
        boolean standIn = step.commands().stream()
                .anyMatch(c -> Stream.of(c.text().split("[\\s|;&{}]+")).anyMatch(standIns::contains));
        return switch (state.result()) {
            case StepResult.NotStarted _ -> "refused";
            case StepResult.Exited e when e.status() == 0 -> standIn ? "stand-in" : "ran";
            case StepResult.Exited e when e.status() == 69 -> "not possible in practice";
            case StepResult.Exited e when e.status() == 127 -> "unknown program";
            case StepResult.Exited e -> "failed with " + e.status();
            case null, default -> "did not end";
        };
    }

    private static Run run(Session session, String system, String title, int line) {
        return session.board().get().system(system).orElseThrow().runs().stream()
                .filter(r -> r.open() && r.title().equals(title) && r.origin().line() == line)
                .findFirst()
                .orElse(null);
    }

    private void print() {
        table.forEach((kind, all) -> {
            System.out.println("\n" + kind + " (" + all.size() + ")");
            all.forEach(a -> System.out.println("    " + a));
        });
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
