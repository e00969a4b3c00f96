package plantao;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plantao.desk.Board;
import plantao.desk.Event;
import plantao.journal.Detail;
import plantao.journal.Entry;
import plantao.journal.Incident;
import plantao.journal.ItemKey;
import plantao.store.Cable;

/// Two consoles, one of them cut off for five hours while both work, its clock ahead; then they meet again.
class OfflineJourneyTest {
    private static final int HOURS = 5;
    private static final Duration AHEAD = Duration.ofMinutes(11);
    private static final String SYSTEM = "Shop";
    private static final String LIST = "Daily checklist";

    @TempDir
    Path temp;

    private final MovableClock anas = new MovableClock();
    private final MovableClock leos = new MovableClock();
    private final List<String> notes = new ArrayList<>();

    @Test
    void whatTwoDidInHoursApartIsOneRecordAfterwards() throws Exception {
        Path runbook = Files.createDirectory(temp.resolve("shop")).resolve("runbook.md");
        Files.writeString(runbook, "# Shop\n\n## " + LIST + "\n\n- [ ] Queue is short\n- [ ] Backup ran\n- [ ] Disk\n");
        // The server's clock stands still meanwhile: both begin in its past.
        anas.advance(Duration.ofHours(-HOURS));
        leos.advance(Duration.ofHours(-HOURS).plus(AHEAD));
        try (EmbeddedPostgres server = EmbeddedPostgres.builder()
                        .setDataDirectory(temp.resolve("server"))
                        .start();
                Cable cable = new Cable(server.getPort())) {
            assertThat(new TeamRoom(Mates.setup(temp, "owner"))
                            .init(url(server.getPort()), "")
                            .problem())
                    .isNull();
            try (Console ana = console("ana", anas);
                    Console leo = console("leo", leos)) {
                begin(ana, runbook, url(server.getPort()));
                begin(leo, runbook, url(cable.port()));
                ana.send(new Event.StartShift(SYSTEM, "Ana"));
                Mates.await(leo, b -> b.shift().isPresent());

                cable.cut();
                leo.send(new Event.AddNote(SYSTEM, note("leo is alone")));
                Mates.await(leo, b -> b.team().fault() != null && b.team().unsent() == 1);
                apart(ana, leo);
                Board alone =
                        Mates.await(leo, b -> b.unsaved().isEmpty() && b.team().unsent() >= HOURS + 5);
                assertThat(alone.journal().incidents()).hasSize(1);
                assertThat(alone.team().behind(leos.instant())).isGreaterThan(Duration.ofHours(HOURS - 1));

                cable.mend();
                together(ana, leo);
            }
            // What is read from the file has the order that was seen.
            try (Console ana = console("ana", anas);
                    Console leo = console("leo", leos)) {
                begin(ana, runbook, url(server.getPort()));
                begin(leo, runbook, url(cable.port()));
                together(ana, leo);
            }
        }
    }

    private void apart(Console ana, Console leo) {
        ana.send(new Event.DeclareIncident(SYSTEM, null, "Pages are slow"));
        leo.send(new Event.DeclareIncident(SYSTEM, null, "Orders are missing"));
        ana.send(new Event.TickItem(SYSTEM, new ItemKey(LIST, "Queue is short"), null));
        leo.send(new Event.TickItem(SYSTEM, new ItemKey(LIST, "Queue is short"), "3 waiting"));
        leo.send(new Event.TickItem(SYSTEM, new ItemKey(LIST, "Backup ran"), null));
        for (int hour = 1; hour <= HOURS; hour++) {
            anas.advance(Duration.ofHours(1));
            leos.advance(Duration.ofHours(1));
            ana.send(new Event.AddNote(SYSTEM, note("ana in hour " + hour)));
            leo.send(new Event.AddNote(SYSTEM, note("leo in hour " + hour)));
        }
        ana.send(new Event.SkipItem(SYSTEM, new ItemKey(LIST, "Disk"), "no access"));
        ana.send(new Event.EndShift(SYSTEM, "Leo", "# From Ana"));
        leo.send(new Event.EndShift(SYSTEM, "Ana", "# From Leo"));
    }

    /// A console also writes that its computer seemed to sleep, a tick after its clock was moved: so both are
    /// looked at when they have the same.
    private void together(Console ana, Console leo) throws InterruptedException {
        var same = new AtomicReference<Board>();
        Board hers = Mates.await(ana, b -> {
            Board other = leo.board();
            same.set(other);
            return complete(b)
                    && b.team().current()
                    && other.team().current()
                    && b.journal().entries().equals(other.journal().entries());
        });
        together(hers, same.get());
    }

    private void together(Board hers, Board his) {
        List<Entry> all = hers.journal().entries();
        assertThat(his.journal().entries()).isEqualTo(all);
        assertThat(all).extracting(Entry::id).doesNotHaveDuplicates();
        assertThat(told(hers)).containsExactlyInAnyOrderElementsOf(notes);
        // Each one's own come in the order they were written in, whatever lies between them.
        for (String who : List.of("ana", "leo")) {
            assertThat(told(hers))
                    .filteredOn(n -> n.startsWith(who + " in"))
                    .isEqualTo(IntStream.rangeClosed(1, HOURS)
                            .mapToObj(h -> who + " in hour " + h)
                            .toList());
        }
        assertThat(hers.journal().incidents())
                .extracting(Incident::title)
                .containsExactlyInAnyOrder("Pages are slow", "Orders are missing");
        assertThat(all)
                .filteredOn(e -> e.detail() instanceof Detail.HandoffWritten)
                .hasSize(2);
        assertThat(all).filteredOn(e -> e.detail() instanceof Detail.ItemTicked).hasSize(3);
        assertThat(his.journal().incidents()).isEqualTo(hers.journal().incidents());
        assertThat(his.journal().shifts()).isEqualTo(hers.journal().shifts());
        assertThat(his.journal().handoffs()).isEqualTo(hers.journal().handoffs());
        assertThat(his.journal().items(SYSTEM)).isEqualTo(hers.journal().items(SYSTEM));
        assertThat(his.team().skew())
                .isBetween(AHEAD.plusMinutes(1).negated(), AHEAD.minusMinutes(1).negated());
        assertThat(hers.team().skew().abs()).isLessThan(Duration.ofMinutes(1));
    }

    private boolean complete(Board board) {
        return told(board).containsAll(notes)
                && board.journal().entries().stream()
                                .filter(e -> e.detail() instanceof Detail.HandoffWritten)
                                .count()
                        == 2;
    }

    private static List<String> told(Board board) {
        return board.journal().entries().stream()
                .flatMap(e -> e.detail() instanceof Detail.Note n ? List.of(n.text()).stream() : null)
                .toList();
    }

    private String note(String text) {
        notes.add(text);
        return text;
    }

    private static String url(int port) {
        return "jdbc:postgresql://localhost:" + port + "/postgres?user=postgres";
    }

    private Console console(String name, MovableClock clock) {
        Console.Setup usual = Mates.setup(temp, name);
        return new Console(
                new Console.Setup(usual.folders(), usual.bundled(), usual.environment(), clock, usual.operator()));
    }

    private static void begin(Console console, Path runbook, String url) throws InterruptedException {
        console.open(List.of(runbook));
        console.send(new Event.ShareLog(url));
        Mates.await(console, b -> b.current().isPresent() && b.team().current());
    }
}
