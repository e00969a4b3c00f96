package plantao.runbook.text;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;

/// Plain words out of Markdown text.
public final class Words {
    private static final Expression NUMBERING = Expression.of(
            "^(?:(?i:step|passo|paso|etapa|fase|phase)\\s+\\d+\\s*[:.)\\-–—]\\s*|\\d+(?:\\.\\d+)*[a-z]?[.)]\\s+|\\d+(?:\\.\\d+)+\\s+(?:[·•–—-]\\s+)?|\\d{1,2}\\s+[·•]\\s+(?=\\P{Nd})|[A-Z]\\.(?:\\d+\\.?)?\\s+|[A-Za-z]\\)\\s+)");
    private static final String[] STEP = {"step", "passo", "paso", "etapa", "fase", "phase"};
    private static final Expression QUALIFIER = Expression.of("\\s*\\(([^()]*)\\)\\s*$");
    private static final Expression ANCHOR = Expression.of("\\s*\\{#[^}]*\\}\\s*$");

    private Words() {}

    /// The text without Markdown: links become their text, emphasis, code ticks, tags and entities go.
    public static String plain(String markdown) {
        return Inline.plain(markdown);
    }

    /// A heading's or lead-in's text to show: plain, without emoji, numbering, closing colon and surrounding
    /// quotes.
    public static String title(String markdown) {
        return bare(emojiless(plain(markdown)));
    }

    /// A step's text to show: as a title, but a pictograph between its words is one of them ("the row marked 🔴").
    public static String sentence(String markdown) {
        return bare(unadorned(plain(markdown)));
    }

    private static String bare(String text) {
        String t = numberless(text);
        t = t.contains("{#") ? ANCHOR.matcher(t).replaceAll("") : t;
        t = cut(t, "", ":");
        boolean quoted =
                t.length() > 2 && "\"“'".indexOf(t.charAt(0)) >= 0 && "\"”'".indexOf(t.charAt(t.length() - 1)) >= 0;
        return quoted && t.indexOf('"', 1) >= t.length() - 1 ? t.substring(1, t.length() - 1) : t;
    }

    /// The text without its pictographs; digits and letters stay.
    public static String emojiless(String text) {
        String t = mayHaveEmoji(text) ? withoutEmoji(text) : text;
        return Spaces.collapsedRuns(t.strip());
    }

    // Without the pictographs at either end.
    private static String unadorned(String text) {
        if (!mayHaveEmoji(text)) {
            return Spaces.collapsedRuns(text.strip());
        }
        int from = 0;
        while (from < text.length() && (isEmoji(text.codePointAt(from)) || Spaces.is(text.charAt(from)))) {
            from += Character.charCount(text.codePointAt(from));
        }
        int to = text.length();
        while (to > from && (isEmoji(text.codePointBefore(to)) || Spaces.is(text.charAt(to - 1)))) {
            to -= Character.charCount(text.codePointBefore(to));
        }
        return from < to && isKeycap(text, from) ? emojiless(text) : Spaces.collapsedRuns(text.substring(from, to));
    }

