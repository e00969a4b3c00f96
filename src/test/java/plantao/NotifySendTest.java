package plantao;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NotifySendTest {
    @TempDir
    Path bin;

    /// A `notify-send` that writes down what it is given, an argument a line.
    private NotifySend written(int exit) throws IOException {
        Path program = bin.resolve("notify-send");
        Files.writeString(program, "#!/bin/sh\nprintf '%s\\n' \"$@\" > '" + bin + "/said'\nexit " + exit + "\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
        return new NotifySend(Map.of("PATH", "relative:" + bin));
    }

    @Test
    void theWordsAreArgumentsBehindTheOptionsAndNothingElse() throws IOException {
        assertThat(written(0).show("--help; $(id) `id`", "a < b & c\\n", true)).isTrue();
        assertThat(Files.readAllLines(bin.resolve("said")))
                .hasSize(5)
                .endsWith("--urgency=critical", "--", "--help; $(id) `id`", "a &lt; b &amp; c\\\\n");
    }

    @Test
    void aDesktopThatRefusesIsNoError() throws IOException {
        assertThat(written(1).show("Title", "Body", false)).isFalse();
    }

    @Test
    void whereThereIsNoSuchProgramNothingHappens() {
        assertThat(new NotifySend(Map.of("PATH", bin.toString())).show("Title", "Body", true))
                .isFalse();
        assertThat(new NotifySend(Map.of()).show("Title", "Body", true)).isFalse();
    }
}
