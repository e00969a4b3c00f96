package plantao;

import java.lang.management.ManagementFactory;
import java.util.concurrent.CountDownLatch;
import plantao.alert.Health;
import plantao.desk.Board;
import plantao.ui.Window;

/// For measuring the start (`-Dplantao.bench=…`): says when the first live reading is on the screen, then closes.
final class Bench {
    private Bench() {}

    /// Does nothing unless the property is set.
    static void watch(Window window, CountDownLatch closed) {
        if (System.getProperty("plantao.bench") == null) {
            return;
        }
        window.board().subscribe(board -> {
            if (live(board)) {
                window.scene().addPostLayoutPulseListener(() -> {
                    System.out.println("READY "
                            + (System.currentTimeMillis()
                                    - ManagementFactory.getRuntimeMXBean().getStartTime()));
                    closed.countDown();
                });
            }
        });
    }

    private static boolean live(Board board) {
        return board.systems().stream()
                .flatMap(s -> s.services().stream())
                .anyMatch(t -> t.health().last() != null
                                && t.probe() != null
                                && t.health().state() != Health.State.UNKNOWN
                        || t.health().bad() > 0);
    }
}
