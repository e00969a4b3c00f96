package plantao.playbook;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/// One `bash` on a terminal of its own that runs the steps of a run one after the other: what a step sets is there
/// for the next. Three threads attend it: one reads the terminal, one the answers, one waits for its end.
final class ShellSession implements AutoCloseable {
    private static final long START_SECONDS = 10;
    private static final long PATIENCE_MILLIS = 1000;
    /// How long the terminal may stay silent before the mark at a step's end is given up.
    private static final long SILENCE_MILLIS = 300;
    private static final int SILENCES_AT_MOST = 10;
    private static final String REWOUND = "a shell of this session was lost: what the last steps set is gone";
    private static final String START =
            "__plantao_start=$(<\"$1/session.sh\"); eval \"$__plantao_start\"; eval \"$__plantao_loop\"";

    /// A step's turn in this session.
    private static final class Turn {
        final ShellPrinted printed;
        final CompletableFuture<ShellAnswer> answer = new CompletableFuture<>();
        final CompletableFuture<Boolean> mark = new CompletableFuture<>();
        volatile long shell;
        volatile boolean unreadable;

        Turn(ShellPrinted printed) {
            this.printed = printed;
        }
    }

    private final ShellHost host;
    private final ShellLink folder;
    private final ShellTerminal terminal;
    private final Executor threads;
    private final CompletableFuture<Boolean> ready = new CompletableFuture<>();
    private final SecureRandom random = new SecureRandom();
    private final AtomicBoolean closed = new AtomicBoolean();
    private final ShellMarks marks = new ShellMarks(new ShellMarks.Sink() {
        @Override
        public void bytes(byte[] bytes, int from, int to) {
            Turn now = turn;
            if (now != null && to > from) {
                now.printed.bytes(bytes, from, to);
            }
        }

        @Override
        public void mark() {
            Turn now = turn;
            if (now != null) {
                now.mark.complete(true);
            }
        }
    });
    /// Between two steps the shell of an earlier one was lost. Only the thread that listens knows of it.
    private volatile long leader;
    private boolean rewound;
    private volatile @Nullable Turn turn;
    private CompletableFuture<Void> typed = CompletableFuture.completedFuture(null);

    private ShellSession(ShellHost host, ShellLink folder, ShellTerminal terminal, Executor threads) {
        this.host = host;
        this.folder = folder;
        this.terminal = terminal;
        this.threads = threads;
    }

    /// Starts a shell. It waits for [#ready].
    ///
    /// @param inherited the environment it starts with
    /// @param variables set on top
    static ShellSession start(
            ShellSystem system,
            Path directory,
            Map<String, String> inherited,
            Map<String, String> variables,
            Executor threads)
            throws IOException {
        ShellFolder folder = ShellFolder.make(system, ShellFrame.variables(variables));
        ShellTerminal terminal = null;
        try {
            List<String> command = List.of(
                    system.bash(),
                    "--noprofile",
                    "--norc",
                    "-c",
                    START,
                    "bash",
                    folder.path().toString(),
                    system.stty());
            terminal = ShellTerminal.start(command, directory, inherited);
        } finally {
            if (terminal == null) {
                folder.close();
                folder.answered();
            }
        }
        return attended(new ShellSession(system, folder, terminal, threads));
    }

    /// Starts a shell in another place. It waits for [#ready].
    ///
    /// @param remote connected already
    /// @param command brings the shell up there
    /// @param environment of the connecting program
    static ShellSession start(
            ShellRemote remote, List<String> command, Path directory, Map<String, String> environment, Executor threads)
            throws IOException {
        ShellTerminal terminal = null;
        try {
            terminal = ShellTerminal.start(command, directory, environment);
        } finally {
            if (terminal == null) {
                remote.close();
            }
        }
        return attended(new ShellSession(remote, remote, terminal, threads));
    }

    private static ShellSession attended(ShellSession session) {
        session.threads.execute(session.terminal::attend);
        session.threads.execute(() -> terminal(session));
        session.threads.execute(session::listen);
        return session;
    }

    private static void terminal(ShellSession session) {
        session.terminal.read(new ShellTerminal.Sink() {
            @Override
            public void bytes(byte[] bytes, int count) {
                session.marks.accept(bytes, count);
            }

            @Override
            public void end() {
                session.marks.end();
                Turn now = session.turn;
                if (now != null) {
                    now.mark.complete(true);
                }
            }
        });
    }

