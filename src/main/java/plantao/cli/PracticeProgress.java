package plantao.cli;

import java.util.List;
import plantao.alert.Alert;
import plantao.alert.Health;
import plantao.desk.Board;
import plantao.desk.PracticeBoard;
import plantao.desk.ServiceTile;
import plantao.desk.SystemBoard;

/// How far the practice stack is.
final class PracticeProgress {
    private PracticeProgress() {}

    /// Whether the stack runs and its system is open on it.
    static boolean ready(Board board) {
        return board.practice().state() == PracticeBoard.State.ON
                && board.system(board.practice().system()).isPresent();
    }

    static boolean failed(Board board) {
        return board.practice().state() == PracticeBoard.State.FAILED;
    }

    /// Whether every probed service is known to be up and no alert fires.
    static boolean calm(Board board) {
        if (board.system(board.practice().system()).stream()
                .flatMap(s -> s.alerts().stream())
                .anyMatch(Alert::firing)) {
            return false;
        }
        List<ServiceTile> probed = board.system(board.practice().system()).stream()
                .map(SystemBoard::services)
                .flatMap(List::stream)
                .filter(t -> t.probe() != null)
                .toList();
        return !probed.isEmpty() && probed.stream().allMatch(t -> t.health().state() == Health.State.UP);
    }

    /// Whether everything that is asked beside the services has answered once: the metrics, the suppliers.
    static boolean measured(Board board) {
        return board.system(board.practice().system()).stream()
                .allMatch(s -> s.gauges().stream().allMatch(g -> g.probe() == null || g.value() != null)
                        && s.vendors().stream().allMatch(v -> v.probe() == null || v.last() != null));
    }
}
