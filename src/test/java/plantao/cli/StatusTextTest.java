package plantao.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import plantao.desk.Board;
import plantao.desk.Event;
import plantao.desk.EventContext;
import plantao.desk.SystemBoardFactory;
import plantao.desk.Trust;
import plantao.desk.Watch;
import plantao.probe.Reading;
import plantao.runbook.Runbook;
import plantao.runbook.read.RunbookReader;
import plantao.values.Place;
import plantao.values.Target;

/// A board as lines of text: nothing is told that is not known, and why is said.
class StatusTextTest {
    private static final Runbook DOCK =
            RunbookReader.read("runbook.md", Map.of("runbook.md", """
            # Dock — Runbook

            ## Services

            | Service | What | Owner |
            |---|---|---|
            | Crane | Lifts | Quay |
            | Ledger | Keeps | Data |

            ## Metrics

            | Metric | Normal | Warning | Critical |
            |---|---|---|---|
            | Queue | < 50 | > 100 | > 500 |
            | Error rate | < 1% | > 2% | > 5% |
            """, "console.yaml", """
            services:
              Crane: {http: "http://crane.example/health", interval: 10s, failures: 1}
              Ledger: {tcp: {host: ledger.example, port: 5432}, interval: 10s, failures: 1}
            metrics:
              Queue: {json: {url: "http://crane.example/stats", path: queue}, interval: 10s}
            vendors:
              Maps: {statuspage: "https://status.maps.example"}
            dependencies: {Crane: [Ledger]}
            """));

    private final AtomicLong ids = new AtomicLong();
    private Instant now = Instant.parse("2026-11-22T03:00:00Z");
    private Board board = Board.empty(now, "Ana");

    StatusTextTest() {
        Place here = new Place("local shell", Path.of("/tmp"), true, Map.of(), null);
        Target target = new Target("production", "Production", Target.Kind.PRODUCTION, Map.of(), Map.of(), here);
        send(new Event.Opened(SystemBoardFactory.open(DOCK, List.of(target), 1, Trust.FULL, now)));
    }

    private void send(Event event) {
        board = Watch.next(
                        board, event, new EventContext(now, "desk", () -> new UUID(0, ids.incrementAndGet()), t -> t))
                .board();
    }

    private String id(String subject) {
        return SystemBoardFactory.probes(board.systems().getFirst()).stream()
                .filter(p -> p.subject().equals(subject))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private void up(String subject, @Nullable Double value, String detail, @Nullable String concern) {
        send(new Event.Read("Dock", new Reading.Up(id(subject), now, Duration.ofMillis(7), value, detail, concern)));
    }

    private String line(String name) {
        return StatusText.of(board).stream()
                .filter(l -> l.contains(name))
                .reduce((a, b) -> b)
                .orElseThrow()
                .replaceAll(" {2,}", " ");
    }

    @Test
    void aValueThatIsOldIsNotTakenForGood() {
        up("Queue", 12.0, "GET /stats → 200", null);
        assertThat(line("Queue")).isEqualTo("✓ Queue 12 normal < 50, warning > 100, critical > 500");
        now = now.plusSeconds(60);
        send(new Event.Read("Dock", new Reading.Down(id("Queue"), now, Duration.ZERO, "connection refused", "")));
        send(new Event.Tick());
        assertThat(line("Queue"))
                .isEqualTo("? Queue 12 normal < 50, warning > 100, critical > 500 stale: of 2026-11-22T03:00:00Z"
                        + " connection refused");
    }

    @Test
    void whySomethingIsNotAsItShouldBe() {
        up("Crane", null, "GET /health → 200", "slow: 2 s, more than 1 s");
        up("Crane", null, "GET /health → 200", "slow: 2 s, more than 1 s");
        assertThat(line("Crane")).isEqualTo("▲ Crane degraded 7 ms GET /health → 200, slow: 2 s, more than 1 s");
        up("Maps", 2.0, "Major outage", null);
        assertThat(line("Maps")).isEqualTo("✕ Maps supplier down Major outage");
        for (String service : List.of("Ledger", "Crane")) {
            send(new Event.Read("Dock", new Reading.Down(id(service), now, Duration.ZERO, "connection refused", "")));
        }
        assertThat(line("Crane is down")).startsWith("! Crane is down firing").endsWith(" because of Ledger");
    }

    @Test
    void failuresThatTheProbesCountThemselvesComeFromTheServiceThatIsDown() {
        for (int i = 0; i < 8; i++) {
            send(new Event.Read("Dock", new Reading.Down(id("Crane"), now, Duration.ZERO, "GET /health → 503", "")));
            up("Error rate", 40.0, "4 failed of 10", null);
            now = now.plusSeconds(10);
            send(new Event.Tick());
        }
        assertThat(line("Error rate > 5")).contains(" firing ").endsWith(" because of Crane");
    }
}
