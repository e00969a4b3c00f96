package plantao.runbook.text;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The words of a text with those that mean the same made one: "fora do ar" and "down" are both `=down`.
///
/// @param stop words that say nothing
public record Concepts(Map<String, String> phrases, Set<String> stop) {
    private static final int LONGEST = 4;

    /// The concepts of the vocabulary.
    public static Concepts of(Vocabulary vocabulary) {
        return new Concepts(vocabulary.concepts(), Set.copyOf(vocabulary.list("stop")));
    }

    /// The words and concepts (with `=` before them) of the text; numbers, stop words and single letters are left
    /// out.
    public Set<String> of(String text) {
        List<String> tokens = Words.tokens(text.replace('/', ' '));
        Set<String> out = new LinkedHashSet<>();
        for (int i = 0; i < tokens.size(); ) {
            int n = Math.min(LONGEST, tokens.size() - i);
            String concept = null;
            while (n > 0 && (concept = phrases.get(String.join(" ", tokens.subList(i, i + n)))) == null) {
                n--;
            }
            String token = tokens.get(i);
            if (concept != null) {
                out.add("=" + concept);
                if (token.matches("50[234]")) {
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
            if (token.matches("5\\d\\d|5xx")) {
                out.add("=errors");
            }
            if (!stop.contains(token) && token.length() > 1 && !token.matches("[\\d.]+\\w{0,3}")) {
                out.add(stem(token));
            }
            i++;
        }
        return out;
    }

    // Plural and case endings of the three languages, enough to compare words.
    private static String stem(String token) {
        return token.length() > 4 && token.endsWith("s") ? token.substring(0, token.length() - 1) : token;
    }
}
