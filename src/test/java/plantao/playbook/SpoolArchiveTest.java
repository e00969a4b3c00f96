package plantao.playbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpoolArchiveTest {
    private static final Instant NOW = Instant.parse("2026-11-22T06:00:00Z");

    @TempDir
    Path folder;

    private Path output(String name, Instant written) throws IOException {
        Path file = Files.writeString(folder.resolve(name), "line\n".repeat(1000));
        return Files.setLastModifiedTime(file, FileTime.from(written));
    }

    @Test
    void outputsOfEarlierDaysAreCompressedAndNothingElse() throws IOException {
        Path old = output("a-0-1-2.log", NOW.minusSeconds(90_000));
        Path today = output("b-0-1-2.log", NOW.minusSeconds(80_000));
        Path other = output("notes.txt", NOW.minusSeconds(900_000));

        assertThat(SpoolArchive.compress(folder, NOW)).isEqualTo(1);

        assertThat(old).doesNotExist();
        assertThat(today).exists();
        assertThat(other).exists();
        Path gz = folder.resolve("a-0-1-2.log.gz");
        try (var in = new GZIPInputStream(Files.newInputStream(gz))) {
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo("line\n".repeat(1000));
        }
        assertThat(Files.size(gz)).isLessThan(1000);
        assertThat(Files.getPosixFilePermissions(gz)).hasSize(2);
        assertThat(SpoolArchive.compress(folder, NOW)).isZero();
    }

    @Test
    void aFolderThatIsNotThereYetHasNothing() throws IOException {
        assertThat(SpoolArchive.compress(folder.resolve("none"), NOW)).isZero();
    }
}
