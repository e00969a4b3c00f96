package plantao.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plantao.journal.Detail;
import plantao.journal.Entry;

/// What is asked of a log as a whole: of a file nobody has open, and of a window that has it open.
class VerbsTest {
    private static final String LEAK = "hunter2-\"hunter2\"";

    @TempDir
    Path temp;

    private final Entries entries = new Entries("desk-1");
    private final Heard heard = new Heard();
    private Path folder;
    private LogDoor door;

    @BeforeEach
    void door() {
        folder = temp.resolve("log");
        door = new LogDoor(folder, temp.resolve("state"), "desk-1", InstantSource.system());
    }

    private Log window() {
        return Log.in(folder, temp.resolve("state"), "desk-1", heard.listener());
    }

    private void save(List<Entry> some) {
        try (JournalStore store = JournalStore.open(folder)) {
            store.append(some);
        }
    }

    @Test
    void aWindowThatHasItOpenAnswers() throws Exception {
        List<Entry> notes = entries.notes(3);
        try (Log log = window()) {
            notes.forEach(log::append);
            heard.awaitStored(notes);
            assertThat(door.held()).isTrue();
            assertThat(door.ask(new LogRequest.Verify())).isEqualTo(LogReply.of(List.of("3")));
            assertThat(LogDoor.entries(door.ask(new LogRequest.All()))).isEqualTo(notes);
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                    .isEqualTo("rwx------");
        }
        assertThat(door.held()).isFalse();
        assertThat(LogSocket.of(folder)).doesNotExist();
        assertThat(door.ask(new LogRequest.Verify())).isEqualTo(LogReply.of(List.of("3")));
    }

    @Test
    void aSecondWindowSavesThroughTheFirstAndTakesOverWhenItCloses() throws Exception {
        Heard second = new Heard();
        List<Entry> own = entries.notes(2);
        Entries elsewhere = new Entries("desk-1");
        List<Entry> others = elsewhere.notes(2);
        Log first = window();
        own.forEach(first::append);
        heard.awaitStored(own);
        try (Log log = Log.in(folder, temp.resolve("state"), "desk-1", second.listener())) {
            assertThat(Heard.next(second.joined)).isEqualTo(own);
            others.forEach(log::append);
            second.awaitStored(others);
            List<Entry> told = new ArrayList<>();
            while (told.size() < others.size()) {
                told.addAll(Heard.next(heard.joined));
            }
            assertThat(told).isEqualTo(others);
            first.close();
            Entry later = entries.note("the first is closed");
            log.append(later);
            second.awaitStored(List.of(later));
        }
        assertThat(second.failures).isEmpty();
        try (JournalStore store = JournalStore.open(folder)) {
            assertThat(store.all()).hasSize(5);
            assertThat(store.verify()).isEmpty();
        }
    }

    @Test
    void aBackupTakenLiveIsRestoredElsewhereAndBeginsANewChain() throws Exception {
        List<Entry> notes = entries.notes(600);
        Path file = temp.resolve("backup.jsonl.gz");
        try (Log log = window()) {
            notes.forEach(log::append);
            heard.awaitStored(notes);
            assertThat(door.ask(new LogRequest.Backup(file.toString()))).isEqualTo(LogReply.of(List.of("600")));
            assertThat(door.ask(new LogRequest.Backup(file.toString())).lines().getFirst())
                    .contains("exists already");
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        save(entries.notes(1));

        Restore there = new Restore(folder, file, false);
        assertThatThrownBy(() -> there.run(Entries.START, d -> entries.of(d)))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("601 entries")
                .hasMessageContaining("--replace");
        Entries renamed = new Entries("desk-9");
        Restore.Done done = new Restore(folder, file, true).run(Entries.START, renamed::of);
        assertThat(done.entries()).isEqualTo(600);
        assertThat(done.aside()).isNotNull().exists();
        try (JournalStore store = JournalStore.open(folder)) {
            assertThat(store.all().subList(0, 600)).isEqualTo(notes);
            Entry begun = store.all().getLast();
            assertThat(begun.device()).isEqualTo("desk-9");
            assertThat(begun.detail()).isInstanceOfSatisfying(Detail.LogRestored.class, r -> {
                assertThat(r.entries()).isEqualTo(600);
                assertThat(r.known()).singleElement().asString().startsWith("desk-1 600 ");
            });
            assertThat(store.verify()).isEmpty();
        }
    }

    @Test
    void aBackupThatWasCutOffChangesNothing() throws Exception {
        Path file = temp.resolve("backup.jsonl.gz");
        save(entries.notes(600));
        door.ask(new LogRequest.Backup(file.toString()));
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, whole.length / 2));
        byte[] before = Files.readAllBytes(Databases.file(folder));
        assertThatThrownBy(() -> new Restore(folder, file, true).run(Entries.START, entries::of))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("no whole backup");
        assertThat(Files.readAllBytes(Databases.file(folder))).isEqualTo(before);
        assertThat(folder.resolveSibling("log-restoring")).doesNotExist();
    }

    @Test
    void aLeakIsBlankedWhileAWindowHasTheLogAndIsGoneFromTheFilesBeside() throws Exception {
        Entry leaked = entries.note("the password is " + LEAK + ", do not tell");
        Entry other = entries.note("nothing here");
        Path spool = Files.createDirectories(temp.resolve("state/output")).resolve("run-1.txt");
        Files.writeString(spool, "PASSWORD=" + LEAK + "\nok\n");
        try (Log log = window()) {
            log.append(leaked);
            log.append(other);
            heard.awaitStored(List.of(leaked, other));
            List<Entry> found = LogDoor.entries(door.ask(new LogRequest.Holding(LEAK)));
            assertThat(found).containsExactly(leaked);
            Entry about = entries.of(new Detail.Redacted("a password"));
            Entry redaction = new Entry(
                    about.id(), about.at(), "Ana", "desk-1", "shop", leaked.id().toString(), about.detail());
            assertThat(door.ask(new LogRequest.Redact(LogDoor.lines(List.of(redaction))))
                            .done())
                    .isTrue();
            assertThat(Heard.next(heard.blanked))
                    .extracting(Entry::id, Entry::detail)
                    .containsExactly(
                            org.assertj.core.groups.Tuple.tuple(leaked.id(), new Detail.Redacted("a password")));
            assertThat(new LeakRemoval(LEAK).out(List.of(folder, temp.resolve("state"))))
                    .containsExactly(spool);
            assertThat(door.ask(new LogRequest.Verify())).isEqualTo(LogReply.of(List.of("3")));
        }
        assertThat(spool).hasContent("PASSWORD=*****************\nok\n");
        assertNowhere(temp, "hunter2");
        try (JournalStore store = JournalStore.open(folder)) {
            assertThat(store.all()).extracting(e -> e.detail().kind()).containsExactly("Redacted", "Note", "Redacted");
            assertThat(store.verify()).isEmpty();
        }
    }

    @Test
    void anEntryIsFoundByTheBeginningOfItsId() {
        List<Entry> notes = entries.notes(3);
        save(notes);
        UUID id = notes.get(1).id();
        assertThat(LogDoor.entries(door.ask(new LogRequest.ById(id.toString()))))
                .containsExactly(notes.get(1));
        assertThat(LogDoor.entries(door.ask(new LogRequest.ById("99999999")))).isEmpty();
    }

    private static void assertNowhere(Path folder, String text) throws IOException {
        try (var files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                        .as(file.toString())
                        .doesNotContain(text);
            }
        }
    }
}
