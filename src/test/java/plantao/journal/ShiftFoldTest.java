package plantao.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import plantao.journal.ItemState.Status;

class ShiftFoldTest {
    private static final Detail START_ONE = new Detail.ShiftStarted(Told.id(1));
    private static final Detail END_ONE = new Detail.ShiftEnded(Told.id(1));

    @Test
    void aShiftHoldsItsSystemsEntriesFromItsStartToItsEnd() {
        Journal journal = new Told()
                .note("before")
                .say(START_ONE)
                .note("in it")
                .on("bank")
                .note("elsewhere")
                .on("shop")
                .at(Duration.ofHours(8))
                .say(END_ONE)
                .note("after")
                .journal();

        Shift shift = journal.shifts().getFirst();
        assertThat(Told.words(shift.entries())).containsExactly("ShiftStarted", "in it", "ShiftEnded");
        assertThat(shift.operator()).isEqualTo("Ana");
        assertThat(shift.started()).isEqualTo(Told.START.plusSeconds(1));
        assertThat(shift.ended()).isEqualTo(Told.START.plus(Duration.ofHours(8)));
        assertThat(journal.currentShift("shop")).isEmpty();
    }

    @Test
    void theNextShiftEndsTheOneThatWasGoingOn() {
        Journal journal = new Told()
                .say(START_ONE)
                .by("Rui")
                .say(new Detail.ShiftStarted(Told.id(2)))
                .note("mine")
                .journal();

        assertThat(journal.shifts())
                .extracting(Shift::operator, Shift::ended)
                .containsExactly(tuple("Ana", Told.START.plusSeconds(1)), tuple("Rui", null));
        assertThat(journal.currentShift("shop")).map(Shift::id).contains(Told.id(2));
        assertThat(Told.words(journal.shifts().getLast().entries())).containsExactly("ShiftStarted", "mine");
    }

    @Test
    void eachSystemHasAShiftOfItsOwn() {
        Told told = new Told().say(START_ONE).on("bank").say(new Detail.ShiftStarted(Told.id(2)));

        assertThat(told.journal().currentShift("shop")).map(Shift::id).contains(Told.id(1));
        assertThat(told.journal().currentShift("bank")).map(Shift::id).contains(Told.id(2));
        assertThat(told.say(new Detail.ShiftEnded(Told.id(2))).journal().currentShift("shop"))
                .map(Shift::id)
                .contains(Told.id(1));
    }

    @Test
    void endingAShiftTwiceKeepsItsFirstEnd() {
        Journal journal = new Told()
                .say(START_ONE, END_ONE)
                .at(Duration.ofHours(1))
                .say(END_ONE, new Detail.ShiftEnded(Told.id(9)))
                .journal();

        assertThat(journal.shifts()).hasSize(1);
        assertThat(journal.shifts().getFirst().ended()).isEqualTo(Told.START.plusSeconds(1));
    }

    @Test
    void onlyTicksThatWereNotTakenBackStand() {
        Shift shift = new Told()
                .say(START_ONE, tick(11, null), tick(12, "queue 3"), tick(13, null))
                .say(new Detail.ItemUnticked(Told.id(1), "Start", "Item 11", 11))
                .by("Rui")
                .say(tick(12, "queue 4"))
                .journal()
                .shifts()
                .getFirst();

        assertThat(shift.items())
                .extracting(ItemState::line, ItemState::status, ItemState::by, ItemState::words)
                .containsExactly(
                        tuple(11, Status.OPEN, "Ana", null),
                        tuple(12, Status.TICKED, "Rui", "queue 4"),
                        tuple(13, Status.TICKED, "Ana", null));
    }

    @Test
    void anItemCanBeTickedAgainAfterItsTickWasTakenBack() {
        Shift shift = new Told()
                .say(START_ONE, tick(11, null), new Detail.ItemUnticked(Told.id(1), "Start", "Item 11", 11))
                .say(tick(11, "again"))
                .journal()
                .shifts()
                .getFirst();

        assertThat(shift.items()).extracting(ItemState::words).containsExactly("again");
    }

    private static Detail tick(int line, @Nullable String evidence) {
        return new Detail.ItemTicked(Told.id(1), "Start", "Item " + line, line, evidence);
    }
}
