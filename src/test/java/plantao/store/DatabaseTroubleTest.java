package plantao.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plantao.journal.Detail;
import plantao.journal.Entry;

class DatabaseTroubleTest {
    @TempDir
    Path folder;

    private final Entries entries = new Entries("desk-1");

    @Test
    void theLogIsItsOwnersAlone() throws IOException {
        Path own = folder.resolve("log");
        Files.createDirectory(own, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
        JournalStore.open(own).close();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(own)))
                .isEqualTo("rwx------");
        try (var files = Files.list(own)) {
            assertThat(files).isNotEmpty().allSatisfy(f -> {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(f)))
                        .isEqualTo("rw-------");
            });
        }
    }

    @Test
    void aFileOfSomethingElseIsLeftAsItIs() throws IOException {
        byte[] noise = new byte[20_000];
        new Random(1).nextBytes(noise);
        staysAsItIs(noise);
    }

    @Test
    void aDamagedLogIsLeftAsItIs() throws IOException {
        try (JournalStore store = JournalStore.open(folder)) {
            store.append(entries.notes(500));
        }
        byte[] damaged = Files.readAllBytes(folder.resolve("log.mv.db"));
        Arrays.fill(damaged, 0, damaged.length, (byte) 'x');
        staysAsItIs(damaged);
    }

    @Test
    void aLogThatWasClosedIsOpenedWithoutATrialAndOneThatWasNotAfterOne() throws IOException {
        try (JournalStore store = JournalStore.open(folder)) {
            store.append(entries.notes(20));
        }
        Path file = folder.resolve("log.mv.db");
        // A trial would need this name.
        Path trial = Files.createDirectory(folder.resolve("trial"));
        Files.writeString(trial.resolve("kept"), "");
        try (JournalStore store = JournalStore.open(folder)) {
            assertThat(store.size()).isEqualTo(20);
            assertThat(trial).isNotEmptyDirectory();
        }
        Files.delete(folder.resolve("log.closed"));
        try (JournalStore store = JournalStore.open(folder)) {
            assertThat(store.size()).isEqualTo(20);
            assertThat(trial).doesNotExist();
        }
        assertThat(file).exists();
    }

    @Test
    void aDatabaseOfAnotherProgramIsToldAndStaysAsItIs() throws SQLException, IOException {
        String url = "jdbc:h2:file:" + folder.resolve("log");
        try (Connection other = DriverManager.getConnection(url, "plantao", "");
                Statement statement = other.createStatement()) {
            statement.execute("create table bill (amount integer)");
        }
        byte[] before = Files.readAllBytes(folder.resolve("log.mv.db"));
        assertThatThrownBy(() -> JournalStore.open(folder).close())
                .isInstanceOfSatisfying(
                        StoreException.class,
                        e -> assertThat(e.text())
                                .contains("written by another version", "Nothing in it was deleted", "Move it")
                                .doesNotContain("schema"));
        assertThat(Files.readAllBytes(folder.resolve("log.mv.db"))).isEqualTo(before);
        try (Connection other = DriverManager.getConnection(url, "plantao", "");
                Statement statement = other.createStatement();
                ResultSet tables = statement.executeQuery(
                        "select table_name from information_schema.tables where table_schema = 'PUBLIC'")) {
            assertThat(tables.next()).isTrue();
            assertThat(tables.getString(1)).isEqualTo("BILL");
            assertThat(tables.next()).isFalse();
        }
    }

    private void staysAsItIs(byte[] content) throws IOException {
        Path file = folder.resolve("log.mv.db");
        Files.write(file, content);
        assertThatThrownBy(() -> JournalStore.open(folder))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("damaged")
                .hasMessageContaining(file.toString())
                .hasMessageContaining("Move it to another folder and keep it");
        assertThat(Files.readAllBytes(file)).isEqualTo(content);
        try (var files = Files.list(folder)) {
            assertThat(files).allMatch(f -> f.equals(file) || f.endsWith("log.closed"));
        }
    }

    @Test
    void aFolderThatCannotBeIsNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        assertThatThrownBy(() -> JournalStore.open(file.resolve("log")))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining(file.resolve("log").toString())
                .hasMessageContaining("Give your user the right to write there");
    }

    @Test
    void aSemicolonInTheFolderIsNoSetting() {
        assertThatThrownBy(() -> JournalStore.open(folder.resolve("a;INIT=drop all objects")))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("semicolon");
    }

    @Test
    void aFullDiskIsCalledAFullDisk() {
        Throwable full = catchThrowable(() -> Files.writeString(Path.of("/dev/full"), "x"));
        assertThat(DatabaseTrouble.of("written", "log.mv.db", new IllegalStateException(full))
                        .text())
                .startsWith("The log could not be written: the disk is full (log.mv.db). Make room on it.");
    }

    @Test
    void aRedactedSecretIsNotInTheFileAfterClosing() throws IOException {
        Entry leaked = entries.note("the password is hunter2-hunter2");
        Entry about = entries.of(new Detail.Redacted("a password"));
        try (JournalStore store = JournalStore.open(folder)) {
            store.append(List.of(leaked));
            store.redact(List.of(new Entry(
                    about.id(),
                    about.at(),
                    about.operator(),
                    about.device(),
                    about.system(),
                    leaked.id().toString(),
                    about.detail())));
        }
        assertThat(new String(Files.readAllBytes(folder.resolve("log.mv.db")), StandardCharsets.ISO_8859_1))
                .doesNotContain("hunter2");
        try (JournalStore store = JournalStore.open(folder)) {
            assertThat(store.verify()).isEmpty();
            assertThat(store.all()).hasSize(2);
        }
    }
}
