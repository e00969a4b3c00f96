package plantao.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class JournalTest {
    @Test
    void addingGivesANewJournalAndLeavesTheOldOne() {
        Told told = new Told().say(new Detail.ShiftStarted(Told.id(1)), Told.declared(2, Told.START));
        Journal before = told.journal();
        Entry later = told.note("later").entries().getLast();

        Journal one = before.plus(later);
        Journal other = before.plus(new Entry(
                new UUID(0x9_7000, 0), later.at(), "Rui", "desk-2", "shop", "subject", new Detail.Note("other")));

        assertThat(Told.words(before.entries())).containsExactly("ShiftStarted", "IncidentDeclared");
        assertThat(before.incidents().getFirst().timeline()).hasSize(2);
        assertThat(before.shifts().getFirst().entries()).hasSize(2);
        assertThat(Told.words(one.entries())).endsWith("later");
        assertThat(Told.words(other.entries())).endsWith("other").doesNotContain("later");
        assertThat(Told.words(one.shifts().getFirst().entries())).endsWith("later");
        assertThat(Told.words(other.incidents().getFirst().timeline()))
                .endsWith("other")
                .doesNotContain("later");
    }

    @Test
    void anAlertToldTwiceIsTheSameUntilItClears() {
        Told told = new Told()
                .say(new Detail.AlertFired("a", "Down", 1, "down", null, Told.START, 4))
                .by("Rui")
                .say(new Detail.AlertAcknowledged("a", "Down", 900))
                .say(new Detail.AlertFired("a", "Down", 1, "down", null, Told.START.plusSeconds(60), 4));

        AlertMemory once = Objects.requireNonNull(told.journal().alerts("shop").get("a"));

        assertThat(once.since()).isEqualTo(Told.START);
        assertThat(once.by()).isEqualTo("Rui");
        assertThat(AlertEpisode.of(told.entries())).hasSize(1);
        told.say(
                new Detail.AlertCleared("a", "Down", 9),
                new Detail.AlertFired("a", "Down", 1, "down", null, Told.START, 4));
        assertThat(AlertEpisode.of(told.entries())).hasSize(2);
    }

    @Test
    void anEntryAlreadyInItChangesNothing() {
        List<Entry> entries = new Told().note("a").note("b").note("c").entries();
        Journal journal = Journal.of(entries);

        for (Entry entry : entries) {
            assertThat(journal.plus(entry)).isSameAs(journal);
        }
    }

    @Test
    void entriesOfSeveralConsolesInAnyOrderAreEachTakenOnce() {
        List<Entry> entries = new ArrayList<>();
        Random random = new Random(7);
        for (int i = 0; i < 300; i++) {
            entries.add(new Entry(
                    new UUID(random.nextLong(), random.nextLong()),
                    Told.START.plusSeconds(random.nextInt(1000)),
                    "Ana",
                    "desk-" + i % 3,
                    "shop",
                    "subject",
                    new Detail.Note("note " + i)));
        }
        List<Entry> twice = new ArrayList<>(entries);
        twice.addAll(entries);
        Collections.shuffle(twice, random);

        assertThat(Journal.of(twice).entries()).hasSize(300).containsExactlyInAnyOrderElementsOf(entries);
    }

    @Test
    void whatItGivesOutCannotBeChanged() {
        Journal journal = new Told()
                .say(new Detail.ShiftStarted(Told.id(1)), Told.declared(2, Told.START))
                .journal();
        Entry entry = journal.entries().getFirst();

        for (List<?> list : List.of(journal.entries(), journal.incidents(), journal.shifts())) {
            assertThatThrownBy(list::removeFirst).isInstanceOf(UnsupportedOperationException.class);
        }
        assertThatThrownBy(() -> journal.shifts().getFirst().entries().add(entry))
                .isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> journal.incidents().getFirst().timeline().set(0, entry))
                .isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void manyYearsOfEntriesAddUpToWhatEachOfThemSays() {
        Told told = new Told();
        for (int shift = 1; shift <= 40; shift++) {
            told.at(Duration.ofHours(8L * shift)).say(new Detail.ShiftStarted(Told.id(1000 + shift)));
            told.say(Told.declared(shift, Told.START.plus(Duration.ofHours(8L * shift))));
            for (int i = 0; i < 50; i++) {
                told.note(shift + "." + i);
            }
            told.say(new Detail.IncidentClosed(Told.id(shift), "# " + shift));
        }
        Journal journal = told.journal();

        assertThat(journal.entries()).isEqualTo(told.entries());
        assertThat(journal.shifts())
                .hasSize(40)
                .allSatisfy(s -> assertThat(s.entries()).hasSize(53));
        assertThat(journal.incidents())
                .hasSize(40)
                .allSatisfy(i -> assertThat(i.timeline()).hasSize(53));
        assertThat(journal.incidents()).noneMatch(Incident::open);
        assertThat(journal).isEqualTo(Journal.of(told.entries())).isNotEqualTo(Journal.EMPTY);
    }
}
