package plantao.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import plantao.journal.ItemState.Status;
import plantao.journal.Worklist.Todo;
import plantao.runbook.Runbook;
import plantao.runbook.read.RunbookReader;

class WorklistTest {
    private static final Runbook RUNBOOK = RunbookReader.read("runbook.md", Map.of("runbook.md", """
                    # Shop: runbook

                    ## 7. Maintenance

                    ### 7.1 Weekly maintenance (Monday, 10:00)

                    1. Run `vacuum analyze`

                    ## 8. On-call checklists

                    ### 8.1 Start of shift

                    - [ ] Read the handoff
                    - [ ] Check the backup

                    ### 8.2 End of shift

                    - [ ] Write the handoff

                    ### 8.3 Daily checks (08:00-09:00)

                    - [ ] Look at the queue
                    - [ ] Look at the queue
                    """));
    private static final Routine ROUTINE = Routine.of(RUNBOOK);
    private static final String SYSTEM = "shop";
    private static final ZoneId UTC = ZoneId.of("UTC");
    private static final ItemKey READ = new ItemKey("Start of shift", "Read the handoff");
    private static final ItemKey QUEUE = new ItemKey("Daily checks (08:00-09:00)", "Look at the queue");

    private Journal journal = Journal.EMPTY;
    private long ids;

    private WorklistTest say(String at, Detail detail) {
        UUID id = new UUID(1, ids++);
        journal = journal.plus(new Entry(id, Instant.parse(at), "Ana", "desk", SYSTEM, "", detail));
        return this;
    }

    private Todo at(String now, ItemKey key) {
        return work(now).of(key).orElseThrow();
    }

    private Worklist work(String now) {
        return Worklist.of(ROUTINE, journal, SYSTEM, Instant.parse(now), UTC);
    }

    private static Detail ticked(int shift, ItemKey key) {
        return new Detail.ItemTicked(Told.id(shift), key.checklist(), key.item(), 1, null);
    }

    @Test
    void theShiftsOwnListsBeginAnewWithEachShift() {
        say("2026-11-23T06:00:00Z", new Detail.ShiftStarted(Told.id(1), Instant.parse("2026-11-23T14:00:00Z")));
        say("2026-11-23T06:05:00Z", ticked(1, READ));
        assertThat(at("2026-11-23T06:10:00Z", READ).status()).isEqualTo(Status.TICKED);
        assertThat(work("2026-11-23T06:10:00Z").late()).isEmpty();
        assertThat(work("2026-11-23T06:31:00Z").late())
                .extracting(t -> t.thing().text())
                .containsExactly("Check the backup");
        Todo last = at("2026-11-23T06:31:00Z", new ItemKey("End of shift", "Write the handoff"));
        assertThat(last.due()).isNotNull().matches(d -> d.by().equals(Instant.parse("2026-11-23T14:00:00Z")));

        say("2026-11-23T14:00:00Z", new Detail.ShiftEnded(Told.id(1)));
        say("2026-11-23T14:00:01Z", new Detail.ShiftStarted(Told.id(2)));
        assertThat(at("2026-11-23T14:01:00Z", READ).status()).isEqualTo(Status.OPEN);
    }

    @Test
    void whatComesBackByTheCalendarIsDoneForEveryShiftUntilItComesBack() {
        say("2026-11-22T20:00:00Z", new Detail.ShiftStarted(Told.id(1)));
        assertThat(at("2026-11-23T08:30:00Z", QUEUE).late(Instant.parse("2026-11-23T08:30:00Z")))
                .isFalse();
        assertThat(work("2026-11-23T09:01:00Z").late())
                .extracting(t -> t.thing().key())
                .contains(QUEUE, new ItemKey(QUEUE.checklist(), QUEUE.item() + " (2)"));
        say("2026-11-23T09:05:00Z", ticked(1, QUEUE));
        say("2026-11-23T10:00:00Z", new Detail.ShiftEnded(Told.id(1)));
        say("2026-11-23T10:00:01Z", new Detail.ShiftStarted(Told.id(2)));
        Todo done = at("2026-11-23T12:00:00Z", QUEUE);
        assertThat(done.settled()).isTrue();
        assertThat(done.due()).isNotNull().matches(d -> d.from().equals(Instant.parse("2026-11-24T08:00:00Z")));
        assertThat(at("2026-11-23T12:00:00Z", new ItemKey(QUEUE.checklist(), QUEUE.item() + " (2)"))
                        .settled())
                .as("the same words a second time are another item")
                .isFalse();
        assertThat(at("2026-11-24T08:10:00Z", QUEUE).settled()).isFalse();
    }

    @Test
    void nothingIsLateThatWasDueBeforeAnybodyWroteAnythingDown() {
        say("2026-11-25T12:00:00Z", new Detail.ShiftStarted(Told.id(1)));
        assertThat(work("2026-11-25T12:00:01Z").late()).isEmpty();
        assertThat(work("2026-12-01T09:01:00Z").late())
                .extracting(t -> t.thing().text())
                .contains("Weekly maintenance (Monday, 10:00)");
    }

    @Test
    void whatWasPutOffIsCarriedIntoTheNextShift() {
        say("2026-11-23T06:00:00Z", new Detail.ShiftStarted(Told.id(1)));
        Instant until = Instant.parse("2026-11-23T15:00:00Z");
        say("2026-11-23T06:05:00Z", new Detail.ItemDeferred(Told.id(1), READ.checklist(), READ.item(), 1, "", until));
        say("2026-11-23T14:00:00Z", new Detail.ShiftStarted(Told.id(2)));
        Todo put = at("2026-11-23T14:50:00Z", READ);
        assertThat(put.status()).isEqualTo(Status.DEFERRED);
        assertThat(put.late(Instant.parse("2026-11-23T14:50:00Z"))).isFalse();
        assertThat(put.late(until.plusSeconds(1))).isTrue();
    }

    @Test
    void whatComesInTheNextShift() {
        say("2026-11-22T20:00:00Z", new Detail.ShiftStarted(Told.id(1)));
        assertThat(work("2026-11-22T21:00:00Z")
                        .coming(Instant.parse("2026-11-23T06:00:00Z"), Instant.parse("2026-11-23T14:00:00Z"), UTC))
                .extracting(c -> c.group().title() + " " + c.due().from())
                .containsExactly(
                        "Daily checks (08:00-09:00) 2026-11-23T08:00:00Z",
                        "Weekly maintenance (Monday, 10:00) 2026-11-23T10:00:00Z");
    }

    @Test
    void anEditedRunbookMovesNoTick() {
        assertThat(ItemKey.all(RUNBOOK).keySet())
                .contains(READ, QUEUE, new ItemKey(QUEUE.checklist(), QUEUE.item() + " (2)"));
        say("2026-11-23T06:00:00Z", new Detail.ShiftStarted(Told.id(1)));
        say("2026-11-23T06:05:00Z", new Detail.ItemTicked(Told.id(1), READ.checklist(), READ.item(), 999, null));
        assertThat(at("2026-11-23T06:06:00Z", READ).settled()).isTrue();
    }
}
