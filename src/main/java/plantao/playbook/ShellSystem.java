package plantao.playbook;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a shell's session needs of the computer. All that is bound to one kind of system lies here: Linux is used
/// through `/proc`; another POSIX system should do, with less known about its processes; Windows has none of it.
final class ShellSystem implements ShellHost {
    /// A signal and its number (POSIX `signal.h`).
    enum Signal {
        HUP(1),
        INT(2),
        KILL(9),
        TERM(15);

        private final int number;

        Signal(int number) {
            this.number = number;
        }
    }

    private static final Path PROCESSES = Path.of("/proc");
    private static final Linker LINKER = Linker.nativeLinker();

    private final @Nullable Path bash;
    private final @Nullable Path stty;

    /// @param searchPath folders, as PATH has them
    ShellSystem(String searchPath) {
        bash = find(searchPath, "bash");
        stty = find(searchPath, "stty");
    }

    /// What is missing to run anything, and what to do about it; empty when nothing is.
    Optional<String> lacking() {
        if (System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows")) {
            return Optional.of("Steps run in bash on a POSIX terminal, which Windows has not. Copy the command, or run"
                    + " the console in WSL.");
        }
        return bash == null
                ? Optional.of("bash was not found on this computer's PATH. Install bash, then run the step again.")
                : Optional.empty();
    }

    String bash() {
        return String.valueOf(bash);
    }

    /// The program that sets a terminal's modes; empty when there is none.
    String stty() {
        return stty == null ? "" : stty.toString();
    }

    /// Makes a named pipe that only its owner reads and writes (mkfifo, POSIX).
    void pipe(Path file) throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            MethodHandle mkfifo = function(
                    "mkfifo", FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.JAVA_INT));
            if (call(mkfifo, arena.allocateFrom(file.toString()), 0600) != 0) {
                throw new IOException("the named pipe " + file + " could not be made");
            }
        }
    }

    /// Sends a signal to a process, or to a process group when the number is negative. One that has ended is no
    /// error.
    @Override
    public void signal(long pid, Signal signal) {
        MethodHandle kill = function(
                "kill", FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT));
        int _ = call(kill, Math.toIntExact(pid), signal.number);
    }

    /// The living processes of a session, with the process group of each.
    ///
    /// @param session the number of its leader
    @Override
    public Map<Long, Long> members(long session) {
        Map<Long, Long> members = new HashMap<>();
        if (!Files.isDirectory(PROCESSES.resolve("self"))) {
            ProcessHandle.of(session)
                    .ifPresent(leader -> Stream.concat(Stream.of(leader), leader.descendants())
                            .filter(ProcessHandle::isAlive)
                            .forEach(p -> members.put(p.pid(), session)));
            return members;
        }
        String[] names = PROCESSES.toFile().list();
        for (String name : names == null ? new String[0] : names) {
            if (Character.isDigit(name.charAt(0))) {
                String[] fields = fields(name);
                if (fields.length > 5 && fields[3].equals(Long.toString(session)) && !"ZX".contains(fields[0])) {
                    members.put(Long.valueOf(name), Long.valueOf(fields[2]));
                }
            }
        }
        return members;
    }

    /// A program that makes a session of its own (setsid(1), a daemon) is still told by what it inherited.
    @Override
    public Map<Long, String> marked(String text) {
        Map<Long, String> marked = new HashMap<>();
        byte[] sought = text.getBytes(StandardCharsets.UTF_8);
        String[] names = PROCESSES.toFile().list();
        for (String name : names == null ? new String[0] : names) {
            if (Character.isDigit(name.charAt(0)) && holds(read(name, "environ"), sought)) {
                String command = new String(read(name, "cmdline"), StandardCharsets.UTF_8);
                String[] fields = fields(name);
                if (!command.isEmpty() && fields.length > 0 && !"ZX".contains(fields[0])) {
                    marked.put(Long.valueOf(name), command.replace('\0', ' ').strip());
                }
            }
        }
        return marked;
    }

    /// Another user's process tells nothing (proc(5)).
    private static byte[] read(String pid, String file) {
        try {
            return Files.readAllBytes(PROCESSES.resolve(pid).resolve(file));
        } catch (IOException e) {
            return new byte[0];
        }
    }

    private static boolean holds(byte[] bytes, byte[] sought) {
        for (int i = 0; i + sought.length <= bytes.length; i++) {
            if (Arrays.equals(bytes, i, i + sought.length, sought, 0, sought.length)) {
                return true;
            }
        }
        return false;
    }

    /// Whether the terminal of a session still listens to its leader: a shell within the shell that was killed has
    /// taken it along. True where that can't be known.
    @Override
    public boolean ownsTerminal(long leader) {
        String[] fields = fields(Long.toString(leader));
        return fields.length <= 5 || fields[5].equals(fields[2]);
    }

    /// Fields of `/proc/PID/stat` from the third one on (proc(5)): state, parent, group, session, terminal,
    /// foreground group; empty when the process is gone.
    private static String[] fields(String pid) {
        try {
            String text = Files.readString(PROCESSES.resolve(pid).resolve("stat"), StandardCharsets.ISO_8859_1);
            return text.substring(text.lastIndexOf(')') + 2).split(" ", 8);
        } catch (IOException | UncheckedIOException e) {
            return new String[0];
        }
    }

    @SuppressWarnings("restricted")
    private static MethodHandle function(String name, FunctionDescriptor shape) {
        return LINKER.downcallHandle(LINKER.defaultLookup().findOrThrow(name), shape);
    }

    private static int call(MethodHandle function, Object... arguments) {
        try {
            return (int) function.invokeWithArguments(arguments);
        } catch (Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    /// Where a program lies; null when it is in none of the folders.
    static @Nullable Path find(String searchPath, String program) {
        for (String folder : searchPath.split(File.pathSeparator)) {
            Path candidate = Path.of(folder, program);
            if (!folder.isEmpty() && Files.isExecutable(candidate) && !Files.isDirectory(candidate)) {
                return candidate.toAbsolutePath();
            }
        }
        return null;
    }
}
