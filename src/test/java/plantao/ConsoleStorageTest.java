package plantao;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import plantao.desk.Board;
import plantao.desk.Event;
import plantao.journal.Detail;
import plantao.journal.Entry;
import plantao.store.Folders;
import plantao.store.Ids;
import plantao.store.JournalStore;

class ConsoleStorageTest {
    @TempDir
    Path temp;

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aPracticeBeginsAfreshAndABoardGoesOn(boolean practice) throws InterruptedException {
        Folders folders = Homes.in(temp);
        Ids ids = new Ids(InstantSource.system(), new SecureRandom());
        Entry left = new Entry(
                ids.get(),
                Instant.parse("2026-11-20T10:00:00Z"),
                "Ana",
                "desk-1",
                "shop",
                "note",
                new Detail.Note("left open"));
        Path own = practice ? folders.practiceLog() : folders.log();
        try (JournalStore store = JournalStore.open(own)) {
            store.append(List.of(left));
        }
        BlockingQueue<Event> told = new LinkedBlockingQueue<>();
        Console.Setup setup = new Console.Setup(folders, temp.resolve("none"), Map.of(), InstantSource.system(), "Ana");
        try (ConsoleStorage memory =
                new ConsoleStorage(setup, "desk-1", ids, () -> Board.empty(Instant.EPOCH, "Ana"), told::add)) {
            if (practice) {
                memory.practise();
            }
            memory.log();
            Event first = told.poll(60, TimeUnit.SECONDS);
            assertThat(first).isEqualTo(new Event.LogOpened(practice ? List.of() : List.of(left)));
            if (practice) {
                assertThat(told.poll(60, TimeUnit.SECONDS)).isEqualTo(new Event.PastPracticeRead(List.of(left)));
            }
            assertThat(memory.find("left", 10).entries()).containsExactly(left);
        }
    }
}
