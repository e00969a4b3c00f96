package plantao;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plantao.cli.PracticeExercise;
import plantao.cli.Session;
import plantao.desk.Event;
import plantao.desk.PracticeBoard;
import plantao.journal.Detail;
import plantao.journal.Entry;
import plantao.store.Folders;
import plantao.store.JournalStore;

/// One alert, all the way to the handoff, on the real stack: the bundled runbook as it is, and with every name in
/// it changed.
class ChainTest {
    private static final Path BUNDLED = Path.of("runbooks").toAbsolutePath();

    @TempDir
    Path temp;

    private record Told(boolean solved, String text, Path log) {}

    private Told chain(Path runbooks) throws IOException {
        Folders folders = Homes.withCache(temp);
        StringWriter out = new StringWriter();
        Console console = new Console(
                new Console.Setup(folders, runbooks, System.getenv(), InstantSource.system(), "Marina Costa"));
        boolean solved;
        try (Session session = new Session(
                console::board, console::send, console::listen, console::open, console::data, console::close)) {
            session.send().accept(new Event.StartPractice());
            assertThat(session.await(
                            120,
                            () -> console.board().practice().state() == PracticeBoard.State.ON
                                    && !console.board().systems().isEmpty()))
                    .as("the stack starts: " + console.board().practice())
                    .isTrue();
            PracticeExercise exercise = new PracticeExercise(
                    session,
                    new PrintWriter(out, true),
                    (_, _, _, _, _, _) -> new byte[0],
                    temp,
                    Locale.of("pt", "BR"));
            solved = exercise.run(
                    console.board().practice().scenarios().getFirst().id());
        }
        return new Told(solved, out.toString(), folders.practiceLog());
    }

    private static List<Entry> entries(Path log) {
        try (JournalStore store = JournalStore.open(log)) {
            assertThat(store.verify()).isEmpty();
            return store.all();
        }
    }

    private static String document(Path log, String word) throws IOException {
        try (Stream<Path> files = Files.list(log.resolve("documents"))) {
            Path file = files.filter(f -> f.getFileName().toString().contains(word))
                    .findFirst()
                    .orElseThrow();
            return Files.readString(file);
        }
    }

    private static void assertWholeChain(Told told, String alert, String command) throws IOException {
        assertThat(told.solved()).as(told.text()).isTrue();
        List<Detail> details = entries(told.log()).stream().map(Entry::detail).toList();
        assertThat(details.stream().map(Detail::kind))
                .containsSubsequence(
                        "ShiftStarted",
                        "ServiceDown",
                        "AlertFired",
                        "AlertAcknowledged",
                        "IncidentDeclared",
                        "RunStarted",
                        "StepRan",
                        "IncidentResolved",
                        "IncidentClosed",
                        "HandoffWritten",
                        "ShiftEnded")
                .contains("ServiceUp", "AlertCleared", "Exported");
        List<Detail.StepRan> ran = details.stream()
                .filter(Detail.StepRan.class::isInstance)
                .map(Detail.StepRan.class::cast)
                .toList();
        assertThat(ran).anySatisfy(s -> {
            assertThat(s.command()).contains(command);
            assertThat(s.exit()).isZero();
        });
        String handoff = document(told.log(), "handoff");
        assertThat(handoff)
                .contains(alert)
                .contains("Marina Costa")
                .contains("saída 0")
                .contains(command);
        assertThat(handoff.lines()
                        .dropWhile(l -> !l.startsWith("**Turno:**"))
                        .skip(2)
                        .limit(3))
                .hasSize(3)
                .allMatch(l -> l.startsWith("**"));
        List<Detail.IncidentClosed> closed = details.stream()
                .filter(Detail.IncidentClosed.class::isInstance)
                .map(Detail.IncidentClosed.class::cast)
                .toList();
        assertThat(closed)
                .singleElement()
                .satisfies(c -> assertThat(c.markdown())
                        .contains(alert)
                        .contains("**Responsável:** Marina Costa")
                        .contains(command)
                        .doesNotContain("{Título Curto}")
                        .doesNotContain("14:30"));
    }

    @Test
    void fromTheFaultToTheHandoff() throws IOException {
        assertWholeChain(chain(BUNDLED), "API Down", "rollback");
    }

    @Test
    void everyNameChangedItStillWorks() throws IOException {
        Map<String, String> renames = new LinkedHashMap<>();
        renames.put("ouvify", "zeladora");
        renames.put("Ouvify", "Zeladora");
        renames.put("onrender", "naforja");
        renames.put("vercel", "tablado");
        renames.put("Vercel", "Tablado");
        renames.put("render", "forja");
        renames.put("Render", "Forja");
        renames.put("Backend API", "Motor Pedidos");
        renames.put("API Down", "Pedidos Down");
        renames.put("API não responde", "Pedidos não responde");
        renames.put("API Response Time", "Pedidos Response Time");
        renames.put("API Error Rate", "Pedidos Error Rate");
        renames.put("Django API", "Motor Pedidos");
        renames.put("backend", "motor");
        renames.put("Backend", "Motor");
        renames.put("frontend", "vitrine");
        renames.put("Frontend", "Vitrine");
        renames.put("celery", "fiandeira");
        renames.put("Celery", "Fiandeira");
        Path copy = temp.resolve("renamed");
        Copied.folder(BUNDLED.resolve("ouvify"), copy.resolve("zeladora"), renames);
        assertWholeChain(chain(copy), "Pedidos Down", "forja rollback");
    }
}
