package plantao.playbook;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import plantao.values.Masking;

/// Turns the bytes a program prints into harmless, masked lines. Bytes that are no UTF-8 become U+FFFD; a line
/// that is written again from its start (`\r`, progress bars) is given as it last was, and at most once a second
/// while it changes.
final class LineText {
    /// A line longer than this comes in pieces.
    static final int LONGEST = 64 * 1024;

    /// A line with more changes of colour loses the later ones.
    private static final int MOST_TURNS = 500;

    private static final int PROMPT = 500;

    private static final Duration PROGRESS = Duration.ofSeconds(1);

    /// Takes a line or a piece of one.
    ///
    /// A line in two pieces arrives as `take("first", true, false)` and `take("last", false, true)`.
    interface Sink {
        /// @param begins whether it begins a line
        /// @param ends whether it ends it
        void take(String text, boolean begins, boolean ends);

        /// The same with how its stretches look.
        ///
        /// @param paints in order; none for a plain line, and for one in
        /// which something was masked
        default void take(String text, List<TextStyle> paints, boolean begins, boolean ends) {
            take(text, begins, ends);
        }

        /// A program begins to draw on the whole screen (true) or has left it (false). What it draws there is no
        /// line.
        default void whole(boolean on) {}

        /// What is printed, as it is: to be drawn by a terminal. Only while [LineText#drawn] says so.
        default void drawn(char[] text, int from, int to) {}
    }

    /// From this character on the line has this look.
    private record Turn(int at, int look) {}

    private final CharsetDecoder decoder = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .onUnmappableCharacter(CodingErrorAction.REPLACE);
    private final ControlFilter controls = new ControlFilter();
    private final CharBuffer chars = CharBuffer.allocate(16 * 1024);
    private final StringBuilder line = new StringBuilder();
    private final List<Turn> turns = new ArrayList<>();
    private int look = SgrState.PLAIN;
    private final Masking masking;
    private final InstantSource clock;
    private final Sink sink;
    private ByteBuffer left = ByteBuffer.allocate(0);
    private boolean begins = true;
    private boolean returned;
    private boolean drawn;
    private Instant told;

    LineText(Masking masking, InstantSource clock, Sink sink) {
        this.masking = masking;
        this.clock = clock;
        this.sink = sink;
        told = clock.instant();
    }

    /// From now on all that is printed is given to the sink as it is, too.
    void drawn() {
        drawn = true;
    }

    /// The next `count` bytes.
    void accept(byte[] bytes, int count) {
        accept(bytes, 0, count);
    }

    /// The next `count` bytes, from `offset` on.
    void accept(byte[] bytes, int offset, int count) {
        ByteBuffer in = ByteBuffer.allocate(left.remaining() + count)
                .put(left)
                .put(bytes, offset, count)
                .flip();
        decode(in, false);
        left = in;
    }

    /// What of a line is there so far, masked; empty when that is too long for a prompt.
    String unfinished() {
        return line.isEmpty() || line.length() > PROMPT || returned ? "" : masking.unfinished(line.toString());
    }

    /// The program prints no more.
    void end() {
        decode(left, true);
        if (controls.whole()) {
            sink.whole(false);
        }
        if (!line.isEmpty() || !begins) {
            emit(true);
        }
    }

    private void decode(ByteBuffer in, boolean last) {
        boolean more = true;
        while (more) {
            more = decoder.decode(in, chars, last).isOverflow();
            if (last && !more) {
                more = decoder.flush(chars).isOverflow();
            }
            chars.flip();
            int at = 0;
            int end = chars.limit();
            char[] text = chars.array();
            if (drawn) {
                sink.drawn(text, at, end);
            }
            while (at < end) {
                if (controls.whole()) {
                    at = whole(text, at, end);
                    continue;
                }
                int plain = returned ? 0 : Math.min(controls.plain(text, at, end), room());
                if (plain > 0) {
                    turn();
                    line.append(text, at, plain);
                    at += plain;
                } else {
                    int c = controls.next(text[at++]);
                    if (c != ControlFilter.NOTHING) {
                        put((char) c);
                    } else if (controls.whole()) {
                        wholeBegins(text, at, end);
                    }
                }
            }
            chars.clear();
        }
    }

    /// A whole-screen program begins: a line that was begun ends here.
    private void wholeBegins(char[] text, int at, int end) {
        if (!line.isEmpty()) {
            emit(true);
        }
        returned = false;
        boolean before = drawn;
        sink.whole(true);
        if (drawn && !before) {
            sink.drawn(text, at, end);
        }
    }

    /// Goes on to where the program leaves the whole screen, or to the end.
    private int whole(char[] text, int from, int to) {
        int at = from;
        while (at < to && controls.whole()) {
            controls.next(text[at++]);
        }
        if (!controls.whole()) {
            sink.whole(false);
        }
        return at;
    }

    private void turn() {
        int now = controls.look();
        if (now != look) {
            look = now;
            if (turns.size() < MOST_TURNS) {
                turns.add(new Turn(line.length(), now));
            }
        }
    }

    /// How many characters the line may take before a piece of it is given away.
    private int room() {
        return LONGEST + masking.longest() - line.length() - 1;
    }

    private void put(char c) {
        switch (c) {
            case '\n' -> {
                returned = false;
                emit(true);
            }
            case '\r' -> returned = true;
            case '\b' -> line.setLength(Math.max(0, line.length() - 1));
            default -> {
                if (returned) {
                    overwritten();
                }
                turn();
                line.append(c);
                if (line.length() >= LONGEST + masking.longest()) {
                    emit(false);
                }
            }
        }
    }

    private void overwritten() {
        returned = false;
        Instant now = clock.instant();
        if (!line.isEmpty() && Duration.between(told, now).compareTo(PROGRESS) >= 0) {
            told = now;
            emit(true);
        }
        line.setLength(0);
        begun();
    }

    private void emit(boolean ends) {
        int cut = line.length();
        if (!ends) {
            cut = masking.cut(line, LONGEST);
            cut = cut > 1 && Character.isHighSurrogate(line.charAt(cut - 1)) ? cut - 1 : cut;
            cut = cut == 0 ? line.length() : cut;
        }
        String text = line.substring(0, cut);
        String masked = masking.mask(text);
        sink.take(masked, masked.equals(text) ? paints(cut) : List.of(), begins, ends);
        line.delete(0, cut);
        begun();
        begins = ends;
    }

    /// What is there of the next line has the look of now.
    private void begun() {
        turns.clear();
        if (look != SgrState.PLAIN) {
            turns.add(new Turn(0, look));
        }
    }

    private List<TextStyle> paints(int end) {
        if (turns.isEmpty()) {
            return List.of();
        }
        List<TextStyle> paints = new ArrayList<>();
        for (int i = 0; i < turns.size(); i++) {
            int from = Math.min(turns.get(i).at(), end);
            int to = i + 1 < turns.size() ? Math.min(turns.get(i + 1).at(), end) : end;
            if (from < to && turns.get(i).look() != SgrState.PLAIN) {
                paints.add(SgrState.paint(from, to, turns.get(i).look()));
            }
        }
        return paints;
    }
}
