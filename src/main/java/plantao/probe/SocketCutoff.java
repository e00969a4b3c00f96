package plantao.probe;

import java.io.Closeable;
import java.io.IOException;
import java.net.Socket;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/// Closes sockets at an attempt's end, whatever their reader waits for: a server that drips a byte a second resets
/// every limit on a single read.
final class SocketCutoff implements AutoCloseable {
    private final ScheduledThreadPoolExecutor timer;

    SocketCutoff() {
        timer = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().daemon().name("probe-cutoff").factory());
        timer.setRemoveOnCancelPolicy(true);
    }

    /// Closes this plain socket (not a TLS one, whose closing may wait for its reader) when the time is up, unless
    /// the answer is closed before.
    Closeable at(Attempt attempt, Socket socket) {
        ScheduledFuture<?> end =
                timer.schedule(() -> shut(socket), attempt.left().toNanos(), TimeUnit.NANOSECONDS);
        return () -> end.cancel(false);
    }

    private static void shut(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // It is as closed as it gets: its reader fails either way.
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