    /// The shell may run steps now.
    ///
    /// @throws IOException when it does not come up
    void ready() throws IOException, InterruptedException {
        try {
            folder.order(folder instanceof ShellRemote ? "tty" : terminal.name());
            CompletableFuture.anyOf(ready, terminal.over()).get(START_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new IOException("bash did not answer within " + START_SECONDS + " s", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
        if (!ready.isDone()) {
            throw new IOException(
                    "bash ended at once, with status " + terminal.over().getNow(-1));
        }
        folder.taken();
        if (folder instanceof ShellRemote remote) {
            leader = remote.leader();
        }
    }

    /// The computer it runs on.
    ShellHost host() {
        return host;
    }

    /// The number of its first process on that computer.
    long leader() {
        return leader == 0 ? pid() : leader;
    }

    /// The number of its first process on this computer, of its process group and of its session.
    long pid() {
        return terminal.pid();
    }

    /// Whether steps can still be run in it.
    boolean usable() {
        return !closed.get() && !terminal.over().isDone() && host.ownsTerminal(terminal.pid());
    }

    /// Whether it was ended on purpose.
    boolean closed() {
        return closed.get();
    }

    /// Runs a step; the one before it must have ended.
    ///
    /// @param frame its variables and script, as [ShellFrame] writes them
    CompletableFuture<ShellAnswer> run(byte[] frame, ShellPrinted printed) throws IOException {
        Turn before = turn;
        Turn next = new Turn(printed);
        turn = next;
        if (before != null) {
            before.printed.close();
        }
        folder.step(frame);
        folder.order("step");
        var _ = terminal.over().thenAccept(status -> next.answer.complete(new ShellAnswer.Lost(status)));
        return next.answer;
    }

    /// The process that runs the step's script; 0 before it does.
    long stepShell() {
        Turn now = turn;
        return now == null ? 0 : now.shell;
    }

    /// Waits until all that the step has printed was taken.
    void drain() throws InterruptedException {
        Turn now = turn;
        if (now == null) {
            return;
        }
        if (!terminal.over().isDone()) {
            byte[] word = new byte[16];
            random.nextBytes(word);
            marks.await(HexFormat.of().formatHex(word));
            try {
                folder.order("mark " + HexFormat.of().formatHex(word));
            } catch (IOException e) {
                now.mark.complete(false); // the place is gone, and no mark comes from there
            }
        }
        for (int silences = 0; silences < SILENCES_AT_MOST; ) {
            long read = terminal.count();
            try {
                now.mark.get(SILENCE_MILLIS, TimeUnit.MILLISECONDS);
                break;
            } catch (TimeoutException e) {
                silences = terminal.waiting() && terminal.count() == read ? silences + 1 : 0;
                // A dead shell prints no mark, and what it has left in the background may hold the terminal for
                // long.
                silences = silences > 0 && terminal.over().isDone() ? SILENCES_AT_MOST : silences;
            } catch (ExecutionException e) {
                throw new IllegalStateException(e);
            }
        }
        now.printed.end();
    }

    /// Types into the terminal, in the order of the calls; what nobody reads is dropped with the session.
    synchronized void type(String text) {
        typed = typed.thenRunAsync(() -> write(text), threads);
    }

    /// Another size of the terminal, in cells.
    void size(int rows, int columns) {
        terminal.size(rows, columns);
    }

    /// Whether a program reads a line now that is not to be seen: a password.
    boolean hidden() {
        return terminal.hidden();
    }

    private void write(String text) {
        try {
            terminal.type(text);
        } catch (IOException e) {
            System.getLogger(ShellSession.class.getName()).log(System.Logger.Level.DEBUG, "The terminal is gone", e);
        }
    }

    private void listen() {
        try {
            for (String line = folder.answer(); !line.equals(ShellLink.CLOSED); line = folder.answer()) {
                int space = line.indexOf(' ');
                take(space < 0 ? line : line.substring(0, space), line.substring(space + 1));
            }
        } catch (IOException e) {
            System.getLogger(ShellSession.class.getName())
                    .log(System.Logger.Level.WARNING, "A shell could not be listened to any more", e);
        } finally {
            folder.answered();
        }
    }

    private void take(String word, String more) throws IOException {
        Turn now = turn;
        if (word.equals("ready")) {
            ready.complete(true);
        } else if (now != null) {
            switch (word) {
                case "taken" -> {
                    folder.taken();
                    now.shell = Long.parseLong(more);
                    if (rewound) {
                        now.printed.note(REWOUND);
                        rewound = false;
                    }
                    folder.order("go");
                }
                case "syntax" -> {
                    folder.taken();
                    now.unreadable = true;
                }
                case "ended" -> {
                    int space = more.indexOf(' ');
                    int status = Integer.parseInt(more.substring(0, space));
                    now.answer.complete(new ShellAnswer.Ended(status, more.substring(space + 1)));
                }
                case "left" -> left(now, Integer.parseInt(more));
                default ->
                    System.getLogger(ShellSession.class.getName())
                            .log(System.Logger.Level.WARNING, "A shell said what is not understood");
            }
        }
    }

    private void left(Turn now, int status) throws IOException {
        if (now.answer.isDone() || now.shell == 0 && !now.unreadable) {
            // The shell of an earlier step, even when the next one is already waiting to be taken.
            rewound = true;
            return;
        }
        folder.taken();
        now.answer.complete(now.unreadable ? new ShellAnswer.Unreadable() : new ShellAnswer.Left(status));
    }

    /// Ends the shell and everything it has left running: first kindly (HUP), then not.
    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        try {
            signalAll(ShellSystem.Signal.HUP);
            long patient = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLIS);
            while (!host.members(leader()).isEmpty() && System.nanoTime() < patient) {
                Thread.sleep(10);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            kill();
            try {
                terminal.close();
            } catch (IOException e) {
                System.getLogger(ShellSession.class.getName())
                        .log(System.Logger.Level.DEBUG, "A terminal was gone before it was closed", e);
            }
            folder.close();
            Turn now = turn;
            if (now != null) {
                now.printed.close();
            }
        }
    }

    /// Ends every process of the session at once.
    void kill() {
        signalAll(ShellSystem.Signal.KILL);
    }

    private void signalAll(ShellSystem.Signal signal) {
        host.members(leader()).keySet().forEach(pid -> host.signal(pid, signal));
    }
}
