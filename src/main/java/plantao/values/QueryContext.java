package plantao.values;

import java.util.regex.Pattern;
import plantao.runbook.Runner;

/// Where in a query or request a character stands.
enum QueryContext {
    /// Outside of everything.
    CODE,
    /// Within quotes that hold a text.
    TEXT,
    /// Within quotes that hold a name (SQL's double quotes).
    NAME,
    /// Within a text between `$tag$`.
    DOLLAR,
    COMMENT;

    private static final Pattern TAG = Pattern.compile("\\$(?:[A-Za-z_]\\w*)?\\$");

    /// For every character of a text.
    static QueryContext[] of(String text, Runner language) {
        QueryContext[] at = new QueryContext[text.length() + 1];
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            int end = i + 1;
            QueryContext in = CODE;
            if (language == Runner.SQL && text.startsWith("--", i) || language == Runner.PROMQL && c == '#') {
                end = end(text, "\n", i, 0);
                in = COMMENT;
            } else if (language == Runner.SQL && text.startsWith("/*", i)) {
                end = end(text, "*/", i, 2);
                in = COMMENT;
            } else if (language == Runner.SQL && c == '\'') {
                boolean escapes = i > 0 && "eE".indexOf(text.charAt(i - 1)) >= 0;
                end = closing(text, i, c, escapes, true);
                in = TEXT;
            } else if (language == Runner.SQL && c == '"') {
                end = closing(text, i, c, false, true);
                in = NAME;
            } else if (language == Runner.SQL && c == '$') {
                var tag = TAG.matcher(text).region(i, text.length());
                if (tag.lookingAt()) {
                    end = end(text, tag.group(), tag.end(), tag.group().length());
                    in = DOLLAR;
                }
            } else if (language == Runner.PROMQL && "\"'`".indexOf(c) >= 0) {
                end = closing(text, i, c, c != '`', false);
                in = TEXT;
            }
            for (int k = i; k < end; k++) {
                at[k] = in;
            }
            i = end;
        }
        at[text.length()] = CODE;
        return at;
    }

    private static int end(String text, String closing, int from, int length) {
        int found = text.indexOf(closing, from);
        return found < 0 ? text.length() : found + length;
    }

    private static int closing(String text, int open, char quote, boolean escapes, boolean doubled) {
        for (int i = open + 1; i < text.length(); i++) {
            if (escapes && text.charAt(i) == '\\') {
                i++;
            } else if (doubled && text.charAt(i) == quote && i + 1 < text.length() && text.charAt(i + 1) == quote) {
                i++;
            } else if (text.charAt(i) == quote) {
                return i + 1;
            }
        }
        return text.length();
    }
}
