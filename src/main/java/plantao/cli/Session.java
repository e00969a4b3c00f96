package plantao.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import plantao.desk.Board;
import plantao.desk.Event;

/// A running console without a window.
///
/// @param board the latest board
/// @param send puts an event into the desk's mailbox
/// @param listen adds somebody who is given every board, on the desk's thread
/// @param open reads these folders and waits until they are on the board or have failed
/// @param data the folder that holds the log and what is exported
/// @param ending ends everything
public record Session(
        Supplier<Board> board,
        Consumer<Event> send,
        Consumer<Consumer<Board>> listen,
        Consumer<List<Path>> open,
        Supplier<Path> data,
        Runnable ending)
        implements AutoCloseable {

    @Override
    public void close() {
        ending.run();
    }

    /// Waits until something is so; looks twenty times a second.
    ///
    /// @return whether it became so in time
    public boolean await(int seconds, BooleanSupplier so) {
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        while (!so.getAsBoolean()) {
            if (System.nanoTime() > end || Thread.currentThread().isInterrupted()) {
                return false;
            }
            java.util.concurrent.locks.LockSupport.parkNanos(50_000_000L);
        }
        return true;
    }
}
