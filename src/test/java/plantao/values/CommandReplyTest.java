package plantao.values;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandReplyTest {
    private static final Duration LONG = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    private CommandReply ask(String command, Duration limit) throws IOException, InterruptedException {
        return CommandReply.of(List.of("/bin/sh", "-c", command), folder, Map.of("GIVEN", "a value"), limit);
    }

    @Test
    void saysWhatWasPrintedAndHowItEnded() throws Exception {
        CommandReply asked = ask("echo $GIVEN$HOME; echo because >&2; exit 3", LONG);
        assertThat(asked).isEqualTo(new CommandReply(true, 3, "a value\n", "because\n"));
    }

    @Test
    void whatIsLeftInTheBackgroundHoldsNobodyUp() throws Exception {
        CommandReply asked = ask("sleep 20 & echo $! done", LONG);
        long left = Long.parseLong(asked.printed().split(" ")[0]);
        ProcessHandle sleeper = ProcessHandle.of(left).orElseThrow();
        assertThat(sleeper.isAlive()).isTrue();
        sleeper.destroyForcibly();
        assertThat(asked.ended()).isTrue();
    }

    @Test
    void whatDoesNotEndIsKilledAndSaidSo() throws Exception {
        CommandReply asked = ask("echo before; sleep 300", Duration.ofMillis(300));
        assertThat(asked.ended()).isFalse();
        assertThat(asked.printed()).isEqualTo("before\n");
    }

    @Test
    void endlessOutputIsBounded() throws Exception {
        CommandReply asked = ask("yes", Duration.ofMillis(300));
        assertThat(asked.ended()).isFalse();
        assertThat(asked.printed()).hasSize(64 * 1024);
    }

    @Test
    void aProgramThatIsNotThereIsAnError() {
        assertThatThrownBy(() -> CommandReply.of(List.of("/no/such"), folder, Map.of(), LONG))
                .isInstanceOf(IOException.class);
    }
}
