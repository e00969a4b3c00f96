package plantao.runbook.text;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;

/// What a regular expression asks of a text, character by character. Whatever asks for more (borders, what stands
/// around, what a group held) is left out, so that the tree matches all that the expression matches, and more.
final class Syntax {
    private static final int OTHER = Automaton.OTHER;
    // More repetitions than that are any number.
    private static final int COUNTED = 3;

    /// A part of an expression.
    sealed interface Tree permits Symbols, Begin, End, Sequence, Choice, Loop {}

    /// One character. @param members Latin-1 characters, and 256 for all others
    record Symbols(BitSet members) implements Tree {}

    /// Only where the text begins.
    record Begin() implements Tree {}

    /// Only where the text ends.
    record End() implements Tree {}

    /// One after the other.
    record Sequence(List<Tree> parts) implements Tree {}

    /// One of them.
    record Choice(List<Tree> ways) implements Tree {}

    /// Any number of times.
    record Loop(Tree inner) implements Tree {}

    private static final Tree NOTHING = new Sequence(List.of());

    private final String regex;
    private int at;
    private boolean caseless;
    private boolean unicode;
    private boolean lines;
    private boolean dotall;

    private Syntax(String regex) {
        this.regex = regex;
    }

    static Tree of(String regex) {
        return new Syntax(regex).choice();
    }

    private boolean ends() {
        return at >= regex.length();
    }

    private boolean takes(String text) {
        boolean there = regex.startsWith(text, at);
        at += there ? text.length() : 0;
        return there;
    }

    private Tree choice() {
        List<Tree> ways = new ArrayList<>();
        do {
            List<Tree> parts = new ArrayList<>();
            while (!ends() && regex.charAt(at) != '|' && regex.charAt(at) != ')') {
                parts.add(quantified(atom()));
            }
            ways.add(parts.size() == 1 ? parts.getFirst() : new Sequence(List.copyOf(parts)));
        } while (takes("|"));
        return ways.size() == 1 ? ways.getFirst() : new Choice(List.copyOf(ways));
    }

    private Tree atom() {
        int from = at;
        char c = regex.charAt(at++);
        return switch (c) {
            case '(' -> group();
            case '[' -> members(from);
            case '.' -> symbols(s -> dotall || s != '\n' && s != '\r' && s != 0x85, true);
            case '^' -> lines ? NOTHING : new Begin();
            case '$' -> lines ? NOTHING : end();
            case '\\' -> escape();
            default -> literal(c);
        };
    }

    // "$" also matches before a last line's end.
    private Tree end() {
        boolean last = ends() || regex.charAt(at) == ')' || regex.charAt(at) == '|';
        return last ? new Choice(List.of(new End(), symbols(s -> s == '\n' || s == '\r' || s == 0x85, true))) : NOTHING;
    }

    private Tree group() {
        boolean caselessBefore = caseless;
        boolean unicodeBefore = unicode;
        boolean linesBefore = lines;
        boolean dotallBefore = dotall;
        boolean around = false;
        if (takes("?")) {
            if (takes("=") || takes("!") || takes("<=") || takes("<!")) {
                around = true;
            } else if (takes("<")) {
                at = regex.indexOf('>', at) + 1;
            } else if (!takes(">")) {
                while (regex.charAt(at) != ':' && regex.charAt(at) != ')') {
                    char flag = regex.charAt(at++);
                    caseless |= flag == 'i';
                    unicode |= flag == 'u';
                    lines |= flag == 'm';
                    dotall |= flag == 's';
                }
                if (regex.charAt(at++) == ')') {
                    return NOTHING; // flags alone hold for the rest
                }
            }
        }
        Tree inner = choice();
        at++;
        caseless = caselessBefore;
        unicode = unicodeBefore;
        lines = linesBefore;
        dotall = dotallBefore;
        return around ? NOTHING : inner;
    }

    private Tree members(int from) {
        boolean not = takes("^");
        BitSet out = new BitSet();
        boolean others = not;
        boolean first = true;
        while (first || regex.charAt(at) != ']') {
            char c = regex.charAt(at++);
            if (c == '[' || c == '&' && regex.startsWith("&", at)) {
                return rare(from);
            }
            Symbols one = null;
            if (c == '\\') {
                if (!(escape() instanceof Symbols escaped)) {
                    return rare(from);
                }
                one = escaped;
            }
            boolean range = one == null && regex.startsWith("-", at) && regex.charAt(at + 1) != ']';
            if (range) {
                char to = regex.charAt(at + 1);
                if (to == '\\' || to == '[') {
                    return rare(from);
                }
                at += 2;
                one = range(c, to);
            }
            one = one == null ? literal(c) : one;
            out.or(one.members());
            first = false;
        }
        at++;
        others |= out.get(OTHER);
        if (not) {
            out.flip(0, OTHER);
        }
        out.set(OTHER, others);
        return new Symbols(out);
    }

    private Symbols range(char from, char to) {
        BitSet out = new BitSet();
        for (int c = from; c <= Math.min(to, OTHER); c++) {
            out.or(literal((char) c).members());
        }
        return new Symbols(out);
    }

