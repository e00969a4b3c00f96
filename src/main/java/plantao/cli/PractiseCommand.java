package plantao.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import plantao.desk.Board;
import plantao.desk.Event;

/// `plantao practise SCENARIO --headless`: the whole chain, from the fault to the handoff, without a display.
@Command(
        name = "practise",
        description =
                "Practise a scenario without a display: break something, answer the alert by its playbook, hand over.",
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:the fault was found, answered and gone",
            "1:the alert did not fire or did not clear",
            "2:the practice stack could not be started, or there is no such scenario"
        })
final class PractiseCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(
            index = "0",
            paramLabel = "SCENARIO",
            arity = "0..1",
            description = "What to practise; the first one if not given.")
    private @Nullable String scenario;

    @Parameters(
            index = "1",
            paramLabel = "FOLDER",
            arity = "0..1",
            description = "The runbook whose practice stack it is; else the bundled one with most to practise.")
    private @Nullable Path runbook;

    @Option(
            names = "--headless",
            required = true,
            description = "Without a window (in a window, practise on its Practice screen).")
    @SuppressWarnings("unused") // asked for so that nobody waits for a window
    private boolean headless;

    @Option(names = "--pictures", paramLabel = "DIR", description = "Where the pictures go; else beside the log.")
    private @Nullable Path pictures;

    @Option(
            names = "--language",
            paramLabel = "TAG",
            description = "Language of the documents and pictures: en or pt-BR. Default: ${DEFAULT-VALUE}.")
    private String language = "pt-BR";

    private final ConsoleAccess rooms;

    PractiseCommand(ConsoleAccess rooms) {
        this.rooms = rooms;
    }

    @Override
    public Integer call() throws IOException {
        return run(
                rooms,
                spec.commandLine().getOut(),
                spec.commandLine().getErr(),
                scenario,
                runbook,
                pictures,
                Locale.forLanguageTag(language));
    }

    /// Also what a start without a display falls back to.
    static int run(
            ConsoleAccess rooms,
            PrintWriter out,
            PrintWriter err,
            @Nullable String scenario,
            @Nullable Path runbook,
            @Nullable Path pictures,
            Locale locale)
            throws IOException {
        try (Session session = rooms.session().apply(Optional.ofNullable(runbook))) {
            out.println("Starting the practice stack …");
            out.flush();
            session.send().accept(new Event.StartPractice());
            session.await(
                    180,
                    () -> PracticeProgress.ready(session.board().get())
                            || PracticeProgress.failed(session.board().get()));
            Board board = session.board().get();
            board.failures().forEach(f -> err.println("plantao: " + f.source() + ": " + f.message()));
            if (!PracticeProgress.ready(board)) {
                err.println(
                        "plantao: practice did not start: " + board.practice().message());
                return 2;
            }
            String chosen =
                    scenario == null ? board.practice().scenarios().getFirst().id() : scenario;
            if (board.practice().scenarios().stream().noneMatch(s -> s.id().equals(chosen))) {
                err.println("plantao: there is no scenario \"" + chosen + "\"; there are: "
                        + String.join(
                                ", ",
                                board.practice().scenarios().stream()
                                        .map(s -> s.id())
                                        .toList()));
                return 2;
            }
            Path folder = pictures == null ? session.data().get().resolve("pictures") : pictures;
            Files.createDirectories(folder);
            boolean solved = new PracticeExercise(session, out, rooms.pictures().get(), folder, locale).run(chosen);
            return solved ? 0 : 1;
        }
    }
}
