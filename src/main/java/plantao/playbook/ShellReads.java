package plantao.playbook;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;

/// Reads a file descriptor with the system's `read` (POSIX). pty4j's own stream asks `poll` before each 4 KB a
/// terminal hands out, through reflection: measured, that is most of the time a long output takes.
final class ShellReads implements AutoCloseable {
    private static final int INTERRUPTED = 4; // EINTR, on Linux and the BSDs

    private final Arena arena = Arena.ofConfined();
    private final StructLayout state = Linker.Option.captureStateLayout();
    private final VarHandle errno = state.varHandle(MemoryLayout.PathElement.groupElement("errno"));
    private final MemorySegment failure = arena.allocate(state);
    private final MemorySegment buffer;
    private final int descriptor;
    private final MethodHandle read;

    /// To be used and closed by the thread that makes it.
    @SuppressWarnings("restricted")
    ShellReads(int descriptor, int most) {
        this.descriptor = descriptor;
        this.buffer = arena.allocate(most);
        Linker linker = Linker.nativeLinker();
        read = linker.downcallHandle(
                linker.defaultLookup().findOrThrow("read"),
                FunctionDescriptor.of(
                        ValueLayout.JAVA_LONG, ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.JAVA_LONG),
                Linker.Option.captureCallState("errno"));
    }

    /// Waits for bytes; -1 when there will be none.
    int next(byte[] into) {
        long n;
        do {
            try {
                n = (long) read.invokeExact(failure, descriptor, buffer, Math.min(into.length, buffer.byteSize()));
            } catch (Throwable e) {
                throw new IllegalStateException(e);
            }
        } while (n < 0 && (int) errno.get(failure, 0L) == INTERRUPTED);
        if (n <= 0) {
            return -1;
        }
        MemorySegment.copy(buffer, ValueLayout.JAVA_BYTE, 0, into, 0, (int) n);
        return (int) n;
    }

    @Override
    public void close() {
        arena.close();
    }
}
