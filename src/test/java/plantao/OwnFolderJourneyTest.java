package plantao;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;
import plantao.alert.Health;
import plantao.desk.Event;
import plantao.desk.Previews;
import plantao.desk.ServiceTile;
import plantao.desk.SystemBoard;
import plantao.journal.Detail;
import plantao.journal.Entry;
import plantao.store.Folders;
import plantao.ui.Window;
import plantao.ui.fx.Fonts;
import plantao.ui.fx.Theme;

/// A stranger's own runbook in the window: chosen, reviewed, approved, live, edited while it is open.
class OwnFolderJourneyTest {
    @TempDir
    Path temp;

    private final FxRobot robot = new FxRobot();
    private final AtomicInteger asked = new AtomicInteger();
    private HttpServer server;
    private Console console;
    private Path folder;

    @BeforeEach
    void open() throws Exception {
        WaitForAsyncUtils.clearExceptions();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked.incrementAndGet();
            exchange.sendResponseHeaders(exchange.getRequestURI().getPath().equals("/broken") ? 503 : 200, -1);
            exchange.close();
        });
        server.start();
        folder = Files.createDirectories(temp.resolve("our runbook"));
        save("""
                # Shop

                ## Services

                | Service | URL |
                |---|---|
                | Catalogue | %s |

                ## Alerts

                - **Catalogue down**: Catalogue does not answer for 1 min (critical)

                ## Playbooks

                ### Catalogue down

                **Diagnosis:**

                ```bash
                echo looking at it
                ```
                """.formatted(url("/health")));
        Folders folders = Homes.in(temp);
        console = new Console(new Console.Setup(
                folders, temp.resolve("none"), Map.of("PATH", "/usr/bin:/bin"), InstantSource.system(), "Ana"));
        FxToolkit.registerPrimaryStage();
        FxToolkit.setupFixture(() -> {
            Fonts.load();
            Window window = new Window(
                    new Stage(),
                    new Window.Ties(
                            console.board(),
                            console::send,
                            console.outputs(),
                            new DraftDocuments(),
                            Previews::of,
                            () -> {}),
                    Locale.ENGLISH,
                    Theme.LIGHT);
            window.chooseBy(_ -> folder.toFile());
            console.listen(window::show);
            window.open();
        });
    }

    @AfterEach
    void close() throws Exception {
        console.close();
        server.stop(0);
        FxToolkit.cleanupStages();
        Platform.setImplicitExit(false);
    }

    private String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    /// As many editors save: the whole text beside it, then in its place.
    private void save(String text) throws IOException {
        Path beside = Files.writeString(folder.resolve(".runbook.md.swp"), text);
        Files.move(beside, folder.resolve("runbook.md"), StandardCopyOption.REPLACE_EXISTING);
    }

    private String text() throws IOException {
        return Files.readString(folder.resolve("runbook.md"));
    }

    private void until(String what, int seconds, BooleanSupplier so) {
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        while (!so.getAsBoolean()) {
            assertThat(System.nanoTime())
                    .as("waited in vain: %s; the board: %s", what, console.board())
                    .isLessThan(end);
            WaitForAsyncUtils.sleep(50, TimeUnit.MILLISECONDS);
        }
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static boolean visible(Node node) {
        for (Node n = node; n != null; n = n.getParent()) {
            if (!n.isVisible()) {
                return false;
            }
        }
        return node.getScene() != null;
    }

    private boolean reads(String words) {
        return robot.lookup((Node n) -> n instanceof Labeled l
                                && l.getText() != null
                                && l.getText().contains(words)
                                && visible(n))
                        .queryAll()
                        .size()
                > 0;
    }

    private void click(String query) {
        until(
                query + " is shown",
                20,
                () -> robot.lookup(query).queryAll().stream().anyMatch(n -> visible(n) && !n.isDisabled()));
        robot.clickOn(robot.lookup(query).queryAll().stream()
                .filter(OwnFolderJourneyTest::visible)
                .findFirst()
                .orElseThrow());
        WaitForAsyncUtils.waitForFxEvents();
    }

    private SystemBoard system() {
        return console.board().current().orElseThrow();
    }

    private Health.State state(String service) {
        return system().services().stream()
                .filter(t -> t.name().equals(service))
                .findFirst()
                .map(ServiceTile::health)
                .map(Health::state)
                .orElse(Health.State.UNKNOWN);
    }

    private void openAndApprove() {
        click("#open");
        until("the folder is open", 20, () -> !console.board().systems().isEmpty());
        click("#review-trust");
        click("#approve-trust");
        until("it is approved and live", 20, () -> state("Catalogue") == Health.State.UP);
    }

    @Test
    void nothingIsAskedBeforeItIsApprovedThenTheBoardIsLive() {
        click("#open");
        until("the folder is open", 20, () -> !console.board().systems().isEmpty());
        until("it is said that it is read only", 10, () -> reads("Read only: nothing of Shop"));
        assertThat(asked).hasValue(0);
        click("#review-trust");
        until("the list is shown", 10, () -> reads("echo looking at it") && reads(url("/health")));
        assertThat(asked).hasValue(0);
        click("#approve-trust");
        until("it is live", 20, () -> state("Catalogue") == Health.State.UP);
        until(
                "nothing waits any more",
                10,
                () -> !robot.lookup("#review-trust")
                        .tryQuery()
                        .map(OwnFolderJourneyTest::visible)
                        .orElse(false));
    }

    @Test
    void aSavedChangeIsOnTheScreenAndWhatItWouldRunWaits() throws IOException {
        openAndApprove();
        save(text().replace("echo looking at it", "echo looking twice")
                .replace("| Catalogue |", "| Basket | " + url("/basket") + " |\n| Catalogue |"));

        until("the new service is on the board", 20, () -> reads("Basket"));
        until("the change waits", 10, () -> reads("changed or came in"));
        assertThat(state("Basket")).isEqualTo(Health.State.UNKNOWN);
        assertThat(state("Catalogue")).as("what was approved goes on").isEqualTo(Health.State.UP);
        click("#review-trust");
        until("the change is shown", 10, () -> reads("−  echo looking at it") && reads("+  echo looking twice"));
        click("#approve-trust");
        until("the new one is live", 20, () -> state("Basket") == Health.State.UP);
    }

    @Test
    void aPlaybookThatIsOpenKeepsTheVersionItWasBegunWith() throws IOException {
        openAndApprove();
        String before = system().runbook().hash();
        console.send(new Event.OpenRun(
                "Shop",
                system().runbook().playbooks().getFirst().title(),
                system().runbook().playbooks().getFirst().origin().line(),
                null));
        until("it is open", 10, () -> !system().runs().isEmpty());
        save(text().replace("echo looking at it", "echo something else"));
        until("the change is read", 20, () -> !system().runbook().hash().equals(before));
        until("it is said", 10, () -> reads("go on with the version"));
        click("#rail-playbooks");
        click("#run-step");
        until(
                "the step ran as it was",
                20,
                () -> details(Detail.StepRan.class).stream()
                        .anyMatch(s -> s.excerpt().contains("looking at it")));
        assertThat(details(Detail.RunStarted.class))
                .singleElement()
                .satisfies(r -> assertThat(r.textHash()).isEqualTo(before));
    }

    @Test
    void aBrokenSaveLeavesTheLastGoodVersionAndSaysWhere() throws IOException {
        Files.writeString(folder.resolve("console.yaml"), "services:\n  Catalogue:\n    http: " + url("/ok") + "\n");
        openAndApprove();
        Files.writeString(folder.resolve("console.yaml"), "services:\n  Catalogue:\n   - http: [\n");

        until("the fault is named", 20, () -> reads("console.yaml:3") || reads("console.yaml:4"));
        assertThat(reads("The version read before stays in use.")).isTrue();
        assertThat(state("Catalogue")).isEqualTo(Health.State.UP);
        save("");
        until("the empty file is named", 20, () -> reads("is empty"));
        assertThat(system().services()).hasSize(1);
        Files.writeString(folder.resolve("console.yaml"), "services:\n  Catalogue:\n    http: " + url("/ok") + "\n");
        save("# Shop\n\n## Services\n\n| Service | URL |\n|---|---|\n| Catalogue | " + url("/health") + " |\n");
        until("the fault is gone", 20, () -> console.board().failures().isEmpty());
        until("and from the screen", 10, () -> !reads("stays in use"));
    }

    @Test
    void aLogThatIsHeldByAnotherIsSaidWithWhatToDoAndCatchesUpByItself() throws IOException {
        Path log = Files.createDirectories(temp.resolve("data/log")).resolve("log.mv.db");
        try (FileChannel other = FileChannel.open(log, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock held = other.lock()) {
            assertThat(held.isValid()).isTrue();
            click("#open");
            until("the folder is open", 20, () -> !console.board().systems().isEmpty());
            console.send(new Event.AddNote("Shop", "is this written?"));
            until("it is said how much is not saved", 30, () -> reads("1 unsaved"));
            until("and why, and what to do", 10, () -> reads("in use by another") && reads("Close the other one"));
        }
        until("it is saved by itself", 60, () -> console.board().unsaved().isEmpty());
        until("nothing is said any more", 10, () -> !reads("unsaved") && !reads("in use by another"));
    }

    @Test
    void aLogThatIsDamagedIsSaidAndTheBoardWorks() throws IOException {
        Path log = Files.createDirectories(temp.resolve("data/log")).resolve("log.mv.db");
        Files.writeString(log, "this is no database\n".repeat(1000));
        openAndApprove();
        console.send(new Event.AddNote("Shop", "is this written?"));
        until("it is said", 30, () -> reads("1 unsaved") && reads("damaged") && reads("Move it to another folder"));
        assertThat(state("Catalogue")).isEqualTo(Health.State.UP);
        Files.move(log, temp.resolve("kept.mv.db"));
        until("it is saved by itself", 60, () -> console.board().unsaved().isEmpty());
    }

    private <D extends Detail> List<D> details(Class<D> kind) {
        return console.board().journal().entries().stream()
                .map(Entry::detail)
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }
}
