package plantao;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plantao.cli.ConsoleAccess;
import plantao.desk.Board;
import plantao.desk.Event;
import plantao.journal.Detail;
import plantao.journal.Incident;
import plantao.journal.Shift;
import plantao.store.TeamState;

/// Two consoles and one server, which is stopped in the middle.
class TeamJourneyTest {
    @TempDir
    Path temp;

    private EmbeddedPostgres server(int port) throws IOException {
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setDataDirectory(temp.resolve("server"))
                .setCleanDataDirectory(false);
        return (port == 0 ? builder : builder.setPort(port)).start();
    }

    @Test
    void anIncidentIsWorkedAndAShiftHandedOverWhileTheServerComesAndGoes() throws Exception {
        Path runbook = Files.createDirectory(temp.resolve("shop")).resolve("runbook.md");
        Files.writeString(runbook, "# Shop\n\n## Playbook: Pages are slow\n\n1. Look at the queue\n");
        EmbeddedPostgres server = server(0);
        String url = "jdbc:postgresql://localhost:" + server.getPort() + "/postgres?user=postgres";
        ConsoleAccess.Prepared prepared = new TeamRoom(Mates.setup(temp, "owner")).init(url, "");
        assertThat(prepared.problem()).isNull();
        try (Console ana = new Console(Mates.setup(temp, "ana"));
                Console leo = new Console(Mates.setup(temp, "leo"))) {
            for (Console console : List.of(ana, leo)) {
                console.open(List.of(runbook));
                console.send(new Event.ShareLog(url));
                Mates.await(console, b -> b.team().current());
            }
            String system = ana.board().selected();
            ana.send(new Event.StartShift(system, "Ana"));
            ana.send(new Event.DeclareIncident(system, null, "Pages are slow"));
            Incident seen =
                    Mates.await(leo, b -> b.incident().isPresent()).incident().orElseThrow();
            assertThat(seen.title()).isEqualTo("Pages are slow");
            assertThat(leo.board().shift().map(Shift::operator)).contains("Ana");
            leo.send(new Event.AddNote(system, "The queue is long"));
            Mates.await(ana, b -> tells(b, "The queue is long"));

            int port = server.getPort();
            server.close();
            ana.send(new Event.ResolveIncident(seen.id()));
            UUID shift = ana.board().shift().orElseThrow().id();
            ana.send(new Event.EndShift(system, "Leo", "# All is well"));
            Mates.await(
                    ana,
                    b -> b.team().fault() != null
                            && b.team().unsent() >= 3
                            && b.shift().isEmpty());
            leo.send(new Event.AddNote(system, "Alone for now"));
            Mates.await(leo, b -> b.team().unsent() >= 1 && b.unsaved().isEmpty());
            assertThat(leo.board().journal().waitingHandoff(system)).isEmpty();

            server = server(port);
            UUID handoff = Mates.await(
                            leo, b -> b.journal().waitingHandoff(system).isPresent())
                    .journal()
                    .waitingHandoff(system)
                    .orElseThrow()
                    .id();
            leo.send(new Event.AcceptHandoff(handoff, "Leo"));
            Mates.await(ana, b -> b.shift().map(Shift::operator).equals(java.util.Optional.of("Leo")));
            Mates.await(leo, b -> b.team().current());
            Mates.await(ana, b -> b.team().current() && tells(b, "Alone for now"));
            assertThat(ana.board().journal().entries())
                    .isEqualTo(leo.board().journal().entries());
            assertThat(ana.board().journal().incidents())
                    .isEqualTo(leo.board().journal().incidents());
            assertThat(ana.board().journal().shifts().getFirst().id()).isEqualTo(shift);
            assertThat(new TeamRoom(Mates.setup(temp, "leo")).standing())
                    .first()
                    .asString()
                    .contains("localhost:" + port);

            // What is practised stays where it is.
            try (Console learner = new Console(Mates.setup(temp, "leo"))) {
                learner.send(new Event.StartPractice());
                learner.send(new Event.ShareLog(url));
                Mates.await(
                        learner, b -> !b.notices().isEmpty() || !b.failures().isEmpty());
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
