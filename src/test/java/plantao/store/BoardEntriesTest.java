package plantao.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import plantao.journal.Detail;
import plantao.journal.Entry;
import plantao.journal.Incident;
import plantao.journal.Journal;
import plantao.runbook.Phase;

/// A board begins with a small part of a long log, and knows all that stands open.
class BoardEntriesTest extends BothDatabases {
    private final Entries entries = new Entries("desk-1");

    @ParameterizedTest
    @MethodSource("databases")
    void twoThatBeginAtOnceAreToldTheSame(Database database) throws Exception {
        List<Entry> notes = entries.notes(20);
        try (JournalStore store = database.open();
                ExecutorService threads = Executors.newFixedThreadPool(8)) {
            store.append(notes);
            Callable<List<Entry>> asking = store::remembered;
            for (Future<List<Entry>> told : threads.invokeAll(Collections.nCopies(8, asking))) {
                assertThat(told.get()).isEqualTo(notes);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void whatStandsOpenIsKnownHoweverOldItIs(Database database) {
        UUID shift = UUID.randomUUID();
        UUID over = UUID.randomUUID();
        UUID open = UUID.randomUUID();
        UUID walk = UUID.randomUUID();
        UUID left = UUID.randomUUID();
        List<Entry> all = new ArrayList<>();
        all.add(declared(over, 1));
        all.add(entries.note("in the timeline of the first"));
        all.add(entries.of(new Detail.IncidentClosed(over, "# over")));
        all.add(entries.of(new Detail.RunStarted(left, "Done", 3, "hash", "prod")));
        all.add(entries.of(new Detail.StepDone(left, 0, "a", Phase.DIAGNOSIS)));
        all.add(entries.of(new Detail.RunEnded(left, "Done")));
        all.add(entries.of(new Detail.RunStarted(walk, "Walked", 9, "hash", "prod")));
        all.add(entries.of(new Detail.StepDone(walk, 0, "a", Phase.DIAGNOSIS)));
        all.add(entries.of(new Detail.ItemTicked(shift, "Daily", "look", 4, null)));
        all.add(entries.of(new Detail.ItemAssigned(shift, "Daily", "look", 4, "Ana")));
        all.add(entries.of(new Detail.ItemUnticked(shift, "Daily", "look", 4)));
        all.add(entries.of(new Detail.ItemNoted(shift, "Daily", "look", 4, "odd")));
        all.add(entries.of(new Detail.ItemDeferred(shift, "Daily", "other", 5, "later", null)));
        all.add(entries.of(new Detail.AlertFired("a", "A", 1, "x > 1", "2", Entries.START, 3)));
        all.addAll(entries.notes(100));
        all.add(entries.of(new Detail.ShiftStarted(shift)));
        all.add(declared(open, 2));
        all.addAll(entries.notes(BoardEntries.LATEST));
        try (JournalStore store = database.open()) {
            store.append(all);
        }
        try (JournalStore store = database.open()) {
            List<Entry> begun = store.remembered();
            assertThat(begun).hasSizeLessThan(all.size() - 90).isSubsetOf(all);
            Journal whole = Journal.of(all);
            Journal part = Journal.of(begun);
            assertThat(part.openWalks()).isEqualTo(whole.openWalks());
            assertThat(part.items("shop")).isEqualTo(whole.items("shop"));
            assertThat(part.alerts("shop")).isEqualTo(whole.alerts("shop"));
            assertThat(part.incidents()).extracting(Incident::id).containsExactly(over, open);
            assertThat(part.incidents().getLast()).isEqualTo(whole.incidents().getLast());
            assertThat(part.currentShift("shop")).isEqualTo(whole.currentShift("shop"));
            assertThat(store.compare()).isEmpty();

            Incident old = part.incidents().getFirst();
            Journal recalled =
                    part.and(store.between("shop", old.began(), old.closed().plusMillis(1), 100));
            assertThat(recalled.incidents().getFirst())
                    .isEqualTo(whole.incidents().getFirst());

            database.tamper("delete from standing where slot = 'owner'");
            assertThat(store.compare()).singleElement().asString().contains("What stands open");
            assertThat(Journal.of(store.remembered()).items("shop")).isEqualTo(whole.items("shop"));
        }
    }

    private Entry declared(UUID incident, int number) {
        Entry e = entries.of(new Detail.Note(""));
        return new Entry(
                e.id(),
                e.at(),
                e.operator(),
                e.device(),
                e.system(),
                e.subject(),
                new Detail.IncidentDeclared(
                        incident, number, "Trouble", 2, e.at().minusSeconds(1), null, null, List.of("api")));
    }
}
