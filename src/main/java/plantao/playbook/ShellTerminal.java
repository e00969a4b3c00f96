package plantao.playbook;

import com.pty4j.PtyProcess;
import com.pty4j.PtyProcessBuilder;
import com.pty4j.WinSize;
import com.pty4j.unix.UnixPtyProcess;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;

/// A process that leads a session of its own on a terminal of its own.
final class ShellTerminal implements AutoCloseable {
    /// The size of a terminal that nobody looks at.
    static final int COLUMNS = 120;
    static final int ROWS = 40;
    private static final int CHUNK = 16 * 1024;

    /// Takes what is printed, on the thread that reads; slow taking slows the printing.
    interface Sink {
        void bytes(byte[] bytes, int count);

        /// No process holds the terminal any more, or it is closed.
        void end();
    }

    private final PtyProcess process;
    private final AtomicLong count = new AtomicLong();
    private final CompletableFuture<Integer> over = new CompletableFuture<>();
    private volatile boolean waiting;
    private volatile boolean closed;

    private ShellTerminal(PtyProcess process) {
        this.process = process;
    }

    /// @param environment all that the process is given
    static ShellTerminal start(List<String> command, Path folder, Map<String, String> environment) throws IOException {
        return new ShellTerminal(new PtyProcessBuilder(command.toArray(String[]::new))
                .setEnvironment(environment)
                .setDirectory(folder.toString())
                .setInitialColumns(COLUMNS)
                .setInitialRows(ROWS)
                .setRedirectErrorStream(true)
                .start());
    }

    /// The number of the process, of its group and of its session.
    long pid() {
        return process.pid();
    }

    /// The terminal's name in the file system.
    String name() {
        return process instanceof UnixPtyProcess unix ? unix.getPty().getSlaveName() : "/dev/tty";
    }

    /// Completes with the status when the process has ended.
    CompletableFuture<Integer> over() {
        return over;
    }

    /// How many bytes were read.
    long count() {
        return count.get();
    }

    /// Whether all that was printed has been taken.
    boolean waiting() {
        return waiting;
    }

    /// Waits for the end, on a thread that may block.
    void attend() {
        try {
            over.complete(process.waitFor());
        } catch (InterruptedException e) {
            over.complete(-1);
            Thread.currentThread().interrupt();
        }
    }

    /// Reads to the end, on a thread that may block.
    void read(Sink sink) {
        byte[] chunk = new byte[CHUNK];
        int descriptor = process instanceof UnixPtyProcess unix ? unix.getPty().getMasterFD() : -1;
        try (ShellReads reads = new ShellReads(descriptor, CHUNK)) {
            int n = next(reads, chunk);
            while (n >= 0) {
                count.addAndGet(n);
                sink.bytes(chunk, n);
                n = next(reads, chunk);
            }
        } finally {
            waiting = true;
            sink.end();
        }
    }

    private int next(ShellReads reads, byte[] chunk) {
        waiting = true;
        int n = closed ? -1 : reads.next(chunk);
        waiting = false;
        return closed ? -1 : n;
    }

    /// Types into the terminal; may block while the process does not read.
    synchronized void type(String text) throws IOException {
        process.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().flush();
    }

    /// Tells the programs on it another size (TIOCSWINSZ, SIGWINCH).
    void size(int rows, int columns) {
        if (!closed && process.isAlive()) {
            process.setWinSize(new WinSize(columns, rows));
        }
    }

    /// Whether a program reads a line now that is not to be seen.
    boolean hidden() {
        return !closed
                && process instanceof UnixPtyProcess unix
                && ShellEcho.hidden(unix.getPty().getMasterFD());
    }

    /// Takes the terminal away from whoever still holds it.
    @Override
    public void close() throws IOException {
        closed = true;
        process.getInputStream().close();
        process.getOutputStream().close();
    }
}
