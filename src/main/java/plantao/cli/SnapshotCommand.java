package plantao.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
import plantao.desk.PracticeBoard;
import plantao.runbook.read.LoadedRunbook;
import plantao.runbook.read.RunbookFolder;

/// `plantao snapshot DIR [FOLDER]`: every screen as a picture, of a practice stack with a fault on or of a
/// runbook's
/// own system as it stands.
@Command(
        name = "snapshot",
        description = "Draw every screen, light and dark, in both languages, of the practice stack with a fault on.",
        footer = {
            "",
            "A runbook without a practice stack is drawn as its own system stands now; nothing of it is probed before it"
                    + " is approved (`plantao trust`). Nothing is written to the log and nobody is called."
        },
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:all drawn",
            "2:nothing could be read, the practice stack could not be started, or it has no such scenario"
        })
final class SnapshotCommand implements Callable<Integer> {
    private static final List<String> SCREENS =
            List.of("board", "shift", "playbooks", "incidents", "handoffs", "library", "practice", "settings");
    private static final int LONGEST = 40;

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "DIR", description = "Where the pictures go.")
    private Path folder = Path.of(".");

    @Parameters(
            index = "1",
            paramLabel = "FOLDER",
            arity = "0..1",
            description = "The runbook; else the bundled one with most to practise.")
    private @Nullable Path runbook;

    @Option(names = "--sizes", split = ",", paramLabel = "WxH", description = "Sizes. Default: 1280x720,1440x900.")
    private List<String> sizes = List.of("1280x720", "1440x900");

    @Option(
            names = "--scenario",
            paramLabel = "ID",
            description = "The scenario whose fault is on; the first one unless given.")
    private @Nullable String scenario;

    private final ConsoleAccess rooms;

    SnapshotCommand(ConsoleAccess rooms) {
        this.rooms = rooms;
    }

    @Override
    public Integer call() throws IOException {
        Files.createDirectories(folder);
        return runbook == null || practises(runbook) ? practised(Optional.ofNullable(runbook)) : own(runbook);
    }

    private static boolean practises(Path runbook) {
        return RunbookFolder.load(runbook).stream()
                .anyMatch(l -> l instanceof LoadedRunbook.Read read
                        && read.runbook().settings().practice() != null);
    }

    private int own(Path runbook) throws IOException {
        try (Session session = rooms.glance().apply(Optional.empty())) {
            session.open().accept(List.of(runbook));
            if (session.board().get().systems().isEmpty()) {
                session.board().get().failures().forEach(f -> complain(f.source() + ": " + f.message()));
                return 2;
            }
            session.await(LONGEST, FirstReadings.of(session));
            session.await(LONGEST, () -> !session.board().get().recalling());
            paint(rooms.pictures().get(), session.board().get(), SCREENS, "now");
            return 0;
        }
    }

    private int practised(Optional<Path> of) throws IOException {
        try (Session session = rooms.glance().apply(of)) {
            ConsoleAccess.Painter painter = rooms.pictures().get();
            paint(painter, session.board().get(), List.of("start"), "start");
            session.send().accept(new Event.StartPractice());
            session.await(
                    180,
                    () -> PracticeProgress.ready(session.board().get())
                            || PracticeProgress.failed(session.board().get()));
            Board board = session.board().get();
            if (!PracticeProgress.ready(board)) {
                complain("practice did not start: " + board.practice().message());
                return 2;
            }
            List<String> ids = board.practice().scenarios().stream()
                    .map(PracticeBoard.Scenario::id)
                    .toList();
            if (scenario != null && !ids.contains(scenario)) {
                complain("there is no scenario '" + scenario + "'. There are: " + String.join(", ", ids) + ".");
                return 2;
            }
            session.await(
                    60,
                    () -> PracticeProgress.calm(session.board().get())
                            && PracticeProgress.measured(session.board().get()));
            paint(painter, session.board().get(), List.of("board"), "calm");
            Board trouble = new SnapshotScene(session).trouble(scenario == null ? ids.getFirst() : scenario);
            paint(painter, trouble, SCREENS, "fault");
            return 0;
        }
    }

    private void complain(String what) {
        spec.commandLine().getErr().println("plantao: " + what);
    }

    private void paint(ConsoleAccess.Painter painter, Board board, List<String> screens, String state)
            throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        for (String screen : screens) {
            for (String size : sizes) {
                for (boolean dark : new boolean[] {false, true}) {
                    for (String language : List.of("en", "pt-BR")) {
                        String[] wh = size.split("x", 2);
                        byte[] png = painter.paint(
                                board,
                                screen,
                                dark,
                                Locale.forLanguageTag(language),
                                Integer.parseInt(wh[0]),
                                Integer.parseInt(wh[1]));
                        Path file = folder.resolve(screen + "-" + state + "-" + (dark ? "dark" : "light") + "-"
                                + language + "-" + size + ".png");
                        Files.write(file, png);
                        out.println(file);
                    }
                }
            }
        }
    }
}
