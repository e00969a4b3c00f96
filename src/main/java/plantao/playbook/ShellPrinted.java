package plantao.playbook;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import plantao.playbook.screen.Terminal;
import plantao.values.Masking;

/// What one step prints, on its way into an [Output] and a spool file: masked and harmless lines.
final class ShellPrinted implements AutoCloseable {
    private static final char[] WHOLE = "\u001b[?1049h".toCharArray();

    private final Output output;
    private final Masking masking;
    private final InstantSource clock;
    private final @Nullable Spool spool;
    private LineText lines;
    private @Nullable Terminal screen;

    /// @param kept whether a file may hold what is printed
    /// @param folder for whole outputs; made when missing
    /// @param limit the most bytes kept
    ShellPrinted(
            Output output, Masking masking, InstantSource clock, boolean kept, Path folder, String name, long limit) {
        this.output = output;
        this.masking = masking;
        this.clock = clock;
        this.lines = lines();
        Spool opened = null;
        try {
            opened = kept ? Spool.open(folder, name, limit) : null;
        } catch (IOException | UnsupportedOperationException e) {
            note("The whole output can't be kept in " + folder + ": " + e.getMessage() + ". Make the folder writable.");
        }
        this.spool = opened;
    }

    /// The next bytes, `from` (inclusive) to `to` (exclusive).
    synchronized void bytes(byte[] bytes, int from, int to) {
        lines.accept(bytes, from, to - from);
        output.unfinished(lines.unfinished());
    }

    /// What was printed up to here is all; what a background process prints from now on is a text of its own.
    synchronized void end() {
        lines.end();
        output.unfinished("");
        screen = null;
        lines = lines();
        if (spool != null) {
            try {
                spool.flush();
            } catch (IOException e) {
                notKept(e);
            }
        }
    }

    /// A line of the console's own.
    void note(String text) {
        output.add(new Output.Line(clock.instant(), "— " + masking.mask(text), true));
    }

    /// Draws all that is printed from now on, too.
    ///
    /// @param session whether that is so from the step's beginning on
    synchronized void draw(boolean session) {
        Terminal drawn = new Terminal(ShellTerminal.ROWS, ShellTerminal.COLUMNS, masking);
        screen = drawn;
        output.terminal(drawn, session);
        lines.drawn();
    }

    /// A program draws on the whole screen: in a step that opened no session the screen begins here.
    private void whole(boolean on) {
        if (on && screen == null) {
            draw(false);
            drawn(WHOLE, 0, WHOLE.length);
        } else if (!on && screen != null) {
            note("a program drew on the whole screen; it showed last:");
            screen.lastWhole().forEach(line -> take(line, List.of(), true, true));
        }
    }

    private void drawn(char[] text, int from, int to) {
        Terminal now = screen;
        String answer = now == null ? "" : now.take(text, from, to);
        if (!answer.isEmpty()) {
            output.type(answer);
        }
    }

    Optional<Path> file() {
        return Optional.ofNullable(spool).map(Spool::file);
    }

    /// Nothing comes any more.
    @Override
    public synchronized void close() {
        lines.end();
        output.unfinished("");
        lines = lines();
        if (spool != null) {
            try {
                spool.close();
            } catch (IOException e) {
                notKept(e);
            }
        }
    }

    private LineText lines() {
        return new LineText(masking, clock, new LineText.Sink() {
            @Override
            public void take(String text, boolean begins, boolean ends) {
                ShellPrinted.this.take(text, List.of(), begins, ends);
            }

            @Override
            public void take(String text, List<TextStyle> paints, boolean begins, boolean ends) {
                ShellPrinted.this.take(text, paints, begins, ends);
            }

            @Override
            public void whole(boolean on) {
                ShellPrinted.this.whole(on);
            }

            @Override
            public void drawn(char[] text, int from, int to) {
                ShellPrinted.this.drawn(text, from, to);
            }
        });
    }

    private void take(String text, List<TextStyle> paints, boolean begins, boolean ends) {
        if (spool != null) {
            spool.write(text, ends).ifPresent(this::note);
        }
        if (begins) {
            output.add(new Output.Line(clock.instant(), ends ? text : text + " … (cut here)", false, paints));
        }
    }

    private void notKept(IOException e) {
        note("The end of this output is not kept: " + e.getMessage() + ". Make room on the disk.");
    }
}
