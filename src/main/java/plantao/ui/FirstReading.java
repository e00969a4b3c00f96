package plantao.ui;

import java.util.concurrent.CompletableFuture;
import plantao.alert.Health;
import plantao.desk.Board;

/// When the window shows its first live reading: until then nothing else should want the processor.
public final class FirstReading {
    private FirstReading() {}

    /// To be called on the JavaFX thread. What comes back is completed there, once, after the layout that shows it.
    public static CompletableFuture<Void> of(Window window) {
        CompletableFuture<Void> shown = new CompletableFuture<>();
        window.board().subscribe(board -> {
            if (!shown.isDone() && live(board)) {
                window.scene().addPostLayoutPulseListener(() -> shown.complete(null));
            }
        });
        return shown;
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
