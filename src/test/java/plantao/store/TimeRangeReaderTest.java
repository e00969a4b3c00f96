package plantao.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import plantao.journal.Detail;
import plantao.journal.Entry;
import plantao.journal.SearchQuery;

class TimeRangeReaderTest extends BothDatabases {
    private static final int COUNT = 2 * WordBlock.SIZE + 700;
    private static final Duration DAY = Duration.ofDays(1);
    private final Random random = new Random(7);

    // Most in the order of their times, some long after: what another console had written while it was away.
    private List<Entry> saved() {
        Entries entries = new Entries("desk-1");
        List<Entry> all = new ArrayList<>();
        for (int i = 0; i < COUNT; i++) {
            Detail detail =
                    i % 50 == 0 ? new Detail.ServiceDown("api", "refused", Entries.START) : new Detail.Note("n" + i);
            Entry e = entries.of(detail);
            Instant at = Entries.START.plusSeconds(30L * i).minus(i % 97 == 0 ? DAY : Duration.ZERO);
            String system = i % 3 == 0 ? "shop" : "bank";
            all.add(new Entry(e.id(), at, e.operator(), e.device(), system, e.subject(), e.detail()));
        }
        return all;
    }

    private static List<Entry> latest(List<Entry> all, String system, Instant from, Instant to, int most) {
        List<Entry> wanted = all.stream()
                .filter(e -> e.system().equals(system) && !e.at().isBefore(from) && e.at().isBefore(to))
                .sorted(Comparator.comparing(Entry::at))
                .toList();
        return wanted.subList(Math.max(0, wanted.size() - most), wanted.size());
    }

    private Instant sometime() {
        return Entries.START.minus(DAY).plusSeconds(random.nextLong(30L * COUNT + DAY.toSeconds()));
    }

    @ParameterizedTest
    @MethodSource("databases")
    void aSpanHasAllOfItWhateverTheOrderOfSaving(Database database) {
        List<Entry> all = saved();
        try (JournalStore store = database.open()) {
            store.append(all);
            spans(store, all);
            // From here on there are whole blocks.
            store.find(SearchQuery.of("n1", Entries.START, ZoneOffset.UTC), 1);
            spans(store, all);
            assertThat(store.ofKinds(List.of("ServiceDown", "ShiftStarted"), Entries.START))
                    .containsExactlyElementsOf(all.stream()
                            .filter(e -> e.detail() instanceof Detail.ServiceDown && !e.at().isBefore(Entries.START))
                            .sorted(Comparator.comparing(Entry::at))
                            .toList());
        }
    }

    private void spans(JournalStore store, List<Entry> all) {
        for (int i = 0; i < 20; i++) {
            Instant from = sometime();
            Instant to = from.plusSeconds(random.nextLong(200_000));
            int most = 1 + random.nextInt(2000);
            assertThat(store.between("shop", from, to, most))
                    .containsExactlyElementsOf(latest(all, "shop", from, to, most));
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void aBlockWithWrongTimesIsMadeAnew(Database database) {
        List<Entry> all = saved();
        try (JournalStore store = database.open()) {
            store.append(all);
            store.find(SearchQuery.of("n1", Entries.START, ZoneOffset.UTC), 1);
        }
        try (JournalStore store = database.open()) {
            database.tamper("update search_block set newest = oldest where block = 1");
            assertThat(store.compare()).singleElement().asString().contains("numbered 4096 to 8191");
            spans(store, all);
        }
    }
}
