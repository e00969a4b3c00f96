package plantao;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plantao.alert.Alert;
import plantao.desk.Board;
import plantao.desk.Drafts;
import plantao.desk.Event;
import plantao.journal.Detail;
import plantao.journal.Incident;
import plantao.journal.Repeats;
import plantao.journal.Shift;
import plantao.journal.Silence;
import plantao.store.Folders;

/// Two consoles of a team, each with its own eyes on one service that fails.
class TeamWatchTest {
    @TempDir
    Path temp;

    private final AtomicInteger status = new AtomicInteger(200);

    private Console console(String name) {
        return new Console(Mates.setup(temp, name));
    }

    private static Predicate<Board> alert(Predicate<Alert.State> state) {
        return b -> !b.systems().isEmpty()
                && b.systems().getFirst().alerts().stream().anyMatch(a -> state.test(a.state()));
    }

    private static boolean firing(Alert.State state) {
        return state instanceof Alert.State.Firing || state instanceof Alert.State.Acknowledged;
    }

    private Path runbook(int port) throws Exception {
        Path folder = Files.createDirectory(temp.resolve("shop"));
        Files.writeString(folder.resolve("runbook.md"), """
                # Shop

                ## Alerts

                | Alert | Condition | Severity |
                |---|---|---|
                | Shop API down | Shop API is down | P1 |

                ## Services

                | Service | URL |
                |---|---|
                | Shop API | http://127.0.0.1:%d/health |
                """.formatted(port));
        Files.writeString(folder.resolve("console.yaml"), """
                services:
                  Shop API:
                    http: http://127.0.0.1:%d/health
                    interval: 2s
                    failures: 1
                    recoveries: 1
                """.formatted(port));
        return folder;
    }

    @Test
    void whatOneDoesAboutAnAlertTheOtherSeesAndTheEpisodeIsToldOnce() throws Exception {
        HttpServer service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        service.createContext("/", exchange -> {
            exchange.sendResponseHeaders(status.get(), -1);
            exchange.close();
        });
        service.start();
        Path runbook = runbook(service.getAddress().getPort());
        try (EmbeddedPostgres server = EmbeddedPostgres.start()) {
            String url = "jdbc:postgresql://localhost:" + server.getPort() + "/postgres?user=postgres";
            assertThat(new TeamRoom(new Console.Setup(
                                    new Folders(temp, temp, temp, temp), temp, Map.of(), InstantSource.system(), "x"))
                            .init(url, "")
                            .problem())
                    .isNull();
            try (Console ana = console("ana");
                    Console leo = console("leo")) {
                for (Console console : List.of(ana, leo)) {
                    console.open(List.of(runbook));
                    console.send(new Event.ShareLog(url));
                    console.send(new Event.ApproveTrust(console.board().selected()));
                    Mates.await(console, b -> b.team().current());
                }
                String system = ana.board().selected();
                ana.send(new Event.StartShift(system, "Ana"));
                status.set(503);
                Mates.await(leo, alert(s -> s instanceof Alert.State.Firing));
                Board fired = Mates.await(ana, alert(s -> s instanceof Alert.State.Firing));
                String id =
                        fired.systems().getFirst().alerts().getFirst().rule().id();

                ana.send(new Event.Acknowledge(system, id, "Looking"));
                Mates.await(
                        leo,
                        alert(s -> s instanceof Alert.State.Acknowledged a
                                && a.by().equals("Ana")
                                && "Looking".equals(a.note())));
                ana.send(new Event.DeclareIncident(system, id, "Shop API does not answer"));
                Mates.await(leo, b -> b.incident().isPresent());
                leo.send(new Event.SilenceAlerts(
                        system, Silence.Scope.ALERT, id, leo.board().now().plusSeconds(1800), "known", false));
                Board muted = Mates.await(
                        ana,
                        b -> !b.systems().getFirst().circumstances().mutes().isEmpty());
                muted.journal().silences(system).forEach(s -> leo.send(new Event.LiftSilence(system, s.id())));
                Mates.await(
                        ana, b -> b.systems().getFirst().circumstances().mutes().isEmpty());

                status.set(200);
                Mates.await(ana, alert(s -> !firing(s)));
                Mates.await(leo, alert(s -> !firing(s)));
                Mates.await(ana, b -> b.team().current() && cleared(b) >= 2);
                Board both = Mates.await(leo, b -> b.team().current() && cleared(b) >= 2);
                assertThat(ana.board().journal().entries())
                        .isEqualTo(both.journal().entries());
                Incident incident = both.incident().orElseThrow();
                assertThat(Repeats.without(incident.timeline()).stream()
                                .map(e -> e.detail().kind())
                                .filter(k ->
                                        k.equals("AlertFired") || k.equals("AlertCleared") || k.equals("ServiceUp")))
                        .containsExactlyInAnyOrder("AlertFired", "AlertCleared", "ServiceUp");
                Shift shift = both.shift().orElseThrow();
                String handoff = Drafts.handoff(both, shift.id(), Locale.ENGLISH, ZoneOffset.UTC);
                assertThat(handoff).contains("fired once", "silenced until", "by leo");
                assertThat(handoff.lines().filter(l -> l.contains("Alert Shop API down fired")))
                        .hasSize(1);
                assertThat(handoff.lines().filter(l -> l.contains("Shop API up again")))
                        .hasSize(1);
                assertThat(Optional.of(handoff))
                        .contains(Drafts.handoff(
                                ana.board().withNow(both.now()), shift.id(), Locale.ENGLISH, ZoneOffset.UTC));
            }
        } finally {
            service.stop(0);
        }
    }

    private static long cleared(Board board) {
        return board.journal().entries().stream()
                .filter(e -> e.detail() instanceof Detail.AlertCleared)
                .count();
    }
}