    // A run of them becomes a space.
    private static String withoutEmoji(String text) {
        StringBuilder out = null;
        int kept = 0;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            int next = i + Character.charCount(c);
            if (isEmoji(c) || isKeycap(text, i)) {
                out = out == null ? new StringBuilder(text.length()) : out;
                out.append(text, kept, i);
                if (kept < i || i == 0) {
                    out.append(' ');
                }
                kept = next;
            }
            i = next;
        }
        return out == null ? text : out.append(text, kept, text.length()).toString();
    }

    // "4️⃣": the digit is part of the picture.
    private static boolean isKeycap(String text, int at) {
        char c = text.charAt(at);
        return (c >= '0' && c <= '9' || c == '#' || c == '*')
                && (text.startsWith("\u20E3", at + 1) || text.startsWith("\uFE0F\u20E3", at + 1));
    }

    // Degrees and numbers are signs of the text, although Unicode puts them beside pictures.
    private static boolean isEmoji(int c) {
        return c >= 0x1F000 && c <= 0x1FAFF
                || c >= 0x2600 && c <= 0x27BF
                || c >= 0x2B00 && c <= 0x2BFF
                || c >= 0x23E9 && c <= 0x23FA
                || c == 0xFE0F
                || c == 0x200D
                || c == 0x20E3
                || c > 0x7F
                        && "\u00B0\u2103\u2109\u2116".indexOf(c) < 0
                        && Character.getType(c) == Character.OTHER_SYMBOL;
    }

    static boolean mayHaveEmoji(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c > 0x2027
                    || c > 0x24F && c < 0x2010
                    || c == '\u00A6'
                    || c == '\u00A9'
                    || c == '\u00AE'
                    || c == '\u00B0') {
                return true;
            }
        }
        return false;
    }

    /// The text without the number that leads it (`4.1`, `2)`, `A.`, `Step 3:`).
    public static String numberless(String text) {
        return (mayBeNumbered(text) ? NUMBERING.matcher(text).replaceFirst("") : text).strip();
    }

    /// Whether a number leads the text.
    public static boolean numbered(String text) {
        return mayBeNumbered(text) && NUMBERING.in(text);
    }

    private static boolean mayBeNumbered(String text) {
        if (text.length() < 3) {
            return false;
        }
        char first = text.charAt(0);
        char second = text.charAt(1);
        return first >= '0' && first <= '9' || second == '.' || second == ')' || beginsWithStep(text);
    }

    private static boolean beginsWithStep(String text) {
        if ("sSpPeEfF".indexOf(text.charAt(0)) < 0) {
            return false;
        }
        for (String word : STEP) {
            if (text.length() > word.length() + 1
                    && text.regionMatches(true, 0, word, 0, word.length())
                    && Spaces.is(text.charAt(word.length()))) {
                return true;
            }
        }
        return false;
    }

    /// Lower case, no accents, no Markdown, single spaces; the form in which texts are compared.
    public static String normal(String text) {
        String t = numberless(emojiless(plain(text)));
        return cut(folded(t), "-–—:.", ":.…?!–—-");
    }

    // Without white space and these marks at either end.
    private static String cut(String text, String leading, String trailing) {
        int from = 0;
        int to = text.length();
        while (!leading.isEmpty() && from < to && isOneOf(text.charAt(from), leading)) {
            from++;
        }
        while (to > from && isOneOf(text.charAt(to - 1), trailing)) {
            to--;
        }
        return text.substring(from, to);
    }

    private static boolean isOneOf(char c, String marks) {
        return Spaces.is(c) || marks.indexOf(c) >= 0;
    }

    /// Lower case without accents, spaces collapsed; everything else stays.
    public static String folded(String text) {
        return Spaces.single(Letters.folded(text).strip());
    }

    /// The text before a trailing parenthesis.
    public static String unqualified(String text) {
        String t = (mayBeQualified(text) ? QUALIFIER.matcher(text).replaceFirst("") : text).strip();
        return t.isEmpty() ? text : t;
    }

    /// What stands in a trailing parenthesis, or an empty text.
    public static String qualifier(String text) {
        if (!mayBeQualified(text)) {
            return "";
        }
        Matcher m = QUALIFIER.matcher(text);
        return m.find() && m.start() > 0 ? m.group(1).strip() : "";
    }

    private static boolean mayBeQualified(String text) {
        int last = text.length() - 1;
        while (last >= 0 && Spaces.is(text.charAt(last))) {
            last--;
        }
        return last > 0 && text.charAt(last) == ')';
    }

    /// Nothing but the folded text's letters and digits.
    public static String compact(String text) {
        String folded = Letters.folded(text);
        StringBuilder out = new StringBuilder(folded.length());
        for (int i = 0; i < folded.length(); ) {
            int c = folded.codePointAt(i);
            if (Letters.isWord(c)) {
                out.appendCodePoint(c);
            }
            i += Character.charCount(c);
        }
        return out.toString();
    }

    /// A name to compare by: normal form without a trailing parenthesis.
    public static String key(String name) {
        return normal(unqualified(plain(name)));
    }

    /// The words of a text in normal form, in order.
    public static List<String> tokens(String text) {
        List<String> out = new ArrayList<>();
        eachToken(folded(plain(text)), Integer.MAX_VALUE, out::add);
        return out;
    }

    /// Gives each word of a folded text that is no longer than that.
    static void eachToken(String folded, int longest, Consumer<String> to) {
        for (int i = 0; i < folded.length(); ) {
            int c = folded.codePointAt(i);
            if (!Letters.isWord(c)) {
                i += Character.charCount(c);
                continue;
            }
            int end = tokenEnd(folded, i);
            if (end - i <= longest) {
                to.accept(folded.substring(i, end));
            }
            i = end;
        }
    }

    // Letters and digits, joined by single hyphens, underscores and dots.
    private static int tokenEnd(String t, int from) {
        int i = from;
        while (i < t.length()) {
            int c = t.codePointAt(i);
            boolean joint =
                    (c == '-' || c == '_' || c == '.') && i + 1 < t.length() && Letters.isWord(t.codePointAt(i + 1));
            if (!joint && !Letters.isWord(c)) {
                break;
            }
            i += Character.charCount(c);
        }
        return i;
    }

    /// Every piece of inline code in the text, without its ticks.
    public static List<String> code(String markdown) {
        if (markdown.indexOf('`') < 0) {
            return List.of();
        }
        return Inline.spans(markdown).stream()
                .map(span -> span.content(markdown))
                .filter(s -> !s.isEmpty())
                .toList();
    }
}
