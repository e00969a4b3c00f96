package plantao.playbook;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/// Asks a terminal whether a program reads a line from it without showing it: a password. Line editors (readline)
/// show what is typed themselves and turn lines off too, so they are not taken for one.
final class ShellEcho {
    private static final boolean MAC = System.getProperty("os.name").startsWith("Mac");
    /// `struct termios` (POSIX; the sizes are those of glibc and musl, and of Darwin): where `c_lflag` is, its
    /// bits.
    private static final int SIZE = 128;

    private static final long FLAGS = MAC ? 24 : 12;
    private static final int ECHO = 0x8;
    private static final int LINES = MAC ? 0x100 : 0x2; // ICANON

    private ShellEcho() {}

    /// @param descriptor the master's
    /// @return false when it can't be told
    @SuppressWarnings("restricted")
    static boolean hidden(int descriptor) {
        Linker linker = Linker.nativeLinker();
        try (Arena arena = Arena.ofConfined()) {
            MethodHandle get = linker.downcallHandle(
                    linker.defaultLookup().findOrThrow("tcgetattr"),
                    FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.ADDRESS));
            MemorySegment termios = arena.allocate(SIZE, 8);
            if (descriptor < 0 || (int) get.invokeExact(descriptor, termios) != 0) {
                return false;
            }
            int flags = termios.get(ValueLayout.JAVA_INT, FLAGS);
            return (flags & ECHO) == 0 && (flags & LINES) != 0;
        } catch (Throwable e) {
            return false;
        }
    }
}
