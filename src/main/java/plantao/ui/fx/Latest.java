package plantao.ui.fx;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;

/// Brings the latest value of a stream to the JavaFX thread: values that came in between are dropped, so that a
/// burst
/// costs one update. The only place that calls `Platform.runLater`.
public final class Latest<T> implements Consumer<T> {
    private final AtomicReference<@Nullable T> slot = new AtomicReference<>();
    private final Consumer<? super T> sink;

    /// @param sink is given values on the JavaFX thread
    public Latest(Consumer<? super T> sink) {
        this.sink = sink;
    }

    /// Takes a value from any thread; returns at once.
    @Override
    public void accept(T value) {
        if (slot.getAndSet(value) == null) {
            Platform.runLater(this::deliver);
        }
    }

    private void deliver() {
        T value = slot.getAndSet(null);
        if (value != null) {
            sink.accept(value);
        }
    }
}
