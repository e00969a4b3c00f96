package plantao;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plantao.cli.Session;
import plantao.desk.Event;
import plantao.desk.StepChanges;
import plantao.playbook.Run;
import plantao.playbook.StepState.Status;
import plantao.store.Folders;

/// A console ends in the middle of a playbook; the next one, on the same log, goes on at the same step.
class RestartTest {
    private static final String RUNBOOK = """
            # Shop

            ## Incidents

            ### Shop does not answer

            **Severity:** critical

            **Symptoms:**
            - 502 on the site

            **Causes:**
            - Bad release
            - Full disk

            **Diagnosis:**

            1. Look at the clock

            ```bash
            date
            ```

            2. Ask the team

            **Resolution:**

            3. Restart the shop

            ```bash
            touch restarted && sleep 600
            ```
            """;

    @TempDir
    Path temp;

    private Path folder;

    @BeforeEach
    void folder() throws IOException {
        folder = Files.createDirectory(temp.resolve("shop"));
        Files.writeString(folder.resolve("runbook.md"), RUNBOOK);
    }

    private Session session() {
        Folders folders = Homes.in(temp);
        Console console = new Console(new Console.Setup(
                folders,
                temp.resolve("none"),
                Map.of("PATH", "/usr/bin:/bin", "HOME", temp.toString()),
                InstantSource.system(),
                "Ana"));
        console.open(List.of(folder));
        return new Session(
                console::board, console::send, console::listen, console::open, console::data, console::close);
    }

    private static Run run(Session session) {
        return session.board().get().systems().getFirst().runs().getLast();
    }

    private static void until(Session session, Predicate<Run> so) {
        assertThat(session.await(30, () -> {
                    var systems = session.board().get().systems();
                    return !systems.isEmpty() && !systems.getFirst().runs().isEmpty() && so.test(run(session));
                }))
                .isTrue();
    }

    private static boolean stands(Run run, int step, Status status) {
        return run.states().get(step).status() == status;
    }

    /// Walks to the third step and leaves the console while that runs.
    private Run walked() {
        try (Session session = session()) {
            String system = session.board().get().systems().getFirst().name();
            session.send().accept(new Event.ApproveTrust(system));
            session.send().accept(new Event.OpenRun(system, "Shop does not answer", 5, null));
            until(session, Run::open);
            Run run = run(session);
            session.send().accept(new Event.MarkSymptom(run.id(), 0, true));
            session.send().accept(new Event.MarkCause(run.id(), 1, Run.Verdict.CONFIRMED));
            session.send().accept(new Event.RunStep(run.id(), 0, false));
            until(session, r -> stands(r, 0, Status.DONE));
            session.send().accept(new Event.GiveValue(run.id(), "ticket", "OPS-7"));
            session.send().accept(new Event.SkipStep(run.id(), 1, "nobody is awake"));
            session.send().accept(new Event.RunStep(run.id(), 2, true));
            until(session, r -> stands(r, 2, Status.RUNNING));
            return run(session);
        }
    }

    @Test
    void aRunGoesOnAtTheStepWhereItWasLeft() {
        Run before = walked();
        try (Session session = session()) {
            until(session, r -> r.id().equals(before.id()));
            Run after = run(session);
            assertThat(after.open()).isTrue();
            assertThat(after.current()).isEqualTo(2);
            assertThat(after.textHash()).isEqualTo(before.textHash());
            assertThat(after.target().id()).isEqualTo(before.target().id());
            assertThat(after.given()).containsEntry("ticket", "OPS-7");
            assertThat(after.seen()).containsExactly(0);
            assertThat(after.verdicts()).containsEntry(1, Run.Verdict.CONFIRMED);
            assertThat(after.states().get(0).status()).isEqualTo(Status.DONE);
            assertThat(after.states().get(0).excerpt())
                    .isEqualTo(before.states().get(0).excerpt());
            assertThat(after.states().get(1).reason()).isEqualTo("nobody is awake");
            assertThat(after.states().get(2).status())
                    .as("nobody knows what became of it")
                    .isEqualTo(Status.FAILED);
            assertThat(after.left()).isNotNull();
            assertThat(after.left().changed()).isFalse();
            assertThat(after.left().by()).isEqualTo("Ana");

            session.send().accept(new Event.MarkDone(after.id(), 2));
            session.send().accept(new Event.EndRun(after.id()));
            until(session, r -> !r.open());
            assertThat(run(session).left()).isNull();
        }
        try (Session session = session()) {
            assertThat(session.await(
                            20,
                            () -> !session.board().get().journal().shifts().isEmpty()
                                    || session.board().get().journal().entries().size() > 5))
                    .isTrue();
            assertThat(session.board().get().systems().getFirst().runs())
                    .as("what was ended stays ended")
                    .isEmpty();
        }
    }

