package plantao;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import plantao.alert.Health;
import plantao.cli.ConsoleAccess;
import plantao.cli.PlantaoCommand;
import plantao.desk.Board;

/// `plantao snapshot DIR FOLDER` of a runbook that has no practice stack. What is drawn is another test's subject.
class SnapshotVerbTest {
    @TempDir
    Path temp;

    private final List<Board> drawn = new ArrayList<>();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private CommandLine line() {
        Map<String, String> environment = Map.of(
                "PATH",
                "/usr/bin:/bin",
                "XDG_DATA_HOME",
                temp.resolve("data").toString(),
                "XDG_CONFIG_HOME",
                temp.resolve("config").toString());
        ConsoleAccess rooms = Main.rooms(environment);
        ConsoleAccess drawing = new ConsoleAccess(
                rooms.window(),
                rooms.session(),
                rooms.glance(),
                rooms.trust(),
                rooms.approve(),
                rooms.archive(),
                rooms.ledger(),
                rooms.team(),
                () -> (board, screen, dark, locale, width, height) -> {
                    drawn.add(board);
                    return (screen + width).getBytes(java.nio.charset.StandardCharsets.UTF_8);
                });
        return PlantaoCommand.of(drawing, false)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true));
    }

    @Test
    void theSystemIsDrawnAsItStands() throws Exception {
        try (MockWebServer server = new MockWebServer()) {
            server.setDispatcher(new Dispatcher() {
                @Override
                public MockResponse dispatch(RecordedRequest request) {
                    return new MockResponse.Builder()
                            .code(request.getTarget().equals("/ok") ? 200 : 503)
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
                    | Checkout | %s |
                    """.formatted(server.url("/ok"), server.url("/no")));
            assertThat(line().execute("trust", "--approve", folder.toString())).isZero();
            out.getBuffer().setLength(0);

            int exit = line().execute(
                            "snapshot", temp.resolve("pictures").toString(), folder.toString(), "--sizes", "800x600");

            assertThat(exit).as(err.toString()).isZero();
            assertThat(out.toString().lines()).hasSize(32).allMatch(f -> Files.isRegularFile(Path.of(f)));
            assertThat(temp.resolve("pictures/board-now-dark-pt-BR-800x600.png"))
                    .hasContent("board800");
            Board board = drawn.getFirst();
            assertThat(board.recalling()).isFalse();
            assertThat(board.systems().getFirst().services())
                    .extracting(t -> t.health().state())
                    .containsExactly(Health.State.UP, Health.State.DOWN);
        }
    }

    @Test
    void aFolderThatIsNotThereIsNamed() {
        String missing = temp.resolve("nothing-here").toString();

        assertThat(line().execute("snapshot", temp.resolve("pictures").toString(), missing))
                .isEqualTo(2);
        assertThat(err.toString()).contains(missing);
        assertThat(drawn).isEmpty();
    }
}
