package plantao.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import plantao.journal.Detail;
import plantao.journal.Entry;
import plantao.runbook.Phase;
import plantao.runbook.Risk;

class JournalStoreTest extends BothDatabases {
    private final Entries entries = new Entries("desk-1");

    @ParameterizedTest
    @MethodSource("databases")
    void whatWasSavedIsThereAfterOpeningAnew(Database database) {
        List<Entry> saved = entries.notes(3);
        saved.add(entries.of(new Detail.StepRan(
                UUID.randomUUID(),
                3,
                "Ver a fila",
                Phase.DIAGNOSIS,
                "echo 'ação' | wc\n\t\"x\"",
                Risk.values()[0],
                "exited",
                1,
                null,
                812,
                "linha 1\nlinha 2 🔧 \u0007",
                false)));
        try (JournalStore store = database.open()) {
            assertThat(store.append(saved)).containsExactlyInAnyOrderElementsOf(ids(saved));
        }
        try (JournalStore store = database.open()) {
            assertThat(store.all()).isEqualTo(saved);
            assertThat(store.recent(2)).isEqualTo(saved.subList(2, 4));
            assertThat(store.verify()).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void savingTwiceIsSavingOnce(Database database) {
        List<Entry> first = entries.notes(3);
        List<Entry> second = new ArrayList<>(first.subList(1, 3));
        second.add(entries.note("new"));
        second.add(second.getLast());
        try (JournalStore store = database.open()) {
            store.append(first);
            assertThat(store.append(second)).containsExactlyInAnyOrderElementsOf(ids(second));
            assertThat(store.append(List.of())).isEmpty();
            assertThat(store.all()).hasSize(4).last().isEqualTo(second.getLast());
            assertThat(store.verify()).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void aRetriedBatchLargerThanOneQuestionIsKnown(Database database) {
        List<Entry> many = entries.notes(1203);
        try (JournalStore store = database.open()) {
            store.append(many);
            store.append(many);
            assertThat(store.all()).isEqualTo(many);
            assertThat(store.verify()).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void devicesHaveChainsOfTheirOwn(Database database) {
        Entries other = new Entries("desk-2");
        List<Entry> mixed = List.of(entries.note("a"), other.note("b"), entries.note("c"), other.note("d"));
        try (JournalStore store = database.open()) {
            store.append(mixed);
            assertThat(store.all()).isEqualTo(mixed);
            assertThat(store.verify()).isEmpty();
            database.tamper("delete from entry where device = 'desk-2' and number = 1");
            assertThat(store.verify())
                    .extracting(ChainProblem::kind, ChainProblem::device, ChainProblem::number)
                    .containsExactly(org.assertj.core.groups.Tuple.tuple(ChainProblem.Kind.MISSING, "desk-2", 1L));
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void aChangedEntryIsFound(Database database) {
        try (JournalStore store = database.open()) {
            store.append(entries.notes(4));
            store.size();
            database.tamper("update entry set operator = 'somebody else' where number = 2");
            database.tamper("update entry set detail = '{\"text\":\"never\"}' where number = 4");
            assertThat(found(store)).containsExactly("CHANGED 2", "CHANGED 4");
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void missingEntriesAreFoundAtTheEndToo(Database database) {
        try (JournalStore store = database.open()) {
            store.append(entries.notes(6));
            store.size();
            database.tamper("delete from entry where number in (2, 3, 6)");
            assertThat(found(store)).containsExactly("MISSING 2", "MISSING 6");
            assertThat(store.verify().getFirst().text()).isEqualTo("Entries 2 to 3 of desk-1 are missing");
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void closingTheGapDoesNotHideWhatIsMissing(Database database) {
        try (JournalStore store = database.open()) {
            store.append(entries.notes(4));
            store.size();
            database.tamper("delete from entry where number = 2");
            database.tamper("update entry set number = number - 1 where number > 2");
            assertThat(found(store)).containsExactly("ORDER 2", "MISSING 4");
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void aRedactedDetailIsGoneAndTheChainHolds(Database database) {
        Entry leaked = entries.note("the password is hunter2-hunter2");
        try (JournalStore store = database.open()) {
            store.append(List.of(entries.note("before"), leaked));
            Entry about = entries.of(new Detail.Redacted("a password"));
            Entry redaction = new Entry(
                    about.id(),
                    about.at(),
                    about.operator(),
                    about.device(),
                    about.system(),
                    leaked.id().toString(),
                    about.detail());
            assertThat(store.redact(List.of(redaction)))
                    .extracting(Entry::detail)
                    .containsExactly(new Detail.Redacted("a password"));
            store.append(List.of(entries.note("after")));
            assertThat(store.all())
                    .extracting(Entry::detail)
                    .containsExactly(
                            new Detail.Note("before"), new Detail.Redacted("a password"),
                            new Detail.Redacted("a password"), new Detail.Note("after"));
            assertThat(store.verify()).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void blankingWithoutARedactionIsFound(Database database) {
        try (JournalStore store = database.open()) {
            List<Entry> saved = entries.notes(2);
            store.append(saved);
            store.size();
            database.tamper("update entry set detail = '{}', redacted_by = '"
                    + saved.getLast().id() + "' where number = 1");
            assertThat(found(store)).containsExactly("CHANGED 1");
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void awkwardTextsAreKeptOrReplacedNeverRefused(Database database) {
        Entry awkward = entries.note("cut \uD83D here, nul \u0000 there, 'quotes' \\ ${x} :id <ids> 💥");
        Entry odd = new Entry(awkward.id(), awkward.at(), "o\u0000o", "d\uDC00d", "", "", awkward.detail());
        Entry long_ = entries.note("x".repeat(3_000_000));
        try (JournalStore store = database.open()) {
            store.append(List.of(odd, long_));
            assertThat(store.all()).first().satisfies(e -> {
                assertThat(e.operator()).isEqualTo("o\uFFFDo");
                assertThat(e.device()).isEqualTo("d\uFFFDd");
                assertThat(((Detail.Note) e.detail()).text()).endsWith("there, 'quotes' \\ ${x} :id <ids> 💥");
            });
            assertThat(store.all()).last().isEqualTo(long_);
            assertThat(store.verify()).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void aKindOfANewerConsoleSurvives(Database database) {
        Entry foreign = entries.of(new Detail.Foreign("SirenSounded", "{ \"loud\" : [1, 2.50] }"));
        try (JournalStore store = database.open()) {
            store.append(List.of(foreign));
            assertThat(store.all()).containsExactly(foreign);
            assertThat(store.verify()).isEmpty();
        }
    }

    private static List<String> found(JournalStore store) {
        return store.verify().stream().map(p -> p.kind() + " " + p.number()).toList();
    }

    private static List<UUID> ids(List<Entry> entries) {
        return entries.stream().map(Entry::id).distinct().toList();
    }
}
