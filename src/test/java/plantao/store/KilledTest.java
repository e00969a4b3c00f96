package plantao.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plantao.journal.Entry;

class KilledTest {
    private static final int TIMES = 5;

    @TempDir
    Path folder;

    /// `kill -9` after a random number of acknowledgements, on the same file again and again. What was
    /// acknowledged while the signal was on its way is still in the pipe and counts too.
    @Test
    void whatWasAcknowledgedSurvivesKillMinusNine() throws Exception {
        Random moments = new Random();
        Set<UUID> acknowledged = new HashSet<>();
        for (int i = 0; i < TIMES; i++) {
            Process appender = Appender.start(folder, i);
            try (BufferedReader said = appender.inputReader()) {
                assertThat(said.readLine()).isEqualTo("open");
                int until = acknowledged.size() + 1 + moments.nextInt(400);
                for (String line = said.readLine(); line != null; line = said.readLine()) {
                    if (line.length() == 36) {
                        acknowledged.add(UUID.fromString(line));
                    }
                    if (acknowledged.size() == until) {
                        appender.toHandle().destroyForcibly();
                    }
                }
            }
            assertThat(appender.waitFor()).as("killed, not ended").isEqualTo(137);
            try (JournalStore store = JournalStore.open(folder)) {
                Set<UUID> kept =
                        new HashSet<>(store.all().stream().map(Entry::id).toList());
                assertThat(kept).containsAll(acknowledged);
                assertThat(store.verify()).isEmpty();
            }
        }
        assertThat(acknowledged).hasSizeGreaterThan(TIMES);
    }

    @Test
    void aLogThatAnotherWindowHoldsSaysSo() throws IOException {
        Process window = Appender.start(folder, 0);
        try (BufferedReader said = window.inputReader()) {
            assertThat(said.readLine()).isEqualTo("open");
            assertThatThrownBy(() -> JournalStore.open(folder))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("in use by another window")
                    .hasMessageContaining(folder.resolve("log.mv.db").toString())
                    .hasMessageContaining("Close the other one");
        } finally {
            window.destroyForcibly();
        }
    }
}
