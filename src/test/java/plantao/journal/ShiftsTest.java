package plantao.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class ShiftsTest {
    private final UUID first = UUID.randomUUID();
    private final UUID second = UUID.randomUUID();
    private final Story story = new Story();

    @Test
    void aShiftHoldsItsSystemsEntriesFromStartToEnd() {
        story.note("before");
        Entry start = story.add(new Detail.ShiftStarted(first));
        Entry note = story.note("during");
        story.by("ana", "other").note("of another system");
        story.by("ana", "shop");
        Entry end = story.add(new Detail.ShiftEnded(first));
        story.note("after");

        assertThat(story.journal().shifts()).singleElement().satisfies(s -> {
            assertThat(s.entries()).containsExactly(start, note, end);
            assertThat(s.operator()).isEqualTo("ana");
            assertThat(s.started()).isEqualTo(start.at());
            assertThat(s.ended()).isEqualTo(end.at());
        });
        assertThat(story.journal().currentShift("shop")).isEmpty();
    }

    @Test
    void startingAShiftEndsTheOneThatWasGoingOnOnThatSystemOnly() {
        story.add(new Detail.ShiftStarted(first));
        UUID elsewhere = UUID.randomUUID();
        story.by("rui", "other").add(new Detail.ShiftStarted(elsewhere));
        Entry taken = story.by("bia", "shop").add(new Detail.ShiftStarted(second));
        Entry note = story.note("hers");

        Journal journal = story.journal();
        assertThat(journal.shifts()).extracting(Shift::id).containsExactly(first, elsewhere, second);
        assertThat(journal.shifts().getFirst().ended()).isEqualTo(taken.at());
        assertThat(journal.shifts().getFirst().entries()).hasSize(1);
        assertThat(journal.currentShift("shop")).hasValueSatisfying(s -> {
            assertThat(s.operator()).isEqualTo("bia");
            assertThat(s.entries()).containsExactly(taken, note);
        });
        assertThat(journal.currentShift("other")).hasValueSatisfying(s -> assertThat(s.id()).isEqualTo(elsewhere));
    }

    @Test
    void anEndedShiftStaysAsItEnded() {
        story.add(new Detail.ShiftStarted(first));
        Entry end = story.add(new Detail.ShiftEnded(first));
        story.add(new Detail.ShiftEnded(first));
        story.add(new Detail.ShiftEnded(UUID.randomUUID()));

        assertThat(story.journal().shifts()).singleElement().satisfies(s -> {
            assertThat(s.ended()).isEqualTo(end.at());
            assertThat(s.entries()).hasSize(2);
        });
    }

    @Test
    void ticksStandUntilTheyAreTakenBack() {
        story.add(new Detail.ShiftStarted(first));
        story.add(new Detail.ItemTicked(first, "Daily", "look at the queue", 10, null));
        story.add(new Detail.ItemTicked(first, "Daily", "look at the disk", 11, "41 %"));
        story.add(new Detail.ItemTicked(first, "Weekly", "of another file", 10, null));
        story.add(new Detail.ItemUnticked(first, "Daily", "look at the queue", 10));
        Entry again = story.by("bia", "shop").add(new Detail.ItemTicked(first, "Daily", "look at the disk", 11, "42 %"));

        Shift shift = story.journal().currentShift("shop").orElseThrow();
        assertThat(shift.ticks()).extracting(Tick::checklist, Tick::line).containsExactly(
                org.assertj.core.groups.Tuple.tuple("Weekly", 10), org.assertj.core.groups.Tuple.tuple("Daily", 11));
        assertThat(shift.ticks().getLast()).isEqualTo(new Tick("Daily", 11, "bia", again.at(), "42 %"));
    }
}
