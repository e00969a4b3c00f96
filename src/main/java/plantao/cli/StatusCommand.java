package plantao.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import plantao.desk.Board;
import plantao.desk.Event;

/// `plantao status`: one round of probes and one board as text, or the board until Ctrl+C.
@Command(
        name = "status",
        description = "Probe everything once and print the board as text; with --watch, go on until Ctrl+C.",
        footer = {
            "",
            "Nothing is written to the log and nobody is called: a window that watches the same systems does that.",
            "With --watch a terminal shows one board that is drawn anew; into a pipe or a file goes a board for each"
                    + " change of a state."
        },
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:everything that is probed is up",
            "1:something is down or beyond its critical limit",
            "2:nothing could be read or probed, or the arguments are wrong",
            "130:ended by Ctrl+C while watching"
        })
final class StatusCommand implements Callable<Integer> {
    private static final int LONGEST = 40;
    /// Who watches sees the rest come.
    private static final int FIRST_LOOK = 4;

    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "FOLDER",
            arity = "0..*",
            description = "Runbook folders or files. Without any: a bundled one over its practice stack.")
    private List<Path> folders = List.of();

    @Option(names = "--watch", description = "Show the board until Ctrl+C.")
    private boolean watch;

    @Option(
            names = "--interval",
            paramLabel = "SECONDS",
            description = "With --watch: how often to look at the board, from 1. Default: ${DEFAULT-VALUE}. How often"
                    + " something is probed is said by the runbook.")
    private int interval = 2;

    private final ConsoleAccess rooms;
    private final BooleanSupplier terminal;

    /// @param terminal whether standard output is one
    StatusCommand(ConsoleAccess rooms, BooleanSupplier terminal) {
        this.rooms = rooms;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (interval < 1) {
            throw new ParameterException(spec.commandLine(), "--interval must be 1 second or more, not " + interval);
        }
        PrintWriter out = spec.commandLine().getOut();
        try (Session session = rooms.glance().apply(Optional.empty())) {
            if (!opened(session, spec.commandLine().getErr())) {
                return 2;
            }
            session.await(watch ? FIRST_LOOK : LONGEST, FirstReadings.of(session));
            if (watch) {
                return new StatusWatch(session, out, terminal.getAsBoolean()).run(interval);
            }
            Board board = session.board().get();
            StatusText.of(board).forEach(out::println);
            rooms.team().standing().forEach(out::println);
            return StatusText.wrong(board) ? 1 : 0;
        }
    }

    /// Opens what is asked for.
    ///
    /// @return whether any of it is probed
    private boolean opened(Session session, PrintWriter err) {
        if (folders.isEmpty()) {
            session.send().accept(new Event.StartPractice());
            session.await(
                    120,
                    () -> PracticeProgress.ready(session.board().get())
                            || PracticeProgress.failed(session.board().get()));
        } else {
            session.open().accept(folders);
        }
        Board opened = session.board().get();
        opened.failures().forEach(f -> err.println("plantao: " + f.source() + ": " + f.message()));
        opened.systems().stream()
                .filter(s -> !s.trust().full())
                .forEach(s -> err.println("plantao: " + s.name()
                        + " is not trusted yet, so nothing of it is probed: see what it would do and approve it with"
                        + " `plantao trust " + s.runbook().source() + "`."));
        return opened.systems().stream().anyMatch(s -> s.trust().full());
    }
}
