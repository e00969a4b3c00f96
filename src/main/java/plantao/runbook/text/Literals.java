package plantao.runbook.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Which pieces of text a regular expression cannot match without (the trigram index's trick: Cox, "Regular
/// Expression Matching with a Trigram Index", 2012). A piece is lower case Latin-1; whatever is not understood
/// demands nothing, so that the answer is never too narrow.
final class Literals {
    private static final int MOST = 160;

    private final String regex;
    private int at;
    private boolean unsure;

    private Literals(String regex) {
        this.regex = regex;
    }

    /// One alternative of an expression.
    ///
    /// @param regex it alone
    /// @param pieces every match holds a piece of each of these sets, in lower case
    record Way(String regex, List<Set<String>> pieces) {}

    /// The alternatives of the expression, in order; null when nothing is sure of one of them.
    static @Nullable List<Way> of(String regex) {
        Literals l = new Literals(regex);
        String flags = regex.startsWith("(?i)") ? "(?i)" : "";
        List<Way> out = new ArrayList<>();
        for (boolean more = true; more; more = l.another()) {
            int from = l.at;
            List<Set<String>> pieces = new ArrayList<>();
            l.sequence(pieces);
            String own = regex.substring(from, l.at);
            out.add(new Way(own.startsWith(flags) ? own : flags + own, telling(pieces)));
        }
        boolean sure = !l.unsure
                && l.at == regex.length()
                && out.stream().noneMatch(w -> w.pieces().isEmpty());
        // Flags within hold for what follows, and groups are counted: such alternatives do not stand alone.
        boolean apart = regex.indexOf("(?i)", 1) < 0 && !regex.matches("(?s).*\\\\[1-9].*");
        return !sure
                ? null
                : apart || out.size() == 1
                        ? List.copyOf(out)
                        : out.stream().map(w -> new Way(regex, w.pieces())).toList();
    }

    private boolean another() {
        boolean more = at < regex.length() && regex.charAt(at) == '|';
        at += more ? 1 : 0;
        return more;
    }

    // The most telling first. Single characters that stand everywhere count only where there is nothing else.
    private static List<Set<String>> telling(List<Set<String>> pieces) {
        List<Set<String>> out = new ArrayList<>(
                pieces.stream().filter(p -> Need.shortest(p) > 0).distinct().toList());
        out.sort(Comparator.comparingInt((Set<String> p) -> -Need.shortest(p)));
        List<Set<String>> rare = out.stream()
                .filter(p -> Need.shortest(p) > 1 || p.stream().allMatch("@<>|{}[]()$`#=;!?~"::contains))
                .toList();
        return rare.isEmpty() ? List.copyOf(out.subList(0, Math.min(out.size(), 1))) : rare;
    }

    /// @param exact all the texts it can match, or null when they are too many
    /// @param any one of them stands in every match, or null
    private record Need(
            @Nullable Set<String> exact, @Nullable Set<String> any) {
        static final Need EMPTY = new Need(Set.of(""), null);
        static final Need UNKNOWN = new Need(null, null);

        @Nullable
        Set<String> best() {
            return better(exact, any);
        }

        Need or(Need other) {
            Set<String> mine = best();
            Set<String> theirs = other.best();
            return new Need(union(exact, other.exact), union(mine, theirs));
        }

        private static @Nullable Set<String> product(@Nullable Set<String> a, @Nullable Set<String> b) {
            if (a == null || b == null || a.size() * b.size() > MOST) {
                return null;
            }
            Set<String> out = new HashSet<>();
            a.forEach(x -> b.forEach(y -> out.add(x + y)));
            return out;
        }

        private static @Nullable Set<String> union(@Nullable Set<String> a, @Nullable Set<String> b) {
            if (a == null || b == null || a.size() + b.size() > MOST) {
                return null;
            }
            Set<String> out = new HashSet<>(a);
            out.addAll(b);
            return out;
        }

        // The one whose shortest piece is longest.
        private static @Nullable Set<String> better(@Nullable Set<String> a, @Nullable Set<String> b) {
            int mine = shortest(a);
            int theirs = shortest(b);
            return mine == 0 && theirs == 0 ? null : mine >= theirs ? a : b;
        }

        private static int shortest(@Nullable Set<String> pieces) {
            return pieces == null
                    ? 0
                    : pieces.stream().mapToInt(String::length).min().orElse(0);
        }
    }

    private Need alternatives() {
        Need out = sequence(new ArrayList<>());
        while (another()) {
            out = out.or(sequence(new ArrayList<>()));
        }
        return out;
    }

    /// @param pieces takes up every set that it needs one piece of
    private Need sequence(List<Set<String>> pieces) {
        Set<String> whole = Set.of("");
        Set<String> run = whole;
        while (at < regex.length() && regex.charAt(at) != '|' && regex.charAt(at) != ')') {
            Need next = quantified(atom());
            Set<String> longer = Need.product(run, next.exact());
            whole = Need.product(whole, next.exact());
            if (next.any() != null) {
                pieces.add(next.any());
            }
            if (longer == null) {
                pieces.add(run);
                longer = next.exact() == null ? Set.of("") : next.exact();
            }
            run = longer;
        }
        pieces.add(run);
        Set<String> any = null;
        for (Set<String> piece : pieces) {
            any = Need.better(any, piece);
        }
        return new Need(whole, any);
    }

    private Need atom() {
        char c = regex.charAt(at++);
        return switch (c) {
            case '(' -> group();
            case '[' -> set();
            case '\\' -> escape();
            case '^', '$' -> Need.EMPTY;
            case '.' -> Need.UNKNOWN;
            default -> literal(c);
        };
    }

    private static Need literal(char c) {
        // Lower-casing may join or split letters beyond Latin-1; nothing is demanded there.
        return c < 0x100 ? new Need(Set.of(String.valueOf(c).toLowerCase(Locale.ROOT)), null) : Need.UNKNOWN;
    }

    private Need group() {
        boolean look = false;
        if (regex.startsWith("?", at)) {
            int colon = regex.indexOf(':', at);
            look = regex.startsWith("?=", at)
                    || regex.startsWith("?!", at)
                    || regex.startsWith("?<=", at)
                    || regex.startsWith("?<!", at);
            if (look) {
                at += regex.charAt(at + 1) == '<' ? 3 : 2;
            } else if (regex.startsWith("?>", at)) {
                at += 2;
            } else if (regex.startsWith("?<", at)) {
                at = regex.indexOf('>', at) + 1;
            } else {
                int close = regex.indexOf(')', at);
                unsure |= !regex.startsWith("?:", at) && !regex.startsWith("?i:", at) && !regex.startsWith("?i)", at);
                if (close >= 0 && (colon < 0 || close < colon)) { // flags alone: (?i)
                    at = close + 1;
                    return Need.EMPTY;
                }
                at = colon + 1;
            }
        }
        Need inner = alternatives();
        at++;
        return look ? Need.EMPTY : inner;
    }

    // A small set of characters is spelt out, any other demands nothing.
    private Need set() {
        Set<String> members = new HashSet<>();
        boolean simple = !regex.startsWith("^", at);
        int depth = 1;
        boolean first = true;
        while (at < regex.length()) {
            char c = regex.charAt(at++);
            if (c == '\\') {
                char escaped = regex.charAt(at++);
                simple &= !Character.isLetterOrDigit(escaped);
                members.add(String.valueOf(escaped));
                if (escaped == 'p' || escaped == 'P' || escaped == 'x') {
                    at = regex.startsWith("{", at) ? regex.indexOf('}', at) + 1 : at + 1;
                }
            } else if (c == '[') {
                depth++;
                simple = false;
            } else if (c == ']' && !first) {
                depth--;
                if (depth == 0) {
                    break;
                }
            } else {
                boolean range = c == '-' && !first && !regex.startsWith("]", at);
                simple &= c < 0x100 && c != '&' && !range;
                members.add(String.valueOf(c).toLowerCase(Locale.ROOT));
            }
            first = false;
        }
        return simple && members.size() <= 6 ? new Need(members, null) : Need.UNKNOWN;
    }

    private Need escape() {
        char c = regex.charAt(at++);
        if (c == 'b' || c == 'B' || c == 'A' || c == 'z' || c == 'Z') {
            return Need.EMPTY;
        }
        if (c == 'n' || c == 't') {
            return new Need(Set.of(c == 'n' ? "\n" : "\t"), null);
        }
        if (c == 'p' || c == 'P' || c == 'x') {
            at = regex.startsWith("{", at) ? regex.indexOf('}', at) + 1 : at + (c == 'x' ? 2 : 1);
            return Need.UNKNOWN;
        }
        unsure |= "QEcuNkX0".indexOf(c) >= 0;
        return Character.isLetterOrDigit(c) ? Need.UNKNOWN : literal(c);
    }

    private Need quantified(Need inner) {
        if (at >= regex.length()) {
            return inner;
        }
        Need out = inner;
        switch (regex.charAt(at)) {
            case '?' -> {
                at++;
                out = inner.or(Need.EMPTY);
                out = new Need(out.exact(), null);
            }
            case '*' -> {
                at++;
                out = Need.UNKNOWN;
            }
            case '+' -> {
                at++;
                out = new Need(null, inner.best());
            }
            case '{' -> {
                boolean none = regex.startsWith("{0", at);
                at = regex.indexOf('}', at) + 1;
                out = none ? Need.UNKNOWN : new Need(null, inner.best());
            }
            default -> {
                return inner;
            }
        }
        if (at < regex.length() && (regex.charAt(at) == '?' || regex.charAt(at) == '+')) {
            at++;
        }
        return out;
    }
}
