package plantao.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import plantao.journal.Detail;
import plantao.journal.Entry;
import plantao.journal.ItemKey;
import plantao.journal.ItemState.Status;
import plantao.journal.Routine;
import plantao.journal.Worklist;
import plantao.probe.Reading;
import plantao.runbook.Runbook;
import plantao.runbook.read.RunbookReader;
import plantao.values.Place;
import plantao.values.Target;

/// Items that tick themselves, from readings to the log and the handoff.
class ClosedLoopTest {
    private static final ItemKey QUEUE = new ItemKey("Start of shift", "Queue below 50");
    private static final ItemKey CHECKS = new ItemKey("Start of shift", "Health checks OK");
    private static final ItemKey HANDOFF = new ItemKey("Start of shift", "Read the last handoff");
    private static final Runbook RUNBOOK = RunbookReader.read("mill", Map.of("runbook.md", """
                    # Mill

                    ## Services

                    | Service |
                    |---|
                    | API |
                    | Store |

                    ## Metrics

                    | Metric | Normal | Critical |
                    |---|---|---|
                    | Queue Size | < 40 | > 100 |

                    ## Start of shift

                    - [ ] Health checks OK
                    - [ ] Queue below 50
                    - [ ] Read the last handoff
                    """, "console.yaml", """
                    services:
                      API: {http: "http://127.0.0.1:1/"}
                      Store: {http: "http://127.0.0.1:2/"}
                    metrics:
                      Queue Size: {redis: {host: 127.0.0.1, port: 3, command: LLEN jobs}}
                    """));

    private Instant now = Instant.parse("2026-11-23T08:00:00Z");
    private long ids = 1;
    private Board board;

    @Test
    void theTimesOfARunbookAreUnderstoodOnce() {
        SystemBoard system = SilenceHandler.refreshed(
                        board, RUNBOOK.system(), new EventContext(now, "desk", UUID::randomUUID, t -> t))
                .current()
                .orElseThrow();
        assertThat(Calendar.of(system)).isSameAs(Calendar.of(system));
        SystemBoard read = system.withRunbook(RUNBOOK.withSystem("other"));
        assertThat(Calendar.of(read)).isNotSameAs(Calendar.of(system));
    }

    ClosedLoopTest() {
        Target target = new Target(
                "here",
                "Here",
                Target.Kind.PRODUCTION,
                Map.of(),
                Map.of(),
                new Place("shell", Path.of("."), true, Map.of(), null));
        board = Board.empty(now, "Ana")
                .withSystems(List.of(SystemBoardFactory.open(RUNBOOK, List.of(target), 1, Trust.FULL, now)))
                .withSelected(RUNBOOK.system());
        send(new Event.StartShift(RUNBOOK.system(), "Ana", now.plus(Duration.ofHours(8))));
    }

    private void send(Event event) {
        board = Watch.next(board, event, new EventContext(now, "desk", () -> new UUID(0, ids++), t -> t))
                .board();
    }

    private void wait(Duration time) {
        now = now.plus(time);
        send(new Event.Tick());
    }

    private SystemBoard system() {
        return board.systems().getFirst();
    }

    private void queue(double size) {
        String probe = system().gauges().getFirst().probe().id();
        send(new Event.Read(system().name(), new Reading.Up(probe, now, Duration.ZERO, size, "")));
    }

    private void answers() {
        system().services()
                .forEach(t -> send(new Event.Read(
                        system().name(), new Reading.Up(t.probe().id(), now, Duration.ofMillis(3), null, "open"))));
    }

    private Worklist.Todo todo(ItemKey key) {
        Routine routine = Routine.of(RUNBOOK);
        return Worklist.of(
                        routine,
                        board.journal(),
                        system().name(),
                        now,
                        ZoneOffset.UTC,
                        ClosedLoop.holding(ClosedLoop.of(system(), routine, board.journal(), now)))
                .of(key)
                .orElseThrow();
    }

    private List<Detail> log() {
        return board.journal().entries().stream().map(Entry::detail).toList();
    }

