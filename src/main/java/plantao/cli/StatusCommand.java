package plantao.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import plantao.desk.Board;
import plantao.desk.Event;
import plantao.desk.Gauge;
import plantao.desk.ServiceTile;
import plantao.desk.SystemBoard;
import plantao.probe.Reading;

/// `plantao status`: one round of probes, one board as text.
@Command(
        name = "status",
        description = "Probe everything once and print the board as text.",
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:everything that is probed is up",
            "1:something is down or beyond its critical limit",
            "2:nothing could be read or probed"
        })
final class StatusCommand implements Callable<Integer> {
    private static final int LONGEST = 20;

    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "FOLDER",
            arity = "0..*",
            description = "Runbook folders or files. Without any: the bundled runbooks over the practice stack.")
    private List<Path> folders = List.of();

    private final Rooms rooms;

    StatusCommand(Rooms rooms) {
        this.rooms = rooms;
    }

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        try (Session session = rooms.session().apply(Optional.empty())) {
            if (folders.isEmpty()) {
                session.send().accept(new Event.StartPractice());
                session.await(
                        120,
                        () -> Practice.ready(session.board().get())
                                || Practice.failed(session.board().get()));
            } else {
                session.open().accept(folders);
            }
            Board opened = session.board().get();
            opened.failures().forEach(f -> err.println("plantao: " + f.source() + ": " + f.message()));
            opened.systems().stream()
                    .filter(s -> !s.trust().full())
                    .forEach(s -> err.println("plantao: " + s.name()
                            + " is not trusted yet, so nothing of it is probed: see what it would do and approve it with"
                            + " `plantao trust`."));
            if (opened.systems().stream().noneMatch(s -> s.trust().full())) {
                return 2;
            }
            session.await(
                    LONGEST, () -> session.board().get().systems().stream().allMatch(StatusCommand::read));
            Board board = session.board().get();
            boolean wrong = false;
            for (SystemBoard system : board.systems()) {
                if (system.trust().full()) {
                    StatusText.of(system, board).forEach(out::println);
                    out.println();
                    wrong |= StatusText.wrong(system);
                }
            }
            return wrong ? 1 : 0;
        }
    }

    /// Whether every probe has said something; a bad one often enough to be believed.
    private static boolean read(SystemBoard system) {
        return !system.trust().full()
                || system.services().stream().allMatch(StatusCommand::known)
                        && system.gauges().stream().allMatch(StatusCommand::known);
    }

    private static boolean known(ServiceTile tile) {
        return tile.probe() == null || tile.health().since() != null;
    }

    private static boolean known(Gauge gauge) {
        return gauge.probe() == null || gauge.value() != null || gauge.last() instanceof Reading.Down;
    }
}
