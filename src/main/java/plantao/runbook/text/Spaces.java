package plantao.runbook.text;

/// White space as regular expressions see it (`\s`: the ASCII ones).
final class Spaces {
    private Spaces() {}

    static boolean is(int c) {
        return c == ' ' || c >= '\t' && c <= '\r';
    }

    /// Every run of white space as one space.
    static String single(String text) {
        return collapsed(text, 1);
    }

    /// Runs of two or more as one space; a single one stays what it is.
    static String collapsedRuns(String text) {
        return collapsed(text, 2);
    }

    private static String collapsed(String text, int shortest) {
        StringBuilder out = null;
        int kept = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean alone = c == ' ' && (i + 1 == text.length() || text.charAt(i + 1) > ' ');
            if (c > ' ' || alone || !is(c)) {
                continue;
            }
            int end = i + 1;
            while (end < text.length() && is(text.charAt(end))) {
                end++;
            }
            boolean already = end == i + 1 && text.charAt(i) == ' ';
            if (!already && end - i >= shortest) {
                out = out == null ? new StringBuilder(text.length()) : out;
                out.append(text, kept, i).append(' ');
                kept = end;
            }
            i = end - 1;
        }
        return out == null ? text : out.append(text, kept, text.length()).toString();
    }
}
