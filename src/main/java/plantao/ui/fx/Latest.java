package plantao.ui.fx;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/// Brings the latest value of a stream to the JavaFX thread: values that came in between are dropped, so that a
/// burst costs one update. The only place that calls `Platform.runLater`.
public final class Latest<T> implements Consumer<T> {
    /// What is drawn again and again may take a fifth of the thread's time, so that keys and frames have theirs.
    private static final int REST = 4;

    private static final long LONGEST_REST_NANOS = 250_000_000;

    private final AtomicReference<@Nullable T> slot = new AtomicReference<>();
    private final Consumer<? super T> sink;
    private long rested = System.nanoTime();

    /// @param sink is given values on the JavaFX thread
    public Latest(Consumer<? super T> sink) {
        this.sink = sink;
    }

    /// Takes a value from any thread; returns at once.
    @Override
    public void accept(T value) {
        if (slot.getAndSet(value) == null) {
            Platform.runLater(this::due);
        }
    }

    private void due() {
        long wait = rested - System.nanoTime();
        if (wait < 1_000_000) {
            deliver();
            return;
        }
        PauseTransition rest = new PauseTransition(Duration.millis(wait / 1e6));
        rest.setOnFinished(_ -> deliver());
        rest.play();
    }

    private void deliver() {
        T value = slot.getAndSet(null);
        if (value != null) {
            long begun = System.nanoTime();
            sink.accept(value);
            long done = System.nanoTime();
            rested = done + Math.min(LONGEST_REST_NANOS, REST * (done - begun));
        }
    }
}
