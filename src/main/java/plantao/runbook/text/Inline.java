package plantao.runbook.text;

import java.util.ArrayList;
import java.util.List;

/// Takes Markdown's inline marks out of a text. Scans by hand what nearly every line has, because every line comes
/// by here many times; the rare marks are left to patterns.
final class Inline {
    private static final Expression LINK =
            Expression.of("!?\\[((?:[^\\[\\]]++|\\[[^\\[\\]]*+\\](?!\\())*+)\\]\\(([^()\\s]*)[^()]{0,200}\\)");
    private static final Expression TAG =
            Expression.of("(?i)</?(?:br|p|b|i|em|strong|div|span|details|summary|kbd|sub|sup|a)(?:\\s[^<>]*)?/?>");
    private static final Expression ESCAPE = Expression.of("\\\\([\\\\`*_{}\\[\\]()#+\\-.!|<>~=&$%^@:;,?'\"/])");

    private static final boolean[] MARKS = marks();

    private Inline() {}

    /// A code span.
    ///
    /// @param start of its first tick
    /// @param from of its content
    /// @param to the end of its content
    record Span(int start, int from, int to) {
        int end() {
            return to + from - start;
        }

        String content(String text) {
            return text.substring(from, to).strip();
        }
    }

    static String plain(String markdown) {
        if (isPlain(markdown)) {
            return markdown;
        }
        if (!hasMarks(markdown)) {
            return Spaces.single(markdown.strip());
        }
        if (markdown.indexOf('`') < 0) {
            return Spaces.single(unmarked(markdown).strip());
        }
        StringBuilder out = new StringBuilder(markdown.length());
        int from = 0;
        for (Span s : spans(markdown)) {
            out.append(unmarked(markdown.substring(from, s.start())));
            out.append(s.content(markdown));
            from = s.end();
        }
        return Spaces.single(
                out.append(unmarked(markdown.substring(from))).toString().strip());
    }

    // Most texts have neither marks nor white space to collapse: one look tells.
    private static boolean isPlain(String text) {
        boolean space = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == ' ') {
                if (space) {
                    return false;
                }
                space = true;
                continue;
            }
            space = false;
            if (c < ' ' || c < MARKS.length && MARKS[c]) {
                return false;
            }
        }
        return text.isEmpty()
                || !space
                        && !Character.isWhitespace(text.charAt(0))
                        && !Character.isWhitespace(text.charAt(text.length() - 1));
    }

    private static boolean[] marks() {
        boolean[] out = new boolean[128];
        for (char c : "`[<*~_\\&".toCharArray()) {
            out[c] = true;
        }
        return out;
    }

    private static boolean hasMarks(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < MARKS.length && MARKS[c]) {
                return true;
            }
        }
        return false;
    }

    private static String unmarked(String text) {
        String t = text.contains("](") ? LINK.matcher(text).replaceAll("$1") : text;
        t = t.indexOf('<') < 0 ? t : TAG.matcher(t).replaceAll(" ");
        t = withoutEmphasis(t);
        t = t.indexOf('\\') < 0 ? t : ESCAPE.matcher(t).replaceAll("$1");
        return t.indexOf('&') < 0
                ? t
                : t.replace("&gt;", ">")
                        .replace("&lt;", "<")
                        .replace("&nbsp;", " ")
                        .replace("&amp;", "&");
    }

    // Stars, double tildes, and underscores that open or close a word ("snake_case" keeps its own).
    private static String withoutEmphasis(String t) {
        StringBuilder out = null;
        int kept = 0;
        for (int i = 0; i < t.length(); ) {
            char c = t.charAt(i);
            int n = 0;
            if (c == '\\' && i + 1 < t.length() && "*_~\\".indexOf(t.charAt(i + 1)) >= 0) {
                i += 2; // A mark that is meant as itself (CommonMark 0.31 §2.4).
                continue;
            }
            if (c == '*') {
                n = 1;
            } else if (c == '~' && i + 1 < t.length() && t.charAt(i + 1) == '~') {
                n = 2;
            } else if (c == '_') {
                n = underscores(t, i);
            }
            if (n > 0) {
                out = out == null ? new StringBuilder(t.length()) : out;
                out.append(t, kept, i);
                kept = i + n;
            }
            i += Math.max(n, 1);
        }
        return out == null ? t : out.append(t, kept, t.length()).toString();
    }

    private static int underscores(String t, int at) {
        boolean first = at == 0;
        int before = first ? ' ' : t.codePointBefore(at);
        boolean two = at + 1 < t.length() && t.charAt(at + 1) == '_';
        if (first || !(Letters.isWord(before) || before == '_')) {
            for (int n = two ? 2 : 1; n > 0; n--) {
                if (at + n < t.length() && !Spaces.is(t.charAt(at + n))) {
                    return n;
                }
            }
        }
        if (!first && !Spaces.is(before) && before != '_') {
            for (int n = two ? 2 : 1; n > 0; n--) {
                int after = at + n < t.length() ? t.codePointAt(at + n) : ' ';
                if (!Letters.isWord(after) && after != '_') {
                    return n;
                }
            }
        }
        return 0;
    }

    /// The code spans (CommonMark 0.31 §6.1): a run of ticks up to the next run of as many; beyond the first other
    /// run it must close on its line.
    static List<Span> spans(String text) {
        List<Span> out = new ArrayList<>();
        int at = text.indexOf('`');
        while (at >= 0) {
            int from = runEnd(text, at);
            int opener = at;
            int close = -1;
            while (opener < from && (close = close(text, from, from - opener)) < 0) {
                opener++;
            }
            if (close < 0) {
                at = text.indexOf('`', from);
                continue;
            }
            Span s = new Span(opener, from, close);
            out.add(s);
            at = text.indexOf('`', s.end());
        }
        return out;
    }

    private static int close(String text, int from, int ticks) {
        int at = text.indexOf('`', from);
        boolean first = true;
        while (at >= 0) {
            int end = runEnd(text, at);
            boolean fits = end - at == ticks;
            if (fits && first) {
                return at;
            }
            if (broken(text, from, at - 1)) {
                return -1;
            }
            if (fits) {
                return at;
            }
            first = false;
            at = text.indexOf('`', end);
        }
        return -1;
    }

    private static boolean broken(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c == '\n' || c == '\r' || c == '\u0085' || c == '\u2028' || c == '\u2029') {
                return true;
            }
        }
        return false;
    }

    private static int runEnd(String text, int at) {
        int end = at;
        while (end < text.length() && text.charAt(end) == '`') {
            end++;
        }
        return end;
    }
}
