package plantao.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import plantao.journal.Detail;
import plantao.journal.Entry;
import plantao.journal.SearchQuery;
import plantao.journal.SearchResult;
import plantao.runbook.Phase;
import plantao.runbook.Risk;

class SearchTest extends BothDatabases {
    private final Entries entries = new Entries("desk-1");

    private static List<Entry> find(JournalStore store, String typed) {
        return store.find(SearchQuery.of(typed, Entries.START, ZoneOffset.UTC), 50)
                .entries();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void wordsAreFoundByTheirBeginningsWithoutAccentsOrCase(Database database) {
        Entry step = entries.of(new Detail.StepRan(
                UUID.randomUUID(),
                3,
                "Ver conexões",
                Phase.DIAGNOSIS,
                "redis-cli INFO clients",
                Risk.values()[0],
                "exited",
                1,
                null,
                812,
                "connected_clients:9812\nCONEXÃO recusada",
                false));
        Entry down = entries.of(new Detail.ServiceDown("Fila de E-mail", "connection refused", Entries.START));
        Entry note = entries.note("conexão lenta desde as 14h 🔧");
        try (JournalStore store = database.open()) {
            store.append(List.of(step, down, note));
            assertThat(find(store, "conexao")).containsExactly(note, step);
            assertThat(find(store, "CONEX rec")).containsExactly(step);
            assertThat(find(store, "conn")).containsExactly(down, step);
            assertThat(find(store, "9812")).containsExactly(step);
            assertThat(find(store, "kind:note conex")).containsExactly(note);
            assertThat(find(store, "kind:step")).containsExactly(step);
            assertThat(find(store, "service:fila")).containsExactly(down);
            assertThat(find(store, "by:conceicao system:shop lenta")).containsExactly(note);
            assertThat(find(store, "by:maria")).isEmpty();
            assertThat(find(store, "\"conexao recusada\"")).containsExactly(step);
            assertThat(find(store, "\"recusada conexao\"")).isEmpty();
            assertThat(find(store, "nothing-of-the-kind")).isEmpty();
            assertThat(find(store, "since:2026-03-01T02:17:04 conex")).containsExactly(note);
            assertThat(find(store, "until:2026-03-01T02:17:02 conex")).containsExactly(step);
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void wholeBlocksAndTheLastOneAreSearchedAndStayRightWhenOpenedAnew(Database database) {
        List<Entry> all = new ArrayList<>(entries.notes(4100));
        all.set(17, entries.note("a needle in the first block"));
        all.add(entries.note("a needle in the last one"));
        try (JournalStore store = database.open()) {
            store.append(all);
            assertThat(find(store, "needle")).containsExactly(all.getLast(), all.get(17));
            SearchResult some = store.find(SearchQuery.of("note", Entries.START, ZoneOffset.UTC), 50);
            assertThat(some.entries()).hasSize(50).first().isEqualTo(all.get(4099));
            assertThat(some.more()).isTrue();
            assertThat(store.compare()).isEmpty();
        }
        try (JournalStore store = database.open()) {
            assertThat(find(store, "needl")).containsExactly(all.getLast(), all.get(17));
            database.tamper("update search_page set body = '' where id = 0");
            assertThat(store.compare()).singleElement().asString().contains("numbered 0 to 4095");
            assertThat(store.compare()).isEmpty();
            assertThat(find(store, "needl")).containsExactly(all.getLast(), all.get(17));
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void whatWasBlankedIsNoLongerFound(Database database) {
        List<Entry> all = new ArrayList<>(entries.notes(4200));
        all.set(5, entries.note("hunter2 in a whole block"));
        all.set(4199, entries.note("hunter2 in the last one"));
        try (JournalStore store = database.open()) {
            store.append(all);
            assertThat(find(store, "hunter2")).hasSize(2);
            for (int i : List.of(5, 4199)) {
                Entry about = entries.of(new Detail.Redacted("a password"));
                store.redact(List.of(new Entry(
                        about.id(),
                        about.at(),
                        "Ana",
                        "desk-1",
                        "shop",
                        all.get(i).id().toString(),
                        about.detail())));
            }
            assertThat(find(store, "hunter2")).isEmpty();
            assertThat(find(store, "kind:redacted password")).hasSize(4);
            assertThat(store.compare()).isEmpty();
            assertThat(store.verify()).isEmpty();
        }
    }
}
