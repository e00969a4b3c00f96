package plantao.runbook.text;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// Many patterns looked for in one text: one pass over it (Aho–Corasick over the pieces each pattern needs) tells
/// which
/// of them can match at all, so that only those are tried. Gives what trying every one would give.
public final class Screen {
    private static final int CHARS = 128;

    private final List<Pattern> patterns;
    private final BitSet always = new BitSet();
    private final List<int[]> next = new ArrayList<>();
    private final List<BitSet> found = new ArrayList<>();

    private Screen(List<Pattern> patterns) {
        this.patterns = patterns;
        state();
        for (int i = 0; i < patterns.size(); i++) {
            Set<String> pieces = Literals.of(patterns.get(i).pattern());
            boolean unicode =
                    (patterns.get(i).flags() & (Pattern.UNICODE_CASE | Pattern.COMMENTS | Pattern.LITERAL)) != 0;
            if (pieces == null || unicode) {
                always.set(i);
            } else {
                for (String piece : pieces) {
                    add(piece, i);
                }
            }
        }
        link();
    }

    /// The screen for these patterns.
    public static Screen of(List<Pattern> patterns) {
        return new Screen(List.copyOf(patterns));
    }

    /// Whether one of the patterns is found in the text.
    public boolean finds(String text) {
        return first(text) >= 0;
    }

    /// The number, from 0, of the first of the patterns that is found in the text, or -1.
    public int first(String text) {
        BitSet candidates = candidates(text);
        for (int i = candidates.nextSetBit(0); i >= 0; i = candidates.nextSetBit(i + 1)) {
            if (patterns.get(i).matcher(text).find()) {
                return i;
            }
        }
        return -1;
    }

    /// The numbers of the patterns that may be found in the text; no other is.
    public BitSet candidates(String text) {
        BitSet out = (BitSet) always.clone();
        int state = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= CHARS) {
                state = 0;
                continue;
            }
            state = next.get(state)[c >= 'A' && c <= 'Z' ? c + 32 : c];
            BitSet here = found.get(state);
            if (!here.isEmpty()) {
                out.or(here);
            }
        }
        return out;
    }

    private int state() {
        int[] to = new int[CHARS];
        java.util.Arrays.fill(to, -1);
        next.add(to);
        found.add(new BitSet());
        return next.size() - 1;
    }

    private void add(String piece, int pattern) {
        int state = 0;
        for (int i = 0; i < piece.length(); i++) {
            char c = piece.charAt(i);
            if (next.get(state)[c] < 0) {
                next.get(state)[c] = state();
            }
            state = next.get(state)[c];
        }
        found.get(state).set(pattern);
    }

    // Every missing edge becomes that of the longest suffix that has one; a state also finds what its suffixes
    // find.
    private void link() {
        int[] suffix = new int[next.size()];
        Deque<Integer> open = new ArrayDeque<>();
        open.add(0);
        while (!open.isEmpty()) {
            int s = open.remove();
            int[] to = next.get(s);
            for (int c = 0; c < CHARS; c++) {
                int onSuffix = s == 0 ? 0 : next.get(suffix[s])[c];
                if (to[c] < 0) {
                    to[c] = onSuffix;
                } else {
                    suffix[to[c]] = onSuffix;
                    found.get(to[c]).or(found.get(onSuffix));
                    open.add(to[c]);
                }
            }
        }
    }
}
