package plantao.runbook.text;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The words of a text with those that mean the same made one: "fora do ar" and "down" are both `=down`.
///
/// @param begins the first words of the phrases
/// @param stop words that say nothing
public record Concepts(Map<String, String> phrases, Set<String> begins, Set<String> stop) {
    private static final int LONGEST = 4;
    // In "Error: rate limit reached" nothing is said of an error rate.
    private static final Expression CLAUSE = Expression.of("[:;]\\s");
    private static final Expression GATEWAY = Expression.of("50[234]");
    private static final Expression SERVER = Expression.of("5\\d\\d|5xx");
    private static final Expression NUMBER = Expression.of("[\\d.]+\\w{0,3}");

    static Concepts of(Map<String, String> phrases, List<String> stop) {
        Set<String> begins = new HashSet<>();
        phrases.keySet().forEach(p -> begins.add(p.split(" ", 2)[0]));
        return new Concepts(Map.copyOf(phrases), Set.copyOf(begins), Set.copyOf(stop));
    }

    /// The words and concepts (with `=` before them) of the text; numbers, stop words and single letters are left
    /// out.
    public Set<String> of(String text) {
        Set<String> out = new LinkedHashSet<>();
        for (String clause : CLAUSE.split(apart(text), 0)) {
            add(Words.tokens(clause), out);
        }
        return out;
    }

    private void add(List<String> tokens, Set<String> out) {
        for (int i = 0; i < tokens.size(); ) {
            String token = tokens.get(i);
            int n = begins.contains(token) ? Math.min(LONGEST, tokens.size() - i) : 0;
            String concept = null;
            while (n > 0 && (concept = phrases.get(String.join(" ", tokens.subList(i, i + n)))) == null) {
                n--;
            }
            boolean digit = Character.isDigit(token.charAt(0));
            if (concept != null) {
                out.add("=" + concept);
                if (digit && GATEWAY.matcher(token).matches()) {
                    out.add("=errors");
                }
                for (String part : tokens.subList(i, n > 1 ? i + n : i)) {
                    if (phrases.containsKey(part)) {
                        out.add("=" + phrases.get(part));
                    }
                }
                i += n;
                continue;
            }
            if (digit && SERVER.matcher(token).matches()) {
                out.add("=errors");
            }
            if (!stop.contains(token)
                    && token.length() > 1
                    && !(digit && NUMBER.matcher(token).matches())) {
                out.add(stem(token));
            }
            i++;
        }
    }

    /// The text with the words of a joined name apart: "ApiDown/CacheDown" is "Api Down Cache Down".
    public static String apart(String text) {
        StringBuilder out = null;
        int kept = 0;
        for (int i = 1; i < text.length(); i++) {
            if (isJoint(text, i)) {
                out = out == null ? new StringBuilder(text.length() + 8) : out;
                out.append(text, kept, i).append(' ');
                kept = i;
            }
        }
        String apart =
                out == null ? text : out.append(text, kept, text.length()).toString();
        return apart.replace('/', ' ').replace('_', ' ');
    }

    // "aB" is apart before the capital, "HTTPError" before its last one.
    private static boolean isJoint(String text, int at) {
        if (!Character.isUpperCase(text.charAt(at))) {
            return false;
        }
        return Character.isLowerCase(text.charAt(at - 1))
                || Character.isUpperCase(text.charAt(at - 1))
                        && at + 2 < text.length()
                        && Character.isLowerCase(text.charAt(at + 1))
                        && Character.isLowerCase(text.charAt(at + 2));
    }

    // Plural and case endings of the three languages, enough to compare words.
    private static String stem(String token) {
        return token.length() > 4 && token.endsWith("s") ? token.substring(0, token.length() - 1) : token;
    }
}
