package plantao.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plantao.journal.Entry;

class LogTest {
    private static final Log.Pace QUICK = new Log.Pace(Duration.ofMillis(5), Duration.ofMillis(20));

    @TempDir
    Path folder;

    private final Entries entries = new Entries("desk-1");
    private final Heard heard = new Heard();

    @Test
    void savesInOrderAndRemembersAtTheNextStart() throws Exception {
        List<Entry> notes = entries.notes(250);
        try (Log log = Log.in(folder.resolve("log"), folder, "desk-1", heard.listener())) {
            assertThat(Heard.next(heard.remembered)).isEmpty();
            notes.forEach(log::append);
            heard.awaitStored(notes);
        }
        try (Log log = Log.in(folder.resolve("log"), folder, "desk-1", heard.listener())) {
            assertThat(Heard.next(heard.remembered)).isEqualTo(notes);
        }
        assertThat(heard.failures).isEmpty();
        assertThat(spill()).doesNotExist();
    }

    @Test
    void whatTheDatabaseRefusesWaitsInTheSpillUntilItTakesIt() throws Exception {
        AtomicBoolean down = new AtomicBoolean(true);
        List<Entry> notes = entries.notes(3);
        try (Log log = log(down)) {
            notes.forEach(log::append);
            String message = Heard.next(heard.failures);
            while (!message.contains("Waiting in")) {
                message = Heard.next(heard.failures);
            }
            assertThat(message).contains("no database", spill().toString());
            while (Files.readAllLines(spill()).stream()
                            .filter(l -> !l.isBlank())
                            .count()
                    < 3) {
                Heard.next(heard.failures);
            }
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(spill())))
                    .isEqualTo("rw-------");
            down.set(false);
            heard.awaitStored(notes);
            assertThat(Heard.next(heard.remembered)).isEqualTo(notes);
        }
        assertThat(spill()).doesNotExist();
    }

    @Test
    void whatIsLeftInTheSpillAtTheEndIsSavedAtTheNextStart() throws Exception {
        List<Entry> notes = entries.notes(3);
        try (Log log = log(new AtomicBoolean(true))) {
            notes.forEach(log::append);
        }
        Files.writeString(spill(), "\n{\"id\":\"torn", StandardOpenOption.APPEND);
        try (Log log = log(new AtomicBoolean(false))) {
            assertThat(Heard.next(heard.remembered)).isEqualTo(notes);
        }
        assertThat(spill()).doesNotExist();
        assertThat(folder.resolve("log/unsaved-desk-1.jsonl.broken")).content().contains("torn");
    }

    @Test
    void theSpillGoesElsewhereWhenTheFolderTakesNothing() throws Exception {
        Files.writeString(folder.resolve("log"), "a file where the folder should be");
        List<Entry> notes = entries.notes(2);
        try (Log log = Log.in(folder.resolve("log"), folder.resolve("state"), "desk/1", heard.listener())) {
            notes.forEach(log::append);
        }
        assertThat(folder.resolve("state/log/unsaved-desk_1.jsonl")).exists();
        assertThat(heard.failures)
                .isNotEmpty()
                .allSatisfy(m -> assertThat(m).contains("a file is where a folder should be"));
        Files.delete(folder.resolve("log"));
        try (Log log = Log.in(folder.resolve("log"), folder.resolve("state"), "desk/1", heard.listener())) {
            assertThat(Heard.next(heard.remembered)).isEqualTo(notes);
        }
        assertThat(folder.resolve("state/log/unsaved-desk_1.jsonl")).doesNotExist();
    }

    @Test
    void closingIsBoundedWhenTheDatabaseHangs() throws Exception {
        CountDownLatch hangs = new CountDownLatch(1);
        CountDownLatch never = new CountDownLatch(1);
        Log log = new Log(
                null,
                () -> {
                    hangs.countDown();
                    try {
                        never.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                    throw new StoreException("gone", "here", "Wait.", null);
                },
                "desk-1",
                List.of(folder.resolve("log")),
                heard.listener(),
                QUICK);
        hangs.await();
        List<Entry> notes = entries.notes(2);
        notes.forEach(log::append);
        assertThat(log.close(Duration.ofMillis(50))).isFalse();
        assertThat(Files.readAllLines(spill()).stream().filter(l -> !l.isBlank()))
                .hasSize(2);
        assertThatThrownBy(() -> log.append(notes.getFirst())).isInstanceOf(IllegalStateException.class);
        never.countDown();
        // The thread that hung still tidies its spill; the folder may only go once it has ended.
        assertThat(log.close(Duration.ofMinutes(1))).isTrue();
    }

    private Log log(AtomicBoolean down) {
        return new Log(
                null,
                () -> {
                    if (down.get()) {
                        throw new StoreException("There is no database", "here", "Wait.", null);
                    }
                    return JournalStore.open(folder.resolve("log"));
                },
                "desk-1",
                List.of(folder.resolve("log")),
                heard.listener(),
                QUICK);
    }

    private Path spill() throws IOException {
        return folder.resolve("log/unsaved-desk-1.jsonl");
    }
}
