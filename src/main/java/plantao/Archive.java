package plantao;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import plantao.cli.ConsoleAccess;
import plantao.desk.Approvals;
import plantao.desk.Board;
import plantao.desk.SystemBoard;
import plantao.desk.SystemBoardFactory;
import plantao.desk.Targets;
import plantao.journal.Entry;
import plantao.journal.Journal;
import plantao.runbook.Runbook;
import plantao.runbook.read.LoadedRunbook;
import plantao.runbook.read.RunbookFolder;
import plantao.store.LogDoor;
import plantao.store.LogReply;
import plantao.store.LogRequest;
import plantao.store.StoreException;

/// What the log keeps, as a board: nothing is probed or run. A window that has the log open is asked for it.
final class Archive implements ConsoleAccess.Archive {
    private final Console.Setup setup;

    Archive(Console.Setup setup) {
        this.setup = setup;
    }

    @Override
    public ConsoleAccess.Kept read(boolean practice, List<Path> runbooks) {
        Secrets secrets = new Secrets();
        Board board = Board.empty(setup.clock().instant(), setup.operator());
        List<SystemBoard> systems = new ArrayList<>();
        List<Board.Failure> failures = new ArrayList<>();
        for (Path path : runbooks.isEmpty() ? usual(practice) : runbooks) {
            for (LoadedRunbook loaded : RunbookFolder.load(path)) {
                switch (loaded) {
                    case LoadedRunbook.Read(Path where, Runbook runbook) -> systems.add(system(where, runbook, board));
                    case LoadedRunbook.Failed(Path where, String reason) ->
                        failures.add(new Board.Failure(where.toString(), reason));
                }
            }
        }
        systems.forEach(secrets::learn);
        return new ConsoleAccess.Kept(remembering(board.withFailures(failures), practice, systems), secrets::mask);
    }

    private Board remembering(Board board, boolean practice, List<SystemBoard> systems) {
        Path folder = practice ? setup.folders().practiceLog() : setup.folders().log();
        try {
            List<Entry> entries = Files.exists(folder) ? entries(folder) : List.of();
            return board.withJournal(Journal.of(entries))
                    .withSystems(systems.stream()
                            .map(s -> LastKnownState.of(s, entries))
                            .toList());
        } catch (StoreException e) {
            return board.withLogProblem(e.text());
        }
    }

    private List<Entry> entries(Path folder) {
        Path state = setup.folders().state();
        LogReply answer = new LogDoor(folder, state, Device.name(state, setup.environment()), setup.clock())
                .ask(new LogRequest.All());
        if (!answer.done()) {
            throw new StoreException(
                    "The window that has the log open could not read it",
                    folder.toString(),
                    String.join(" ", answer.lines()),
                    null);
        }
        return LogDoor.entries(answer);
    }

    private List<Path> usual(boolean practice) {
        return practice
                ? List.of(setup.bundled())
                : new PreferencesFile(setup.folders().config())
                        .read().preferred().folders().stream().map(Path::of).toList();
    }

    private SystemBoard system(Path where, Runbook runbook, Board board) {
        Path parent = where.toAbsolutePath().getParent();
        Path folder = Files.isDirectory(where) || parent == null ? where.toAbsolutePath() : parent;
        return SystemBoardFactory.open(
                runbook,
                Targets.of(runbook, folder, setup.environment()),
                1,
                Approvals.of(runbook, Set.of()),
                board.now());
    }
}
