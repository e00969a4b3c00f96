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

/// Many patterns looked for in one text: one pass over it (Aho–Corasick over the pieces that each pattern needs)
/// tells which of them can match at all, so that only those are tried. Gives what trying every one would give.
public final class PatternScreen {
    private static final int CHARS = 256;
    private static final int[] NONE = {};

    /// An alternative of a pattern: its matches hold a piece of each of these sets.
    private static final class Way {
        private final int pattern;
        private final Expression expression;
        private final int[] sets;

        private Way(int pattern, String regex, int[] sets) {
            this.pattern = pattern;
            this.expression = Expression.of(regex);
            this.sets = sets;
        }
    }

    /// In the order of their patterns.
    private final List<Way> all = new ArrayList<>();
    /// The ways that can match any text.
    private final BitSet always = new BitSet();
    /// Latin-1 characters by class, those in no piece in class 0.
    private final byte[] classes;
    /// The state (times the number of classes) to go to, by such a state and class.
    private final int[] next;

    private final int width;
    /// The sets of which a piece ends in a state.
    private final int[][] found;
    /// The numbers of the ways that are told first by a set.
    private final int[][] ways;

    private PatternScreen(List<String> patterns) {
        Map<Set<String>, Integer> sets = new HashMap<>();
        List<List<Integer>> told = new ArrayList<>();
        for (int i = 0; i < patterns.size(); i++) {
            List<Literals.Way> needed = Literals.of(patterns.get(i));
            if (needed == null) {
                always.set(all.size());
                all.add(new Way(i, patterns.get(i), new int[0]));
                continue;
            }
            for (Literals.Way way : needed) {
                int[] numbers = way.pieces().stream()
                        .mapToInt(s -> sets.computeIfAbsent(s, _ -> sets.size()))
                        .toArray();
                while (told.size() < sets.size()) {
                    told.add(new ArrayList<>());
                }
                told.get(numbers[0]).add(all.size());
                all.add(new Way(i, way.regex(), numbers));
            }
        }
        Automaton automaton = new Automaton(sets.keySet());
        sets.forEach((pieces, set) -> pieces.forEach(piece -> automaton.add(piece, set)));
        automaton.link();
        classes = automaton.classes;
        width = automaton.width;
        next = automaton.next();
        found = automaton.found();
        ways = told.stream()
                .map(w -> w.stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
    }

    /// The screen for these regular expressions.
    public static PatternScreen of(List<String> patterns) {
        return new PatternScreen(List.copyOf(patterns));
    }

    /// Whether one of the patterns is found in the text.
    public boolean finds(String text) {
        return first(text) >= 0;
    }

    /// The number, from 0, of the first of the patterns that is found in the text, or -1.
    public int first(String text) {
        BitSet possible = ways(text);
        for (int i = possible.nextSetBit(0); i >= 0; i = possible.nextSetBit(i + 1)) {
            Way way = all.get(i);
            if (way.expression.in(text)) {
                return way.pattern;
            }
        }
        return -1;
    }

    /// The numbers of the patterns that may be found in the text; no other is.
    public BitSet candidates(String text) {
        BitSet out = new BitSet();
        BitSet possible = ways(text);
        for (int i = possible.nextSetBit(0); i >= 0; i = possible.nextSetBit(i + 1)) {
            out.set(all.get(i).pattern);
        }
        return out;
    }

    private BitSet ways(String text) {
        BitSet seen = null;
        int state = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            state = c < CHARS ? next[state + classes[c]] : 0;
            int[] here = found[state / width];
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
            for (int way : ways[set]) {
                if (isWhole(all.get(way), seen)) {
                    out = out == null ? (BitSet) always.clone() : out;
                    out.set(way);
                }
            }
        }
        return out == null ? always : out;
    }

    private static boolean isWhole(Way way, BitSet seen) {
        for (int set : way.sets) {
            if (!seen.get(set)) {
                return false;
            }
        }
        return true;
    }

    /// Aho, Corasick, "Efficient String Matching: An Aid to Bibliographic Search" (1975), as a table of all edges.
    private static final class Automaton {
        private final byte[] classes = new byte[CHARS];
        private final int width;
        private final List<int[]> edges = new ArrayList<>();
        private final List<BitSet> ends = new ArrayList<>();

        private Automaton(Set<Set<String>> pieces) {
            byte known = 0;
            for (Set<String> set : pieces) {
                for (String piece : set) {
                    for (int i = 0; i < piece.length(); i++) {
                        if (classes[piece.charAt(i)] == 0) {
                            classes[piece.charAt(i)] = ++known;
                        }
                    }
                }
            }
            // Upper case is read as lower case.
            for (char c = 0; c < CHARS; c++) {
                classes[c] = classes[Character.toLowerCase(c)];
            }
            width = known + 1;
            state();
        }

        private int state() {
            int[] to = new int[width];
            Arrays.fill(to, -1);
            edges.add(to);
            ends.add(new BitSet());
            return edges.size() - 1;
        }

        private void add(String piece, int set) {
            int state = 0;
            for (int i = 0; i < piece.length(); i++) {
                int c = classes[piece.charAt(i)];
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
                for (int c = 0; c < width; c++) {
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

        private int[] next() {
            int[] out = new int[edges.size() * width];
            for (int s = 0; s < edges.size(); s++) {
                for (int c = 0; c < width; c++) {
                    out[s * width + c] = edges.get(s)[c] * width;
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
