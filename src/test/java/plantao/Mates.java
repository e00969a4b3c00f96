package plantao;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import plantao.alert.Alert;
import plantao.desk.Board;

/// Consoles of a team, each with a home of its own.
final class Mates {
    private Mates() {}

    static Console.Setup setup(Path temp, String name) {
        return new Console.Setup(
                Homes.in(temp.resolve(name)),
                temp.resolve("none"),
                Map.of("PATH", "/usr/bin:/bin", "HOSTNAME", name),
                InstantSource.system(),
                name);
    }

    static Board await(Console console, Predicate<Board> wanted) throws InterruptedException {
        for (long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60); System.nanoTime() < end; ) {
            Board board = console.board();
            if (wanted.test(board)) {
                return board;
            }
            TimeUnit.MILLISECONDS.sleep(10);
        }
        Board board = console.board();
        List<List<Alert.State>> alerts = board.systems().stream()
                .map(s -> s.alerts().stream().map(Alert::state).toList())
                .toList();
        throw new AssertionError(board.team() + " " + board.logProblem() + " " + board.notices() + " "
                + board.failures() + " " + alerts
                + board.journal().entries().stream()
                        .map(e -> e.device() + " " + e.detail())
                        .toList());
    }
}