    // Sets within sets: Java's own reading, asked for each Latin-1 character.
    private Tree rare(int from) {
        at = from + 1;
        int depth = 1;
        boolean first = true;
        takes("^");
        while (depth > 0) {
            char c = regex.charAt(at++);
            at += c == '\\' ? 1 : 0;
            depth += c == '[' ? 1 : c == ']' && !first ? -1 : 0;
            first = false;
        }
        return asked(regex.substring(from, at));
    }

    private Tree asked(String one) {
        int flags = (caseless ? Pattern.CASE_INSENSITIVE : 0) | (unicode ? Pattern.UNICODE_CASE : 0);
        var set = Pattern.compile(one, flags).matcher("");
        return symbols(s -> set.reset(String.valueOf((char) s)).matches(), true);
    }

    private Tree escape() {
        int from = at - 1;
        if (takes("p{L}")) {
            return symbols(Character::isLetter, true);
        }
        if (takes("p{N}")) {
            return symbols(s -> s >= '0' && s <= '9' || "²³¹¼½¾".indexOf(s) >= 0, true);
        }
        char c = regex.charAt(at++);
        return switch (c) {
            case 'b', 'B', 'G' -> NOTHING;
            case 'A' -> new Begin();
            case 'z', 'Z' -> end();
            case 'n' -> literal('\n');
            case 't' -> literal('\t');
            case 'r' -> literal('\r');
            case 'd' -> symbols(s -> s >= '0' && s <= '9', false);
            case 's' -> symbols(s -> s == ' ' || s >= '\t' && s <= '\r', false);
            case 'w' -> symbols(Syntax::isWord, false);
            case 'D' -> symbols(s -> s < '0' || s > '9', true);
            case 'S' -> symbols(s -> s != ' ' && (s < '\t' || s > '\r'), true);
            case 'W' -> symbols(s -> !isWord(s), true);
            case 'Q' -> quoted();
            case 'p', 'P', 'x', 'u', 'h', 'H', 'v', 'V', 'e', 'f', 'a' -> {
                at = regex.startsWith("{", at)
                        ? regex.indexOf('}', at) + 1
                        : at + (c == 'x' ? 2 : c == 'u' ? 4 : c == 'p' || c == 'P' ? 1 : 0);
                yield asked(regex.substring(from, at));
            }
            default -> isWord(c) ? anything() : literal(c);
        };
    }

    private static boolean isWord(int s) {
        return s == '_' || s < 0x80 && Letters.isWord(s);
    }

    private static Tree anything() {
        return new Loop(symbols(_ -> true, true));
    }

    private Tree quoted() {
        int to = regex.indexOf("\\E", at);
        int end = to < 0 ? regex.length() : to;
        List<Tree> parts = new ArrayList<>();
        for (; at < end; at++) {
            parts.add(literal(regex.charAt(at)));
        }
        at = to < 0 ? end : to + 2;
        return new Sequence(List.copyOf(parts));
    }

    private Symbols literal(char c) {
        if (c >= OTHER) {
            return symbols(_ -> false, true);
        }
        boolean letter = caseless && (c < 0x80 || unicode);
        return symbols(
                s -> s == c || letter && Character.toLowerCase(s) == Character.toLowerCase((int) c),
                // The Kelvin sign and the long s are letters of ASCII to who looks beyond it.
                caseless && unicode);
    }

    private static Symbols symbols(IntPredicate latin, boolean others) {
        BitSet out = new BitSet(OTHER + 1);
        for (int s = 0; s < OTHER; s++) {
            if (latin.test(s)) {
                out.set(s);
            }
        }
        out.set(OTHER, others);
        return new Symbols(out);
    }

    private Tree quantified(Tree inner) {
        if (ends()) {
            return inner;
        }
        int least;
        int most;
        switch (regex.charAt(at)) {
            case '?' -> {
                least = 0;
                most = 1;
            }
            case '*' -> {
                least = 0;
                most = Integer.MAX_VALUE;
            }
            case '+' -> {
                least = 1;
                most = Integer.MAX_VALUE;
            }
            case '{' -> {
                int close = regex.indexOf('}', at);
                String[] bounds = regex.substring(at + 1, close).split(",", 2);
                least = Integer.parseInt(bounds[0]);
                most = bounds.length == 1
                        ? least
                        : bounds[1].isEmpty() ? Integer.MAX_VALUE : Integer.parseInt(bounds[1]);
                at = close;
            }
            default -> {
                return inner;
            }
        }
        at++;
        if (!ends() && (regex.charAt(at) == '?' || regex.charAt(at) == '+')) {
            at++;
        }
        return repeated(inner, least, most);
    }

    private static Tree repeated(Tree inner, int least, int most) {
        List<Tree> out = new ArrayList<>();
        for (int i = 0; i < Math.min(least, COUNTED); i++) {
            out.add(inner);
        }
        if (most > COUNTED) {
            out.add(new Loop(inner));
        } else {
            for (int i = least; i < most; i++) {
                out.add(new Choice(List.of(inner, NOTHING)));
            }
        }
        return new Sequence(List.copyOf(out));
    }
}