    private void change() throws IOException {
        Files.writeString(
                folder.resolve("runbook.md"),
                RUNBOOK.replace("1. Look at the clock", "1. Breathe\n\n2. Look at the clock")
                        .replace("2. Ask the team\n", "")
                        .replace("sleep 600", "sleep 900"));
    }

    @Test
    void aRunKeepsTheTextItWasBegunWithAndShowsWhatChanged() throws IOException {
        Run before = walked();
        change();
        try (Session session = session()) {
            until(
                    session,
                    r -> r.id().equals(before.id())
                            && r.left() != null
                            && r.left().own());
            Run after = run(session);
            assertThat(after.left().changed()).isTrue();
            assertThat(after.steps()).isEqualTo(before.steps());
            assertThat(after.states().get(0).status()).isEqualTo(Status.DONE);
            assertThat(after.states().get(1).reason()).isEqualTo("nobody is awake");
            assertThat(after.current()).isEqualTo(2);
            assertThat(StepChanges.since(session.board().get().systems().getFirst(), after))
                    .contains(
                            new StepChanges.Line(StepChanges.Kind.NEW, "Breathe"),
                            new StepChanges.Line(StepChanges.Kind.SAME, "Look at the clock"),
                            new StepChanges.Line(StepChanges.Kind.GONE, "    touch restarted && sleep 600"),
                            new StepChanges.Line(StepChanges.Kind.NEW, "    touch restarted && sleep 900"));

            session.send().accept(new Event.RunStep(after.id(), 0, false));
            until(session, r -> r.left() == null && stands(r, 0, Status.DONE));
        }
    }

    @Test
    void whereTheTextIsLostTheStepsOfTheSameNameKeepWhatWasDone() throws IOException {
        Run before = walked();
        change();
        try (var kept = Files.walk(temp)) {
            for (Path file : kept.filter(f -> f.toString().matches(".*/runbooks/[0-9a-f]{64}\\.json"))
                    .toList()) {
                assertThat(Files.getPosixFilePermissions(file)).hasSize(2);
                Files.writeString(file, Files.readString(file).replace("sleep 600", "sleep 601"));
            }
        }
        try (Session session = session()) {
            until(session, r -> r.id().equals(before.id()));
            Run after = run(session);
            assertThat(after.left()).isNotNull();
            assertThat(after.left().changed()).isTrue();
            assertThat(after.left().own()).isFalse();
            assertThat(after.steps().getFirst().title()).isEqualTo("Breathe");
            assertThat(after.states().get(0).status()).isEqualTo(Status.TODO);
            assertThat(after.states().get(1).status()).isEqualTo(Status.DONE);
            assertThat(after.steps().get(after.current()).title()).isEqualTo("Restart the shop");
        }
    }

    @Test
    void aRunWhoseTitleIsGoneIsToldOf() throws IOException {
        walked();
        Files.writeString(folder.resolve("runbook.md"), RUNBOOK.replace("Shop does not answer", "Shop is slow"));
        try (Session session = session()) {
            assertThat(session.await(
                            30,
                            () -> session.board().get().notices().stream()
                                    .anyMatch(n -> n.text().contains("“Shop does not answer” of Shop was left open"))))
                    .isTrue();
            assertThat(session.board().get().systems().getFirst().runs()).isEmpty();
        }
    }
}
