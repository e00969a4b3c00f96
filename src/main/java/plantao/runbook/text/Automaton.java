package plantao.runbook.text;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Tells of a text whether a regular expression may be found in it: the automaton of a wider one, which asks for
/// nothing around or at borders (Thompson, "Regular Expression Search Algorithm", 1968), made deterministic state
/// by
/// state as texts come by (Cox, "Regular Expression Matching in the Wild", 2010). "No" is sure, "yes" is not.
final class Automaton {
    /// Characters from here on are one symbol.
    static final int OTHER = 256;
    /// So many states say that it tells too little to go on.
    private static final int MOST = 2000;

    /// Where to go on: nodes with `symbols` take one of them, others split.
    private static final class Node {
        private final @Nullable BitSet symbols;
        private final boolean begin;
        private final boolean end;
        private int[] next;

        private Node(@Nullable BitSet symbols, boolean begin, boolean end, int... next) {
            this.symbols = symbols;
            this.begin = begin;
            this.end = end;
            this.next = next;
        }
    }

    /// Seen by other threads as it was made; an edge that one of them does not see yet it makes again.
    private static final class State {
        private final int[] nodes;
        private final boolean accepts;
        private final boolean acceptsEnd;
        /// Whatever follows, the answer is known.
        private final boolean stops;
        private final @Nullable State[] next;

        private State(int[] nodes, boolean accepts, boolean acceptsEnd, int width) {
            this.nodes = nodes;
            this.accepts = accepts;
            this.acceptsEnd = acceptsEnd;
            this.stops = accepts || nodes.length == 0;
            this.next = new State[width];
        }
    }

    private static final int ACCEPT = 0;

    private final List<Node> nodes = new ArrayList<>();
    private final int start;
    private final byte[] classes = new byte[OTHER + 1];
    /// One symbol of each class.
    private final int[] symbols;
    private final Map<BitSet, State> states = new HashMap<>();
    private final State first;
    private final State lost;

    private Automaton(Syntax.Tree tree) {
        nodes.add(new Node(null, false, false));
        start = compiled(tree, ACCEPT);
        symbols = classify();
        lost = new State(new int[0], true, true, symbols.length);
        first = state(closure(new BitSet(), start, true));
    }

    static Automaton of(String regex) {
        return new Automaton(Syntax.of(regex));
    }

    /// False when the expression is surely not found in the text.
    boolean passes(CharSequence text) {
        State s = first;
        int length = text.length();
        for (int i = 0; i < length && !s.stops; i++) {
            char c = text.charAt(i);
            int symbol = classes[c < OTHER ? c : OTHER];
            State known = s.next[symbol];
            s = known == null ? step(s, symbol) : known;
        }
        return s.accepts || !s.stops && s.acceptsEnd;
    }

    private int node(Node n) {
        nodes.add(n);
        return nodes.size() - 1;
    }

    private int compiled(Syntax.Tree tree, int next) {
        return switch (tree) {
            case Syntax.Symbols s -> node(new Node(s.members(), false, false, next));
            case Syntax.Begin _ -> node(new Node(null, true, false, next));
            case Syntax.End _ -> node(new Node(null, false, true, next));
            case Syntax.Sequence s -> {
                int at = next;
                for (Syntax.Tree part : s.parts().reversed()) {
                    at = compiled(part, at);
                }
                yield at;
            }
            case Syntax.Choice c ->
                node(new Node(
                        null,
                        false,
                        false,
                        c.ways().stream().mapToInt(w -> compiled(w, next)).toArray()));
            case Syntax.Loop l -> {
                int split = node(new Node(null, false, false));
                nodes.get(split).next = new int[] {compiled(l.inner(), split), next};
                yield split;
            }
        };
    }

    // Symbols that no node tells apart are one class.
    private int[] classify() {
        Map<List<Boolean>, Integer> known = new HashMap<>();
        List<Integer> symbolOf = new ArrayList<>();
        List<BitSet> sets = nodes.stream()
                .flatMap(n -> java.util.stream.Stream.ofNullable(n.symbols))
                .distinct()
                .toList();
        for (int symbol = 0; symbol <= OTHER; symbol++) {
            int own = symbol;
            List<Boolean> in = sets.stream().map(s -> s.get(own)).toList();
            Integer found = known.putIfAbsent(in, known.size());
            if (found == null) {
                symbolOf.add(symbol);
            }
            classes[symbol] = (byte) (found == null ? known.size() - 1 : found);
        }
        return symbolOf.stream().mapToInt(Integer::intValue).toArray();
    }

    private BitSet closure(BitSet out, int node, boolean begin) {
        if (out.get(node)) {
            return out;
        }
        Node n = nodes.get(node);
        if (n.begin && !begin) {
            return out;
        }
        out.set(node);
        if (n.symbols == null && !n.end) {
            for (int next : n.next) {
                closure(out, next, begin);
            }
        }
        return out;
    }

    private boolean reachesEnd(BitSet nodes) {
        BitSet seen = new BitSet();
        nodes.stream().forEach(n -> pastEnd(n, seen));
        return seen.get(ACCEPT);
    }

    private void pastEnd(int node, BitSet seen) {
        Node n = nodes.get(node);
        if (!seen.get(node) && n.symbols == null) {
            seen.set(node);
            for (int next : n.next) {
                pastEnd(next, seen);
            }
        }
    }

    private State state(BitSet closed) {
        State known = states.get(closed);
        if (known != null) {
            return known;
        }
        if (states.size() >= MOST) {
            return lost;
        }
        int[] kept = closed.stream()
                .filter(n -> nodes.get(n).symbols != null || nodes.get(n).end)
                .toArray();
        State made = new State(kept, closed.get(ACCEPT), reachesEnd(closed), symbols.length);
        states.put(closed, made);
        return made;
    }

    // Rarely: each edge once.
    private synchronized State step(State from, int symbolClass) {
        BitSet out = new BitSet();
        for (int n : from.nodes) {
            Node node = nodes.get(n);
            if (node.symbols != null && node.symbols.get(symbols[symbolClass])) {
                closure(out, node.next[0], false);
            }
        }
        closure(out, start, false);
        State to = state(out);
        from.next[symbolClass] = to;
        return to;
    }
}
