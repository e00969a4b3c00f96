package plantao.playbook;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import plantao.playbook.screen.Terminal;

/// What one step prints: its last lines, in memory and bounded. Written by the runner's threads, read by the
/// screen.
public final class Output {
    /// How many lines are kept for the screen.
    public static final int KEPT = 2000;

    /// How many characters are kept, so that a few very long lines don't fill the memory.
    private static final int KEPT_CHARS = 4 * 1024 * 1024;

    /// A printed line.
    ///
    /// @param error whether it came from standard error
    /// @param paints its colours, in order
    public record Line(Instant at, String text, boolean error, List<TextStyle> paints) {
        public Line(Instant at, String text, boolean error) {
            this(at, text, error, List.of());
        }
    }

    private final Deque<Line> kept = new ArrayDeque<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    /// A terminal elsewhere can't be asked; its words can be read.
    private static final Pattern ASKED = Pattern.compile(
            "(?iu)(?:pass(?:word|phrase|code)|senha|contraseña|\\bPIN\\b|verification code)[^:]{0,60}:\\s*$");

    /// Takes another size of the terminal, in cells.
    @FunctionalInterface
    public interface Sized {
        /// @param rows how many lines of text
        /// @param columns how many characters in each
        void size(int rows, int columns);
    }

    /// What a step has left running behind its end.
    ///
    /// @param processes each one's number and command line, masked; the last may say how many more there are
    /// @param stop stops them; returns at once
    public record Left(List<String> processes, Runnable stop) {}

    private volatile @Nullable Left left;
    private @Nullable Consumer<String> keyboard;
    private BooleanSupplier hidden = () -> false;
    private Sized sized = (_, _) -> {};
    private volatile @Nullable Terminal terminal;
    private volatile boolean session;
    private volatile String unfinished = "";
    private long count;
    private long chars;

    /// Adds a line, dropping the oldest when there are too many.
    public void add(Line line) {
        synchronized (this) {
            kept.addLast(line);
            chars += line.text().length();
            while (kept.size() > KEPT || chars > KEPT_CHARS && kept.size() > 1) {
                chars -= kept.removeFirst().text().length();
            }
            count++;
        }
        listeners.forEach(Runnable::run);
    }

    /// The last lines, at most `most`, oldest first.
    public synchronized List<Line> tail(int most) {
        List<Line> all = new ArrayList<>(kept);
        return List.copyOf(all.subList(Math.max(0, all.size() - most), all.size()));
    }

    /// How many lines were printed in all.
    public synchronized long lines() {
        return count;
    }

    /// Who takes what is typed while the step runs; null when nobody does any more.
    public synchronized void keyboard(@Nullable Consumer<String> takes) {
        keyboard = takes;
    }

    /// The same for a terminal that can tell when what is typed is not to be seen, and that takes another size.
    ///
    /// @param takes who gets what is typed
    /// @param secret whether what is typed now is not to be seen
    /// @param sizes who is told another size
    public synchronized void keyboard(Consumer<String> takes, BooleanSupplier secret, Sized sizes) {
        keyboard = takes;
        hidden = secret;
        sized = sizes;
    }

    /// The screen of a step that opens a session, or in which a program draws on the whole screen; null for others.
    public @Nullable Terminal terminal() {
        return terminal;
    }

    /// What of the step runs on behind its end, and nobody has stopped yet; null for nothing.
    public @Nullable Left left() {
        return left;
    }

    /// Stops what runs on behind the step's end, once; returns at once.
    public void stopLeft() {
        Left stopped;
        synchronized (this) {
            stopped = left;
            left = null;
        }
        if (stopped != null) {
            stopped.stop().run();
        }
    }

    void left(Left behind) {
        left = behind;
    }

    /// Whether the step opened a session: its terminal is drawn from its beginning on.
    public boolean session() {
        return session;
    }

    /// @param isSession whether it is drawn from the step's beginning on
    public void terminal(Terminal drawn, boolean isSession) {
        session = isSession;
        terminal = drawn;
    }

    /// Tells the screen and the program that draws on it another size, in cells. Nothing when no step listens.
    public void size(int rows, int columns) {
        Terminal drawn = terminal;
        Sized told;
        synchronized (this) {
            told = keyboard == null ? (_, _) -> {} : sized;
        }
        if (drawn != null) {
            drawn.size(rows, columns);
            told.size(rows, columns);
        }
    }

    /// Whether what is typed now must not be seen: the program has turned its showing off, or asks for a password
    /// in words.
    public boolean hidden() {
        BooleanSupplier asked;
        synchronized (this) {
            asked = keyboard == null ? () -> false : hidden;
        }
        return ASKED.matcher(unfinished).find() || asked.getAsBoolean();
    }

    /// The line that has begun and not ended: a prompt. Masked.
    public String unfinished() {
        return unfinished;
    }

    void unfinished(String text) {
        unfinished = text;
    }

    /// Whether somebody takes what is typed.
    public synchronized boolean listens() {
        return keyboard != null;
    }

    /// Types into the terminal of the running step: a line with `\n` at its end, or a control character (`^C` is
    /// 3, `^D` is 4). It is not kept; the terminal shows it again in the output unless the step has turned that
    /// off (a password). Does nothing when no step listens.
    public void type(String text) {
        Consumer<String> takes;
        synchronized (this) {
            takes = keyboard;
        }
        if (takes != null) {
            takes.accept(text);
        }
    }

    /// Calls `changed` after every change, on the thread that made it; the caller brings it to its own thread and
    /// drops what it can't keep up with. Closing the answer ends it.
    public AutoCloseable listen(Runnable changed) {
        listeners.add(changed);
        return () -> listeners.remove(changed);
    }
}
