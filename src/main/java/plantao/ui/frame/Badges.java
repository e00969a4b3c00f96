package plantao.ui.frame;

import org.jspecify.annotations.Nullable;
import plantao.desk.Board;
import plantao.desk.SystemBoard;
import plantao.playbook.Run;
import plantao.runbook.Problem;
import plantao.ui.fx.Screen;

/// The numbers on the rail.
final class Badges {
    private Badges() {}

    /// How many things wait on a screen.
    static int of(Screen screen, Board board, @Nullable SystemBoard system) {
        if (system == null) {
            return 0;
        }
        return switch (screen) {
            case BOARD -> (int) system.active().count();
            case PLAYBOOKS -> (int) system.runs().stream().filter(Run::open).count();
            case INCIDENTS ->
                (int) board.journal().incidents().stream()
                        .filter(i -> i.open() && i.system().equals(system.name()))
                        .count();
            case HANDOFFS -> board.journal().waitingHandoff(system.name()).isPresent() ? 1 : 0;
            case LIBRARY ->
                (int) system.runbook().problems().stream()
                        .filter(p -> p.severity() == Problem.Severity.ERROR)
                        .count();
            case SHIFT, PRACTICE, SETTINGS -> 0;
        };
    }

    /// Whether its badge is red: only for firing alerts and incidents that go on; one that is resolved waits for
    /// its record.
    static boolean urgent(Screen screen, Board board, @Nullable SystemBoard system) {
        return screen == Screen.BOARD
                || screen == Screen.INCIDENTS
                        && system != null
                        && board.journal().incidents().stream()
                                .anyMatch(i -> i.open()
                                        && i.resolved() == null
                                        && i.system().equals(system.name()));
    }
}
