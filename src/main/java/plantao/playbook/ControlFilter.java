package plantao.playbook;

import java.util.Set;
import plantao.playbook.screen.Sequences;

/// Takes terminal control sequences out of text, one character after the other, across any cut of the input. What
/// it leaves: printable characters, tab, newline, carriage return, backspace.
final class ControlFilter {
    /// The answer for a character that is taken out.
    static final int NOTHING = -1;

    /// Private modes of the alternate screen (xterm).
    private static final Set<String> WHOLE = Set.of("1049", "1047", "47");

    private final SgrState rendition = new SgrState();
    private final Sequences sequences = new Sequences();
    private boolean whole;

    /// Whether a program draws on the whole screen: on the alternate one.
    boolean whole() {
        return whole;
    }

    /// The look that what comes next has, as [SgrState] numbers it.
    int look() {
        return rendition.now();
    }

    /// How many characters from `from` on (before `to`) can be kept as they are: printable ASCII outside a
    /// sequence. Most of what is printed is that, and goes by in one piece.
    int plain(char[] text, int from, int to) {
        int at = from;
        if (sequences.outside()) {
            while (at < to && text[at] >= 0x20 && text[at] < 0x7f) {
                at++;
            }
        }
        return at - from;
    }

    /// The character to keep, or [#NOTHING].
    int next(char c) {
        return switch (sequences.take(c)) {
            case TEXT -> c == '\u2028' || c == '\u2029' ? ' ' : Sequences.turns(c) ? NOTHING : c;
            case CONTROL -> c == '\n' || c == '\r' || c == '\t' || c == '\b' ? c : NOTHING;
            case SEQUENCE -> {
                done();
                yield NOTHING;
            }
            case ESCAPE, NOTHING -> NOTHING;
        };
    }

    private void done() {
        char last = sequences.last();
        if (last == 'm' && sequences.mark() == 0) {
            rendition.take(sequences.parameters());
        } else if ((last == 'h' || last == 'l')
                && sequences.mark() == '?'
                && WHOLE.contains(sequences.parameters().toString())) {
            whole = last == 'h';
        }
    }
}
