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

/// `plantao snapshot DIR`: every screen as a picture, of the practice stack with a fault on.
@Command(
        name = "snapshot",
        description = "Draw every screen, light and dark, in both languages, of the practice stack with a fault on.",
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {"0:all drawn", "2:the practice stack could not be started, or has no such scenario"})
final class SnapshotCommand implements Callable<Integer> {
    private static final List<String> SCREENS =
            List.of("board", "shift", "playbooks", "incidents", "handoffs", "library", "practice", "settings");

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "DIR", description = "Where the pictures go.")
    private Path folder = Path.of(".");

    @Option(names = "--sizes", split = ",", paramLabel = "WxH", description = "Sizes. Default: 1280x720,1440x900.")
    private List<String> sizes = List.of("1280x720", "1440x900");

    @Option(
            names = "--scenario",
            paramLabel = "ID",
            description = "The scenario whose fault is on; the first one unless given.")
    private @Nullable String scenario;

    private final Rooms rooms;

    SnapshotCommand(Rooms rooms) {
        this.rooms = rooms;
    }

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        Files.createDirectories(folder);
        try (Session session = rooms.session().apply(Optional.empty())) {
            Rooms.Painter painter = rooms.pictures().get();
            paint(painter, session.board().get(), List.of("start"), "start", out);
            session.send().accept(new Event.StartPractice());
            session.await(
                    180,
                    () -> Practice.ready(session.board().get())
                            || Practice.failed(session.board().get()));
            if (!Practice.ready(session.board().get())) {
                spec.commandLine()
                        .getErr()
                        .println("plantao: practice did not start: "
                                + session.board().get().practice().message());
                return 2;
            }
            List<String> ids = session.board().get().practice().scenarios().stream()
                    .map(PracticeBoard.Scenario::id)
                    .toList();
            if (scenario != null && !ids.contains(scenario)) {
                spec.commandLine()
                        .getErr()
                        .println("plantao: there is no scenario '" + scenario + "'. There are: "
                                + String.join(", ", ids) + ".");
                return 2;
            }
            session.await(
                    60,
                    () -> Practice.calm(session.board().get())
                            && Practice.measured(session.board().get()));
            paint(painter, session.board().get(), List.of("board"), "calm", out);
            Board trouble = new Scene(session).trouble(scenario == null ? ids.getFirst() : scenario);
            paint(painter, trouble, SCREENS, "fault", out);
        }
        return 0;
    }

    private void paint(Rooms.Painter painter, Board board, List<String> screens, String state, PrintWriter out)
            throws IOException {
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
