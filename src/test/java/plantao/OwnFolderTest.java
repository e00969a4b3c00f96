package plantao;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import plantao.cli.ConsoleAccess;
import plantao.cli.PlantaoCommand;
import plantao.cli.Session;
import plantao.desk.Board;
import plantao.store.Folders;

/// A stranger's own folder, from the command line: nothing before it is trusted, then a board; clear words when it
/// can't be read.
class OwnFolderTest {
    @TempDir
    Path temp;

    private final MockWebServer server = new MockWebServer();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void start() throws IOException {
        server.start();
        Files.writeString(temp.resolve("runbook.md"), """
                # Shop

                ## Services

                | Service | URL |
                |---|---|
                | Catalogue | %s |
                """.formatted(server.url("/health")));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Console console() {
        Folders folders = Homes.in(temp);
        return new Console(new Console.Setup(
                folders, temp.resolve("none"), Map.of("PATH", "/usr/bin:/bin"), InstantSource.system(), "Ana"));
    }

    private Session session() {
        Console console = console();
        return new Session(
                console::board, console::send, console::listen, console::open, console::data, console::close);
    }

    private int plantao(String... arguments) {
        Console.Setup setup =
                new Console.Setup(Homes.in(temp), temp.resolve("none"), Map.of(), InstantSource.system(), "Ana");
        ConsoleAccess rooms = new ConsoleAccess(
                (_, _) -> 0,
                _ -> session(),
                _ -> session(),
                folder -> {
                    try (Console console = console()) {
                        return console.opener().pending(folder);
                    }
                },
                pending -> {
                    try (Console console = console()) {
                        pending.forEach(console.opener()::approve);
                    }
                },
                (_, _) -> new ConsoleAccess.Kept(Board.empty(Instant.EPOCH, "Ana"), text -> text),
                new LogBook(setup),
                new TeamRoom(setup),
                () -> (_, _, _, _, _, _) -> new byte[0]);
        CommandLine line = PlantaoCommand.of(rooms, false);
        line.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        return line.execute(arguments);
    }

    @Test
    void nothingIsProbedBeforeItIsTrusted() {
        assertThat(plantao("status", temp.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("not trusted yet").contains("plantao trust");
        assertThat(server.getRequestCount()).isZero();
    }

    @Test
    void onceApprovedItsServicesAreOnTheBoard() {
        server.enqueue(new MockResponse.Builder().code(200).body("ok").build());
        assertThat(plantao("trust", temp.toString(), "--approve")).isZero();
        assertThat(plantao("status", temp.toString())).isZero();
        assertThat(out.toString()).contains("Catalogue").contains("up").contains("GET /health");
    }

    @Test
    void whatFailsIsAskedAgainUntilItIsBelieved() {
        for (int i = 0; i < 20; i++) {
            server.enqueue(new MockResponse.Builder().code(503).build());
        }
        assertThat(plantao("trust", temp.toString(), "--approve")).isZero();
        assertThat(plantao("status", temp.toString())).isEqualTo(1);
        assertThat(out.toString()).contains("1 down, 0 up").contains("GET /health → 503");
    }

    @Test
    void aChangedProbeWaitsAgain() throws IOException {
        plantao("trust", temp.toString(), "--approve");
        Path runbook = temp.resolve("runbook.md");
        Files.writeString(runbook, Files.readString(runbook).replace("/health", "/other"));
        assertThat(plantao("trust", temp.toString())).isEqualTo(1);
        assertThat(plantao("status", temp.toString())).isEqualTo(2);
        assertThat(server.getRequestCount()).isZero();
    }

    @Test
    void aMissingFolderIsNamed() {
        assertThat(plantao("status", temp.resolve("nowhere").toString())).isEqualTo(2);
        assertThat(err.toString()).contains("nowhere").contains("There is no file or folder");
    }

    @Test
    void withoutADisplayAndWithAFolderItSaysWhatWorks() {
        assertThat(plantao(temp.toString())).isEqualTo(2);
        assertThat(err.toString().toLowerCase(Locale.ROOT))
                .contains("no display")
                .contains("plantao status");
    }
}