    @Test
    void anItemIsTickedWhileTheReadingSaysSo() {
        assertThat(todo(QUEUE).status()).isEqualTo(Status.OPEN);
        queue(12);
        assertThat(todo(QUEUE).status()).isEqualTo(Status.TICKED);
        assertThat(todo(QUEUE).told()).isEqualTo("Queue Size 12 (< 50)");
        queue(60);
        assertThat(todo(QUEUE).status()).isEqualTo(Status.OPEN);
        assertThat(log()).noneMatch(d -> d instanceof Detail.ItemTold);
    }

    @Test
    void theHandoffIsReadOnceItWasAccepted() {
        assertThat(todo(HANDOFF).status()).as("there is none").isEqualTo(Status.OPEN);
        assertThat(ClosedLoop.of(system(), Routine.of(RUNBOOK), board.journal(), now))
                .as("nothing is said of it")
                .doesNotContainKey(HANDOFF);
        send(new Event.EndShift(system().name(), "Bela", "# Handoff"));
        send(new Event.StartShift(system().name(), "Bela"));
        assertThat(todo(HANDOFF).status()).as("it waits").isEqualTo(Status.OPEN);
        UUID waiting =
                board.journal().waitingHandoff(system().name()).orElseThrow().id();
        send(new Event.AcceptHandoff(waiting, "Bela"));
        assertThat(todo(HANDOFF).told()).isEqualTo("Ana → Bela");
    }

    @Test
    void whatIsNotKnownTicksNothing() {
        queue(12);
        now = now.plus(Duration.ofHours(1));
        assertThat(todo(QUEUE).status()).isEqualTo(Status.OPEN);
        assertThat(ClosedLoop.of(system(), Routine.of(RUNBOOK), board.journal(), now)
                        .get(QUEUE)
                        .words())
                .isEqualTo("Queue Size – (< 50)");
        String first = system().services().getFirst().probe().id();
        send(new Event.Read(system().name(), new Reading.Up(first, now, Duration.ofMillis(3), null, "open")));
        assertThat(todo(CHECKS).status()).isEqualTo(Status.OPEN);
        answers();
        assertThat(todo(CHECKS).told()).isEqualTo("2/2: API open, Store open");
    }

    @Test
    void whenItIsDueTheTickIsWrittenDownAndStays() {
        answers();
        wait(Duration.ofSeconds(29 * 60 + 40));
        answers();
        queue(12);
        assertThat(log()).noneMatch(d -> d instanceof Detail.ItemTold);
        wait(Duration.ofSeconds(30));
        assertThat(log()).filteredOn(d -> d instanceof Detail.ItemTold).hasSize(2);
        queue(90);
        assertThat(todo(QUEUE).status()).isEqualTo(Status.TICKED);
        assertThat(todo(QUEUE).state().told()).isTrue();
    }

    @Test
    void anOperatorWhoSaysOtherwiseIsMarked() {
        queue(12);
        send(new Event.UntickItem(system().name(), QUEUE));
        assertThat(todo(QUEUE).status()).isEqualTo(Status.OPEN);
        assertThat(log()).last().isEqualTo(untickedAgainst("Queue Size 12 (< 50)"));
        queue(60);
        send(new Event.TickItem(system().name(), QUEUE, null));
        assertThat(todo(QUEUE).state().against()).isEqualTo("Queue Size 60 (< 50)");
        assertThat(todo(QUEUE).status()).isEqualTo(Status.TICKED);
    }

    private Detail untickedAgainst(String said) {
        UUID shift = board.journal().currentShift(system().name()).orElseThrow().id();
        return new Detail.ItemUnticked(shift, QUEUE.checklist(), QUEUE.item(), 19, said);
    }

    @Test
    void theShiftsEndWritesItDownAndTheHandoffTells() {
        queue(12);
        UUID shift = board.journal().currentShift(system().name()).orElseThrow().id();
        String handoff = Drafts.handoff(board, shift, Locale.ENGLISH, ZoneOffset.UTC);
        assertThat(handoff).contains("Start of shift 1 of 3 (1 by the board)");
        send(new Event.EndShift(system().name(), null, handoff));
        assertThat(log())
                .anyMatch(d -> d instanceof Detail.ItemTold t && t.evidence().equals("Queue Size 12 (< 50)"));
        assertThat(Drafts.handoff(board, shift, Locale.ENGLISH, ZoneOffset.UTC))
                .contains("Start of shift 1 of 3 (1 by the board)", "The board ticked: Queue below 50");
    }
}
