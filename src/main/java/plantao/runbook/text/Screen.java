package plantao.runbook.text;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// Many patterns looked for in one text: one pass over it (Aho–Corasick over the pieces that each pattern needs)
/// tells which of them can match at all, so that only those are tried. Gives what trying every one would give.
public final class Screen {
    private static final int CHARS = 128;
    private static final int[] NONE = {};

    /// A way in which a pattern can match: it needs a piece of each of these sets.
    private record Way(int pattern, int[] sets) {}

    private final List<Pattern> patterns;
    private final BitSet always = new BitSet();
    /// The state to go to, by state and character; and the sets of which a piece ends in that state.
    private final int[] next;

    private final int[][] found;
    /// The ways that are told first by a set.
    private final Way[][] ways;

    private Screen(List<Pattern> patterns) {
        this.patterns = patterns;
        Map<Set<String>, Integer> sets = new HashMap<>();
        List<List<Way>> told = new ArrayList<>();
        for (int i = 0; i < patterns.size(); i++) {
            Pattern p = patterns.get(i);
            boolean unicode = (p.flags() & (Pattern.UNICODE_CASE | Pattern.COMMENTS | Pattern.LITERAL)) != 0;
            List<List<Set<String>>> needed = unicode ? null : Literals.of(p.pattern());
            if (needed == null) {
                always.set(i);
                continue;
            }
            for (List<Set<String>> way : needed) {
                int[] numbers = way.stream()
                        .mapToInt(s -> sets.computeIfAbsent(s, _ -> sets.size()))
                        .toArray();
                while (told.size() < sets.size()) {
                    told.add(new ArrayList<>());
                }
                told.get(numbers[0]).add(new Way(i, numbers));
            }
        }
        Automaton automaton = new Automaton();
        sets.forEach((pieces, set) -> pieces.forEach(piece -> automaton.add(piece, set)));
        automaton.link();
        next = automaton.next();
        found = automaton.found();
        ways = told.stream().map(w -> w.toArray(new Way[0])).toArray(Way[][]::new);
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

    /// The numbers of the patterns that may be found in the text; no other is. Nobody may change it.
    public BitSet candidates(String text) {
        BitSet seen = null;
        int state = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= CHARS) {
                state = 0;
                continue;
            }
            state = next[state + c];
            int[] here = found[state / CHARS];
            if (here != NONE) {
                seen = seen == null ? new BitSet() : seen;
                for (int set : here) {
                    seen.set(set);
                }
            }
        }
        return seen == null ? always : possible(seen);
    }

    private BitSet possible(BitSet seen) {
        BitSet out = null;
        for (int set = seen.nextSetBit(0); set >= 0; set = seen.nextSetBit(set + 1)) {
            for (Way way : ways[set]) {
                if (isWhole(way, seen)) {
                    out = out == null ? (BitSet) always.clone() : out;
                    out.set(way.pattern());
                }
            }
        }
        return out == null ? always : out;
    }

    private static boolean isWhole(Way way, BitSet seen) {
        for (int set : way.sets()) {
            if (!seen.get(set)) {
                return false;
            }
        }
        return true;
    }

    /// Aho, Corasick, "Efficient String Matching: An Aid to Bibliographic Search" (1975), as a table of all edges.
    private static final class Automaton {
        private final List<int[]> edges = new ArrayList<>();
        private final List<BitSet> ends = new ArrayList<>();

        private Automaton() {
            state();
        }

        private int state() {
            int[] to = new int[CHARS];
            Arrays.fill(to, -1);
            edges.add(to);
            ends.add(new BitSet());
            return edges.size() - 1;
        }

        private void add(String piece, int set) {
            int state = 0;
            for (int i = 0; i < piece.length(); i++) {
                char c = piece.charAt(i);
                if (edges.get(state)[c] < 0) {
                    edges.get(state)[c] = state();
                }
                state = edges.get(state)[c];
            }
            ends.get(state).set(set);
        }

        // Every missing edge becomes that of the longest suffix that has one; a state also ends what its suffixes
        // end.
        private void link() {
            int[] suffix = new int[edges.size()];
            Deque<Integer> open = new ArrayDeque<>();
            open.add(0);
            while (!open.isEmpty()) {
                int s = open.remove();
                int[] to = edges.get(s);
                for (int c = 0; c < CHARS; c++) {
                    int onSuffix = s == 0 ? 0 : edges.get(suffix[s])[c];
                    if (to[c] < 0) {
                        to[c] = onSuffix;
                    } else {
                        suffix[to[c]] = onSuffix;
                        ends.get(to[c]).or(ends.get(onSuffix));
                        open.add(to[c]);
                    }
                }
            }
        }

        // Upper case goes where lower case goes.
        private int[] next() {
            int[] out = new int[edges.size() * CHARS];
            for (int s = 0; s < edges.size(); s++) {
                for (int c = 0; c < CHARS; c++) {
                    out[s * CHARS + c] = edges.get(s)[Character.toLowerCase(c)] * CHARS;
                }
            }
            return out;
        }

        private int[][] found() {
            return ends.stream()
                    .map(e -> e.isEmpty() ? NONE : e.stream().toArray())
                    .toArray(int[][]::new);
        }
    }
}
