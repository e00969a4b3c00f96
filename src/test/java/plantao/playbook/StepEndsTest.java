package plantao.playbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plantao.values.Masking;
import plantao.values.Place;

/// How steps of several commands end: at the first failure, which is named; a search that finds nothing is no
/// failure.
final class StepEndsTest {
    @TempDir
    static Path folder;

    private static ShellRunner runner;
    private Output output;

    @BeforeAll
    static void start() {
        runner = new ShellRunner(
                Map.of("PATH", System.getenv("PATH")),
                folder.resolve("spool"),
                1 << 20,
                _ -> Masking.NONE,
                InstantSource.system(),
                _ -> {});
    }

    @AfterAll
    static void stop() {
        runner.close();
    }

    @BeforeEach
    void fresh() {
        output = new Output();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            nullValues = "-",
            value = {
                // script # exit status # the place where it stopped
                "echo a; grep nothing /dev/null; echo b # 0 # -",
                "grep nothing /dev/null # 0 # -",
                "echo a | grep nothing # 0 # -",
                "echo a | grep nothing | sort # 0 # -",
                "printf 'a\\n' | grep nothing | wc -l # 0 # -",
                "grep nothing /dev/null && echo found # 0 # -",
                "grep nothing /dev/null || echo none # 0 # -",
                "if grep -q nothing /dev/null; then echo found; fi # 0 # -",
                "x=$(grep nothing /dev/null); echo \"[$x]\" # 0 # -",
                "diff /dev/null /etc/passwd >/dev/null # 0 # -",
                "env LC_ALL=C grep nothing /dev/null # 0 # -",
                "command /bin/grep nothing /dev/null; echo b # 0 # -",
                "env bash -c 'grep nothing /dev/null' # 0 # -",
                "grep root /etc/passwd >/dev/null && false # 1 # line 1 (exit 1): false",
                "env false # 1 # line 1 (exit 1): env false",
                "grep nothing /no/such/file 2>/dev/null # 2 # line 1 (exit 2): grep nothing",
                "diff /dev/null /no/such/file 2>/dev/null # 2 # line 1 (exit 2): diff",
                "true; false; echo after # 1 # line 1 (exit 1): false",
                "cd /no/such/folder 2>/dev/null; echo after # 1 # line 1 (exit 1): cd /no/such/folder",
                "cd /no/such/folder 2>/dev/null && echo after # 1 # -",
                "(cd /no/such/folder 2>/dev/null; echo after) # 1 # line 1 (exit 1): ( cd /no/such/folder",
                "pushd /no/such/folder 2>/dev/null; echo after # 1 # line 1 (exit 1): pushd",
                "f() { false; echo after; }; f # 1 # line 1 (exit 1): false",
                "for i in 1 2; do false; done; echo after # 1 # line 1 (exit 1): false",
                "false | true; echo b # 0 # -",
                "no-such-program-xyz 2>/dev/null; echo after # 127 # line 1 (exit 127): no-such-program-xyz",
                "[ 1 = 2 ] && echo yes; echo b # 0 # -",
                "test -f /no/such/file && echo yes # 1 # -",
            })
    void endsAsItShould(String script, int status, String where) throws Exception {
        CompletableFuture<StepResult> result = new CompletableFuture<>();
        Place place = new Place("here", folder, true, Map.of(), null);
        runner.start(
                new StepOrder(UUID.randomUUID(), 0, script, Map.of(), place, Duration.ofMinutes(1)),
                output,
                result::complete);
        StepResult ended = result.get(60, TimeUnit.SECONDS);
        String printed = output.tail(50).stream().map(Output.Line::text).collect(Collectors.joining("\n"));

        assertThat(ended).as(printed).isInstanceOf(StepResult.Exited.class);
        assertThat(((StepResult.Exited) ended).status()).as(printed).isEqualTo(status);
        assertThat(printed.lines()).doesNotContain("after");
        if (where == null) {
            assertThat(printed).doesNotContain("stopped at");
        } else {
            assertThat(printed).contains("stopped at " + where);
        }
    }
}
