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
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plantao.alert.Health;
import plantao.desk.Event;
import plantao.desk.ServiceTile;
import plantao.desk.SystemBoard;
import plantao.journal.Detail;
import plantao.journal.Entry;
import plantao.store.Folders;

/// A stranger's own runbook in the window: chosen, reviewed, approved, live, edited while it is open.
class OwnFolderJourneyTest {
    @TempDir
    Path temp;

    private final AtomicInteger asked = new AtomicInteger();
    private HttpServer server;
    private Console console;
    private JourneyWindow window;
    private Path folder;

    @BeforeEach
    void open() throws Exception {
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
        window = JourneyWindow.open(console, Locale.ENGLISH, w -> w.chooseBy(_ -> folder.toFile()));
    }

    @AfterEach
    void close() throws Exception {
        window.close();
        server.stop(0);
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
        window.click("#open");
        window.until("the folder is open", () -> !console.board().systems().isEmpty());
        window.click("#review-trust");
        window.click("#approve-trust");
        window.until("it is approved and live", () -> state("Catalogue") == Health.State.UP);
    }

    @Test
    void nothingIsAskedBeforeItIsApprovedThenTheBoardIsLive() {
        window.click("#open");
        window.until("the folder is open", () -> !console.board().systems().isEmpty());
        window.until("it is said that it is read only", () -> window.reads("Read only: nothing of Shop"));
        assertThat(asked).hasValue(0);
        window.click("#review-trust");
        window.until("the list is shown", () -> window.reads("echo looking at it") && window.reads(url("/health")));
        assertThat(asked).hasValue(0);
        window.click("#approve-trust");
        window.until("it is live", () -> state("Catalogue") == Health.State.UP);
        window.until(
                "nothing waits any more", () -> window.shown("#review-trust").isEmpty());
    }

    @Test
    void aSavedChangeIsOnTheScreenAndWhatItWouldRunWaits() throws IOException {
        openAndApprove();
        save(text().replace("echo looking at it", "echo looking twice")
                .replace("| Catalogue |", "| Basket | " + url("/basket") + " |\n| Catalogue |"));

        window.until("the new service is on the board", () -> window.reads("Basket"));
        window.until("the change waits", () -> window.reads("changed or came in"));
        assertThat(state("Basket")).isEqualTo(Health.State.UNKNOWN);
        assertThat(state("Catalogue")).as("what was approved goes on").isEqualTo(Health.State.UP);
        window.click("#review-trust");
        window.until(
                "the change is shown",
                () -> window.reads("−  echo looking at it") && window.reads("+  echo looking twice"));
        window.click("#approve-trust");
        window.until("the new one is live", () -> state("Basket") == Health.State.UP);
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
        window.until("it is open", () -> !system().runs().isEmpty());
        save(text().replace("echo looking at it", "echo something else"));
        window.until("the change is read", () -> !system().runbook().hash().equals(before));
        window.until("it is said", () -> window.reads("go on with the version"));
        window.click("#rail-playbooks");
        window.click("#run-step");
        window.until(
                "the step ran as it was",
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

        window.until("the fault is named", () -> window.reads("console.yaml:3") || window.reads("console.yaml:4"));
        assertThat(window.reads("The version read before stays in use.")).isTrue();
        assertThat(state("Catalogue")).isEqualTo(Health.State.UP);
        save("");
        window.until("the empty file is named", () -> window.reads("is empty"));
        assertThat(system().services()).hasSize(1);
        Files.writeString(folder.resolve("console.yaml"), "services:\n  Catalogue:\n    http: " + url("/ok") + "\n");
        save("# Shop\n\n## Services\n\n| Service | URL |\n|---|---|\n| Catalogue | " + url("/health") + " |\n");
        window.until("the fault is gone", () -> console.board().failures().isEmpty());
        window.until("and from the screen", () -> !window.reads("stays in use"));
    }

    @Test
    void aLogThatIsHeldByAnotherIsSaidWithWhatToDoAndCatchesUpByItself() throws IOException {
        Path log = Files.createDirectories(temp.resolve("data/log")).resolve("log.mv.db");
        try (FileChannel other = FileChannel.open(log, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock held = other.lock()) {
            assertThat(held.isValid()).isTrue();
            window.click("#open");
            window.until("the folder is open", () -> !console.board().systems().isEmpty());
            console.send(new Event.AddNote("Shop", "is this written?"));
            window.until("it is said how much is not saved", () -> window.reads("1 unsaved"));
            window.until(
                    "and why, and what to do",
                    () -> window.reads("in use by another") && window.reads("Close the other one"));
        }
        window.until("it is saved by itself", () -> console.board().unsaved().isEmpty());
        window.until("nothing is said any more", () -> !window.reads("unsaved") && !window.reads("in use by another"));
    }

    @Test
    void aLogThatIsDamagedIsSaidAndTheBoardWorks() throws IOException {
        Path log = Files.createDirectories(temp.resolve("data/log")).resolve("log.mv.db");
        Files.writeString(log, "this is no database\n".repeat(1000));
        openAndApprove();
        console.send(new Event.AddNote("Shop", "is this written?"));
        window.until(
                "it is said",
                () -> window.reads("1 unsaved")
                        && window.reads("damaged")
                        && window.reads("Move it to another folder"));
        assertThat(state("Catalogue")).isEqualTo(Health.State.UP);
        Files.move(log, temp.resolve("kept.mv.db"));
        window.until("it is saved by itself", () -> console.board().unsaved().isEmpty());
    }

    private <D extends Detail> List<D> details(Class<D> kind) {
        return console.board().journal().entries().stream()
                .map(Entry::detail)
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }
}
