package plantao.playbook;

import java.util.Set;

/// Takes terminal control sequences (ECMA-48, xterm) out of text, one character after the other, across any cut of
/// the
/// input. What it leaves: printable characters, tab, newline, carriage return, backspace.
final class ControlFilter {
    /// The answer for a character that is taken out.
    static final int NOTHING = -1;

    private static final char ESCAPE = 0x1b;

    private enum State {
        TEXT,
        /// Behind ESC.
        ESCAPED,
        /// In `ESC [ …`, up to its final byte.
        SEQUENCE,
        /// In a string (title, clipboard, device control), up to BEL or ESC \.
        STRING,
        /// In a string behind an ESC.
        STRING_ESCAPED
    }

    /// Longer parameters are no colour's.
    private static final int PARAMETERS = 64;

    /// Private modes of the alternate screen (xterm).
    private static final Set<String> WHOLE = Set.of("?1049", "?1047", "?47");

    private final Rendition rendition = new Rendition();
    private final StringBuilder parameters = new StringBuilder();
    private State state = State.TEXT;
    private boolean whole;

    /// Whether a program draws on the whole screen: on the alternate one.
    boolean whole() {
        return whole;
    }

    /// The look that what comes next has, as [Rendition] numbers it.
    int look() {
        return rendition.now();
    }

    /// How many characters from `from` on (before `to`) can be kept as they are: printable ASCII outside a
    /// sequence. Most
    /// of what is printed is that, and goes by in one piece.
    int plain(char[] text, int from, int to) {
        int at = from;
        if (state == State.TEXT) {
            while (at < to && text[at] >= 0x20 && text[at] < 0x7f) {
                at++;
            }
        }
        return at - from;
    }

    /// The character to keep, or [#NOTHING].
    int next(char c) {
        if (c == '\n' || c == '\r' && state == State.TEXT) {
            // No sequence goes on behind a line's end: an open string must not swallow all that follows.
            state = State.TEXT;
            return c;
        }
        return switch (state) {
            case TEXT -> text(c);
            case ESCAPED -> escaped(c);
            case SEQUENCE -> {
                if (c == 'm') {
                    rendition.take(parameters);
                } else if ((c == 'h' || c == 'l') && WHOLE.contains(parameters.toString())) {
                    whole = c == 'h';
                } else if (c >= 0x20 && c < 0x40 && parameters.length() < PARAMETERS) {
                    parameters.append(c);
                }
                state = c >= 0x40 && c <= 0x7e ? State.TEXT : c == ESCAPE ? State.ESCAPED : state;
                yield NOTHING;
            }
            case STRING, STRING_ESCAPED -> string(c);
        };
    }

    private int text(char c) {
        switch (c) {
            case ESCAPE -> state = State.ESCAPED;
            case 0x9b -> {
                parameters.setLength(0);
                state = State.SEQUENCE;
            }
            case 0x90, 0x98, 0x9d, 0x9e, 0x9f -> state = State.STRING;
            case '\t', '\b' -> {
                return c;
            }
            case '\u2028', '\u2029' -> {
                return ' ';
            }
            default -> {
                boolean hidden = c < 0x20
                        || c >= 0x7f && c < 0xa0
                        || c >= '\u202a' && c <= '\u202e'
                        || c >= '\u2066' && c <= '\u2069';
                return hidden ? NOTHING : c;
            }
        }
        return NOTHING;
    }

    private int escaped(char c) {
        parameters.setLength(0);
        state = switch (c) {
            case '[' -> State.SEQUENCE;
            case ']', 'P', 'X', '^', '_' -> State.STRING;
            case ESCAPE -> State.ESCAPED;
            // Intermediate bytes (a character set's choice) come before the final one.
            default -> c >= 0x20 && c <= 0x2f ? State.ESCAPED : State.TEXT;
        };
        return NOTHING;
    }

    private int string(char c) {
        if (c == 0x07 || c == 0x9c || state == State.STRING_ESCAPED && c == '\\') {
            state = State.TEXT;
        } else {
            state = c == ESCAPE ? State.STRING_ESCAPED : State.STRING;
        }
        return NOTHING;
    }
}
