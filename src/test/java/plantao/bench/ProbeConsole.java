package plantao.bench;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import plantao.Console;
import plantao.Homes;
import plantao.alert.Health;
import plantao.desk.Board;
import plantao.desk.ServiceTile;
import plantao.desk.SystemBoard;
import plantao.store.Folders;

/// The console without its window, as [ProbeBench] measures it: everything but the screen, log and history of
/// readings included. Says `ALL` when each service has been probed once, `FIRED` and `QUIET` each time an alert
/// fires and clears, and answers each line on its input with the number of readings so far.
public final class ProbeConsole {
    private boolean all;
    private boolean fired;

    private ProbeConsole() {}

    /// @param arguments the folder of the runbook; one for what is kept
    public static void main(String[] arguments) throws Exception {
        Path kept = Path.of(arguments[1]);
        Folders folders = Homes.in(kept);
        Console.Setup setup = new Console.Setup(folders, kept, Map.of(), InstantSource.system(), "bench");
        ProbeConsole bench = new ProbeConsole();
        try (Console console = new Console(setup)) {
            console.listen(bench::look);
            console.open(List.of(Path.of(arguments[0])));
            System.out.println("OPEN");
            while (System.in.read() >= 0) {
                long readings = console.board().systems().stream()
                        .flatMap(s -> s.services().stream())
                        .mapToLong(t -> t.uptime().all())
                        .sum();
                System.out.println("READINGS " + readings);
            }
        }
    }

    private void look(Board board) {
        for (SystemBoard system : board.systems()) {
            if (!all && system.services().stream().map(ServiceTile::health).noneMatch(h -> h.last() == null)) {
                all = true;
                long up = system.services().stream()
                        .filter(t -> t.health().state() == Health.State.UP)
                        .count();
                System.out.println("ALL " + up);
            }
            boolean fires = system.alerts().stream().anyMatch(a -> a.firing());
            if (fires && !fired) {
                System.out.println("FIRED");
            } else if (!fires && fired) {
                System.out.println("QUIET");
            }
            fired = fires;
        }
    }
}
