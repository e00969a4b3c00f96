package plantao.practice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogTailTest {
    private static final Instant NOW = Instant.parse("2026-02-05T14:30:00Z");

    @TempDir
    Path folder;

    private String read(String lines, String since) throws Exception {
        Path log = folder.resolve("log");
        Files.writeString(
                log,
                "2026-02-05T10:00:00Z [INFO] a\n2026-02-05T14:29:00.5Z [ERROR] b\ntrace\n2026-02-05T14:29:59Z [INFO] c\n");
        return LogTail.read(log, Optional.ofNullable(lines), Optional.ofNullable(since), NOW);
    }

    @Test
    void takesTheLastLines() throws Exception {
        assertThat(read("2", null)).isEqualTo("trace\n2026-02-05T14:29:59Z [INFO] c\n");
        assertThat(read(null, null).lines()).hasSize(4);
        assertThat(read("0", null)).isEmpty();
    }

    @Test
    void takesWhatIsYoungEnough() throws Exception {
        assertThat(read(null, "2m").lines()).hasSize(3);
        assertThat(read(null, "7d").lines()).hasSize(4);
        assertThat(read("1", "2m").lines()).hasSize(1);
        assertThat(read(null, "2026-02-05T14:29:30Z").lines()).hasSize(1);
        assertThat(read(null, "0s")).isEmpty();
    }

    @Test
    void refusesWhatIsNoNumberOrTime() {
        assertThatThrownBy(() -> read("many", null)).hasMessageContaining("'many'");
        assertThatThrownBy(() -> read(null, "yesterday")).hasMessageContaining("'yesterday'");
    }

    @Test
    void aMissingLogIsEmpty() throws Exception {
        assertThat(LogTail.read(folder.resolve("none"), Optional.empty(), Optional.empty(), NOW))
                .isEmpty();
    }
}
