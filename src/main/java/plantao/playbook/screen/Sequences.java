package plantao.playbook.screen;

/// The grammar of control sequences (ECMA-48, 5.4 and 5.6; xterm), one character after the other, across any cut of
/// the input. What a sequence does is for others to say.
public final class Sequences {
    /// What a character completes.
    public enum Part {
        /// It is a character to be shown.
        TEXT,
        /// A control function of one character (C0); it may stand within a sequence.
        CONTROL,
        /// `ESC … final`, or the C1 control that means the same: see [#between] and [#last].
        ESCAPE,
        /// `ESC [ … final`: see [#mark], [#parameters], [#between] and [#last].
        SEQUENCE,
        /// Nothing yet, or something that is never done: a string (title, clipboard, device control).
        NOTHING
    }

    private enum State {
        TEXT,
        ESCAPED,
        SEQUENCE,
        STRING,
        STRING_ESCAPED
    }

    /// A longer sequence is no screen's.
    private static final int LONGEST = 256;

    private static final char ESCAPE = 0x1b;

    private final StringBuilder parameters = new StringBuilder();
    private final StringBuilder between = new StringBuilder();
    private State state = State.TEXT;
    private char mark;
    private char last;

    /// Whether the next character stands outside of all sequences.
    public boolean outside() {
        return state == State.TEXT;
    }

    /// The private mark of a sequence (`?`, `>`, …), or 0.
    public char mark() {
        return mark;
    }

    /// The parameters of a sequence as written, without a private mark.
    public CharSequence parameters() {
        return parameters;
    }

    /// Intermediate bytes, mostly none.
    public String between() {
        return between.isEmpty() ? "" : between.toString();
    }

    /// The final byte.
    public char last() {
        return last;
    }

    /// Takes the next character.
    public Part take(char c) {
        if (c == 0x18 || c == 0x1a || c == '\n') {
            // No sequence goes on behind a line's end: an open string must not swallow all that follows.
            state = State.TEXT;
            return c == '\n' ? Part.CONTROL : Part.NOTHING;
        }
        if (state == State.STRING || state == State.STRING_ESCAPED) {
            return string(c);
        }
        if (c == ESCAPE) {
            return begin(State.ESCAPED);
        }
        if (c < 0x20) {
            return Part.CONTROL;
        }
        return switch (state) {
            case TEXT -> c < 0x7f || c >= 0xa0 ? Part.TEXT : single(c);
            case ESCAPED -> escaped(c);
            default -> sequence(c);
        };
    }

    private Part begin(State next) {
        parameters.setLength(0);
        between.setLength(0);
        mark = 0;
        state = next;
        return Part.NOTHING;
    }

    /// DEL does nothing; a C1 control is its escape sequence in one character.
    private Part single(char c) {
        return c == 0x7f ? Part.NOTHING : opens((char) (c - 0x40));
    }

    private Part escaped(char c) {
        if (c >= 0x20 && c <= 0x2f) {
            keep(between, c);
            return Part.NOTHING;
        }
        if (between.isEmpty()) {
            return opens(c);
        }
        state = State.TEXT;
        last = c;
        return Part.ESCAPE;
    }

    private Part opens(char c) {
        return switch (c) {
            case '[' -> begin(State.SEQUENCE);
            case ']', 'P', 'X', '^', '_' -> begin(State.STRING);
            default -> {
                begin(State.TEXT);
                last = c;
                yield Part.ESCAPE;
            }
        };
    }

    private Part sequence(char c) {
        if (c >= 0x3c && c <= 0x3f && parameters.isEmpty() && mark == 0) {
            mark = c;
        } else if (c >= 0x30 && c <= 0x3f) {
            keep(parameters, c);
        } else if (c >= 0x20 && c <= 0x2f) {
            keep(between, c);
        } else if (c >= 0x40 && c <= 0x7e) {
            state = State.TEXT;
            last = c;
            return parameters.length() <= LONGEST && between.length() <= LONGEST ? Part.SEQUENCE : Part.NOTHING;
        }
        return Part.NOTHING;
    }

    private static void keep(StringBuilder part, char c) {
        if (part.length() <= LONGEST) {
            part.append(c);
        }
    }

    private Part string(char c) {
        boolean ends = c == 0x07 || c == 0x9c || state == State.STRING_ESCAPED && c == '\\';
        state = ends ? State.TEXT : c == ESCAPE ? State.STRING_ESCAPED : State.STRING;
        return Part.NOTHING;
    }

    /// Marks that turn the direction of a text could show another command than there is.
    public static boolean turns(int character) {
        return character >= 0x202a && character <= 0x202e || character >= 0x2066 && character <= 0x2069;
    }
}
