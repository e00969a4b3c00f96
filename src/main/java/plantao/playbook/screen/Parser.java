package plantao.playbook.screen;

import java.util.function.Supplier;

/// Tells control sequences (ECMA-48) from text, across any cut of the input.
final class Parser {
    /// What is understood of a stream.
    interface Sink {
        void text(String character, int width);

        void control(char c);

        /// `ESC … final`. @param between intermediate bytes, mostly none
        void escape(String between, char last);

        /// `ESC [ … final`. @param mark the private mark (`?`, `>`, …) or 0
        void sequence(char mark, Parameters parameters, String between, char last);
    }

    private enum State {
        TEXT,
        ESCAPED,
        SEQUENCE,
        /// In a string (title, clipboard, device control): nothing of it is done.
        STRING,
        STRING_ESCAPED
    }

    /// A longer sequence is no screen's.
    private static final int LONGEST = 256;

    private static final char ESCAPE = 0x1b;
    private static final String[] ASCII = new String[0x7f];

    static {
        for (int c = 0; c < ASCII.length; c++) {
            ASCII[c] = String.valueOf((char) c);
        }
    }

    private final Sink sink;
    /// A character set that stands for ASCII's, or null.
    private final Supplier<? extends CharSequence> graphics;
    private final StringBuilder parameters = new StringBuilder();
    private final StringBuilder between = new StringBuilder();
    private State state = State.TEXT;
    private char high;

    /// @param graphics what stands for the characters from `_` to `~`; empty for themselves
    Parser(Sink sink, Supplier<? extends CharSequence> graphics) {
        this.sink = sink;
        this.graphics = graphics;
    }

    void take(char c) {
        if (c == 0x18 || c == 0x1a) {
            state = State.TEXT;
        } else if (state == State.STRING || state == State.STRING_ESCAPED) {
            string(c);
        } else if (c < 0x20 && c != ESCAPE) {
            sink.control(c);
        } else if (c == ESCAPE) {
            begin(State.ESCAPED);
        } else {
            switch (state) {
                case TEXT -> text(c);
                case ESCAPED -> escaped(c);
                default -> sequence(c);
            }
        }
    }

    private void begin(State next) {
        parameters.setLength(0);
        between.setLength(0);
        state = next;
    }

    private void text(char c) {
        if (c < 0x7f) {
            CharSequence set = c >= 0x5f ? graphics.get() : "";
            sink.text(set.isEmpty() ? ASCII[c] : single(set.charAt(c - 0x5f)), 1);
        } else if (c < 0xa0) {
            switch (c) {
                case 0x84 -> sink.escape("", 'D');
                case 0x85 -> sink.escape("", 'E');
                case 0x88 -> sink.escape("", 'H');
                case 0x8d -> sink.escape("", 'M');
                case 0x9b -> begin(State.SEQUENCE);
                case 0x90, 0x98, 0x9d, 0x9e, 0x9f -> begin(State.STRING);
                default -> {
                    // DEL and the other C1 controls do nothing.
                }
            }
        } else if (Character.isHighSurrogate(c)) {
            high = c;
        } else {
            int character = Character.isLowSurrogate(c)
                    ? Character.isHighSurrogate(high) ? Character.toCodePoint(high, c) : 0xFFFD
                    : c;
            high = 0;
            if (!turns(character)) {
                sink.text(Character.toString(character), Widths.of(character));
            }
        }
    }

    private static String single(char c) {
        return c < 0x7f ? ASCII[c] : String.valueOf(c);
    }

    /// Marks that turn the direction of a text could show another command than there is.
    private static boolean turns(int c) {
        return c >= 0x202a && c <= 0x202e || c >= 0x2066 && c <= 0x2069;
    }

    private void escaped(char c) {
        if (c >= 0x20 && c <= 0x2f) {
            between.append(between.length() < LONGEST ? String.valueOf(c) : "");
            return;
        }
        if (between.isEmpty() && c == '[') {
            begin(State.SEQUENCE);
        } else if (between.isEmpty() && "]PX^_".indexOf(c) >= 0) {
            begin(State.STRING);
        } else {
            state = State.TEXT;
            sink.escape(between.toString(), c);
        }
    }

    private void sequence(char c) {
        if (c >= 0x30 && c <= 0x3f && parameters.length() <= LONGEST) {
            parameters.append(c);
        } else if (c >= 0x20 && c <= 0x2f && between.length() <= LONGEST) {
            between.append(c);
        } else if (c >= 0x40 && c <= 0x7e) {
            state = State.TEXT;
            if (parameters.length() <= LONGEST) {
                char mark = parameters.isEmpty() || parameters.charAt(0) < 0x3c ? 0 : parameters.charAt(0);
                sink.sequence(mark, new Parameters(parameters.substring(mark == 0 ? 0 : 1)), between.toString(), c);
            }
        }
    }

    private void string(char c) {
        if (c == 0x07 || c == 0x9c || c == '\n' || state == State.STRING_ESCAPED && c == '\\') {
            state = State.TEXT;
        } else {
            state = c == ESCAPE ? State.STRING_ESCAPED : State.STRING;
        }
    }
}
