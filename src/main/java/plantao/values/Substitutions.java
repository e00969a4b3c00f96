package plantao.values;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Replaces texts of the runbook by what stands for them in an environment.
final class Substitutions {
    /// What means nothing to a shell in any context.
    private static final Pattern HARMLESS = Pattern.compile("[\\p{L}\\p{N}._:@/%+,][\\p{L}\\p{N}._:@/%+,-]*");
    private static final Pattern PORT = Pattern.compile(":\\d+$");

    /// A stretch that was replaced.
    ///
    /// @param original what the runbook says
    record Span(int start, int end, String original) {}

    /// A text with its replacements.
    ///
    /// @param refusals why a replacement was not made
    record Replaced(String text, List<Span> spans, List<String> refusals) {}

    private Substitutions() {}

    /// One pass from left to right, longest text first, never inside a longer word, path segment or host name;
    /// what was put in is not looked at again.
    static Replaced apply(String text, Map<String, String> replacements, String where) {
        List<String> keys = replacements.keySet().stream()
                .filter(k -> !k.isBlank())
                .sorted(Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()))
                .toList();
        StringBuilder out = new StringBuilder();
        List<Span> spans = new ArrayList<>();
        List<String> refusals = new ArrayList<>();
        int i = 0;
        while (i < text.length()) {
            String key = keyAt(text, i, keys, replacements);
            String value = key == null ? "" : replacements.getOrDefault(key, "");
            if (key != null && harmless(key, value)) {
                spans.add(new Span(out.length(), out.length() + value.length(), key));
                out.append(value);
                i += key.length();
            } else {
                if (key != null) {
                    refusals.add("\"" + key + "\" can't be replaced in " + where + ": \"" + value
                            + "\" holds characters that mean something to the shell. Correct `substitutions`.");
                }
                int step = key == null ? 1 : key.length();
                out.append(text, i, i + step);
                i += step;
            }
        }
        return new Replaced(out.toString(), spans, refusals);
    }

    private static @Nullable String keyAt(String text, int at, List<String> keys, Map<String, String> replacements) {
        for (String key : keys) {
            if (text.startsWith(key, at)
                    && !joinedBefore(text, at, key)
                    && !joinedAfter(text, at + key.length(), key, replacements.getOrDefault(key, ""))) {
                return key;
            }
        }
        return null;
    }

    private static boolean joinedBefore(String text, int at, String key) {
        if (at == 0 || !wordPart(key.charAt(0))) {
            return false;
        }
        char before = text.charAt(at - 1);
        return wordPart(before) || before == '-' || before == '.' || before == '$' || before == '%';
    }

    private static boolean joinedAfter(String text, int end, String key, String value) {
        if (end == text.length() || !wordPart(key.charAt(key.length() - 1))) {
            return false;
        }
        char after = text.charAt(end);
        char next = end + 1 < text.length() ? text.charAt(end + 1) : ' ';
        boolean host = key.indexOf('.') >= 0;
        return wordPart(after)
                || after == '-'
                || after == '.' && wordPart(next)
                || host && after == '@'
                || after == ':'
                        && Character.isDigit(next)
                        && PORT.matcher(value).find();
    }

    private static boolean wordPart(char c) {
        return Character.isLetterOrDigit(c) || c == '_';
    }

    /// Whether what is put in means nothing more to the shell than what it stands for: blanks and patterns of file
    /// names may stand where there were some.
    private static boolean harmless(String key, String value) {
        StringBuilder others = new StringBuilder();
        value.codePoints()
                .filter(c -> " *?".indexOf(c) < 0 || key.indexOf(c) < 0)
                .forEach(others::appendCodePoint);
        return HARMLESS.matcher(others).matches();
    }
}
