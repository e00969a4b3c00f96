package plantao;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import plantao.cli.PlantaoCommand;

/// The command line as the program wires it, with folders of its own.
class VerbsTest {
    @TempDir
    Path temp;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private CommandLine line = new CommandLine(CommandLine.Model.CommandSpec.create());

    @BeforeEach
    void commandLine() {
        line = PlantaoCommand.of(
                Main.rooms(Map.of(
                        "PATH",
                        "/usr/bin:/bin",
                        "XDG_DATA_HOME",
                        temp.resolve("data").toString(),
                        "XDG_CONFIG_HOME",
                        temp.resolve("config").toString(),
                        "XDG_CACHE_HOME",
                        temp.resolve("cache").toString(),
                        "XDG_STATE_HOME",
                        temp.resolve("state").toString())),
                false);
        line.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
    }

    @Test
    void theVersionNamesTheProgramAndItsJava() {
        assertThat(line.execute("--version")).isZero();
        assertThat(out.toString()).startsWith("Plantão ").contains("Java " + System.getProperty("java.version"));
    }

    @Test
    void everyVerbExplainsItselfAndItsExitStatus() {
        assertThat(line.getSubcommands()).containsKeys("status", "inspect", "trust", "practise", "completion");
        for (String verb : line.getSubcommands().keySet()) {
            out.getBuffer().setLength(0);
            assertThat(line.execute(verb, "--help")).as(verb).isZero();
            assertThat(out.toString())
                    .as(verb)
                    .contains("Usage: plantao " + verb)
                    .contains("Exit status:");
            assertThat(out.toString()).as(verb).containsPattern("\\n +0 ").containsPattern("\\n +2 ");
        }
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void aWordThatIsNoVerbIsNamedAndTheNearestOneOffered() {
        assertThat(line.execute("statsu")).isEqualTo(2);
        assertThat(err.toString()).contains("no verb and no folder \"statsu\"").contains("Did you mean status?");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void anUnknownOptionIsNamedAndTheNearestOneOffered() {
        assertThat(line.execute("status", "--wach", temp.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("--wach").contains("Did you mean --watch?");
        err.getBuffer().setLength(0);
        assertThat(line.execute("status", "--watch", "--interval", "0", temp.toString()))
                .isEqualTo(2);
        assertThat(err.toString()).contains("1 second or more");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bash", "zsh", "fish"})
    void theCompletionKnowsEveryVerbAndOption(String shell) {
        assertThat(line.execute("completion", shell)).isZero();
        assertThat(out.toString()).contains(line.getSubcommands().keySet());
        assertThat(out.toString()).contains("interval").contains("watch").contains(shell);
    }

    /// The script at work in the shell that everybody has.
    @Test
    void bashCompletesAVerb() throws IOException, InterruptedException {
        line.execute("completion", "bash");
        Path script = Files.writeString(temp.resolve("completion.bash"), out.toString());
        Process bash = new ProcessBuilder(
                        "bash",
                        "-c",
                        "source \"$0\"; COMP_WORDS=(plantao stat); COMP_CWORD=1; COMP_LINE='plantao stat'; COMP_POINT=12;"
                                + " _complete_plantao; printf '%s\\n' \"${COMPREPLY[@]}\"",
                        script.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(bash.waitFor()).as(said).isZero();
        assertThat(said.lines()).contains("status");
    }

    @Test
    void aWatchPrintsABoardForEachChangeAndLeavesTheLogAlone() throws Exception {
        try (MockWebServer server = new MockWebServer()) {
            AtomicBoolean broken = new AtomicBoolean();
            server.setDispatcher(new Dispatcher() {
                @Override
                public MockResponse dispatch(RecordedRequest request) {
                    return new MockResponse.Builder()
                            .code(broken.get() ? 503 : 200)
                            .build();
                }
            });
            server.start();
            Path folder = Files.createDirectory(temp.resolve("shop"));
            Files.writeString(folder.resolve("runbook.md"), """
                    # Shop

                    ## Services

                    | Service | URL |
                    |---|---|
                    | Catalogue | %s |
                    """.formatted(server.url("/health")));
            Files.writeString(folder.resolve("console.yaml"), """
                    services:
                      Catalogue:
                        http: %s
                        interval: 1s
                        failures: 1
                    """.formatted(server.url("/health")));
            assertThat(line.execute("trust", "--approve", folder.toString())).isZero();

            PipedInputStream read = new PipedInputStream(1 << 16);
            line.setOut(new PrintWriter(new PipedOutputStream(read), true, StandardCharsets.UTF_8));
            CompletableFuture<Integer> exit = CompletableFuture.supplyAsync(
                    () -> line.execute("status", "--watch", "--interval", "1", folder.toString()));
            try (BufferedReader boards = new BufferedReader(new InputStreamReader(read, StandardCharsets.UTF_8))) {
                assertThat(until(boards, "Catalogue")).contains("up");
                broken.set(true);
                assertThat(until(boards, "Catalogue")).contains("down");
            }
            // Nobody reads any more, which the next change finds out.
            broken.set(false);
            assertThat(exit.get(60, TimeUnit.SECONDS)).isIn(0, 1);
            assertThat(temp.resolve("data")).doesNotExist();
            assertThat(temp.resolve("state/plantao/log")).doesNotExist();
        }
    }

    private static String until(BufferedReader lines, String word) {
        return lines.lines().filter(l -> l.contains(word)).findFirst().orElse("");
    }
}
