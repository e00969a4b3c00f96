package plantao;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plantao.cli.Rooms;
import plantao.desk.Board;
import plantao.desk.Event;
import plantao.journal.Detail;
import plantao.journal.Entry;
import plantao.journal.Incident;
import plantao.journal.Shift;
import plantao.store.Folders;
import plantao.store.TeamState;

/// Two consoles and one server, which is stopped in the middle.
class TeamJourneyTest {
    @TempDir
    Path temp;

    private Console.Setup setup(String name) {
        Path home = temp.resolve(name);
        return new Console.Setup(
                new Folders(home.resolve("data"), home.resolve("config"), home.resolve("cache"), home.resolve("state")),
                temp.resolve("none"),
                Map.of("PATH", "/usr/bin:/bin", "HOSTNAME", name),
                InstantSource.system(),
                name);
    }

    private EmbeddedPostgres server(int port) throws IOException {
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setDataDirectory(temp.resolve("server"))
                .setCleanDataDirectory(false);
        return (port == 0 ? builder : builder.setPort(port)).start();
    }

    private static Board await(Console console, Predicate<Board> wanted) throws InterruptedException {
        for (long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60); System.nanoTime() < end; ) {
            Board board = console.board();
            if (wanted.test(board)) {
                return board;
            }
            TimeUnit.MILLISECONDS.sleep(10);
        }
        Board board = console.board();
        throw new AssertionError(board.team() + " " + board.logProblem() + " " + board.notices() + " "
                + board.journal().entries().stream().map(Entry::detail).toList());
    }

    @Test
    void anIncidentIsWorkedAndAShiftHandedOverWhileTheServerComesAndGoes() throws Exception {
        Path runbook = Files.createDirectory(temp.resolve("shop")).resolve("runbook.md");
        Files.writeString(runbook, "# Shop\n\n## Playbook: Pages are slow\n\n1. Look at the queue\n");
        EmbeddedPostgres server = server(0);
        String url = "jdbc:postgresql://localhost:" + server.getPort() + "/postgres?user=postgres";
        Rooms.Prepared prepared = new TeamRoom(setup("owner")).init(url, "");
        assertThat(prepared.problem()).isNull();
        try (Console ana = new Console(setup("ana"));
                Console leo = new Console(setup("leo"))) {
            for (Console console : List.of(ana, leo)) {
                console.open(List.of(runbook));
                console.send(new Event.ShareLog(url));
                await(console, b -> b.team().current());
            }
            String system = ana.board().selected();
            ana.send(new Event.StartShift(system, "Ana"));
            ana.send(new Event.DeclareIncident(system, null, "Pages are slow"));
            Incident seen = await(leo, b -> b.incident().isPresent()).incident().orElseThrow();
            assertThat(seen.title()).isEqualTo("Pages are slow");
            assertThat(leo.board().shift().map(Shift::operator)).contains("Ana");
            leo.send(new Event.AddNote(system, "The queue is long"));
            await(ana, b -> tells(b, "The queue is long"));

            int port = server.getPort();
            server.close();
            ana.send(new Event.ResolveIncident(seen.id()));
            UUID shift = ana.board().shift().orElseThrow().id();
            ana.send(new Event.EndShift(system, "Leo", "# All is well"));
            await(
                    ana,
                    b -> b.team().fault() != null
                            && b.team().unsent() >= 3
                            && b.shift().isEmpty());
            leo.send(new Event.AddNote(system, "Alone for now"));
            await(leo, b -> b.team().unsent() >= 1 && b.unsaved().isEmpty());
            assertThat(leo.board().journal().waitingHandoff(system)).isEmpty();

            server = server(port);
            UUID handoff = await(leo, b -> b.journal().waitingHandoff(system).isPresent())
                    .journal()
                    .waitingHandoff(system)
                    .orElseThrow()
                    .id();
            leo.send(new Event.AcceptHandoff(handoff, "Leo"));
            await(ana, b -> b.shift().map(Shift::operator).equals(java.util.Optional.of("Leo")));
            await(leo, b -> b.team().current());
            await(ana, b -> b.team().current() && tells(b, "Alone for now"));
            assertThat(ana.board().journal().entries())
                    .isEqualTo(leo.board().journal().entries());
            assertThat(ana.board().journal().incidents())
                    .isEqualTo(leo.board().journal().incidents());
            assertThat(ana.board().journal().shifts().getFirst().id()).isEqualTo(shift);
            assertThat(new TeamRoom(setup("leo")).standing()).first().asString().contains("localhost:" + port);

            // What is practised stays where it is.
            try (Console learner = new Console(setup("leo"))) {
                learner.send(new Event.StartPractice());
                learner.send(new Event.ShareLog(url));
                await(learner, b -> !b.notices().isEmpty() || !b.failures().isEmpty());
                assertThat(learner.board().team()).isEqualTo(TeamState.OFF);
            }
        } finally {
            server.close();
        }
    }

    private static boolean tells(Board board, String text) {
        return board.journal().entries().stream()
                .anyMatch(e -> e.detail() instanceof Detail.Note n && n.text().equals(text));
    }
}
