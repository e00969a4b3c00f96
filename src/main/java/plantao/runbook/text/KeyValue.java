package plantao.runbook.text;

import org.jspecify.annotations.Nullable;

/// A line of the form `**Key:** value`, `**Key** - value` or `Key: value`.
///
/// @param key plain text without colon
/// @param value the rest, still Markdown; may be empty
/// @param bold whether the key was bold
public record KeyValue(String key, String value, boolean bold) {
    /// How much may stand before a bold key (a pictograph, a dash), and how long keys are.
    private static final int MARKS = 12;

    private static final int LONGEST_BOLD = 120;
    private static final int LONGEST = 51;

    /// The key and value of a line of Markdown, or null when it has no key.
    public static @Nullable KeyValue of(String line) {
        String text = line.strip();
        KeyValue bold = bold(text);
        return bold == null ? plain(text) : bold;
    }

    /// The key and value of a line whose key is bold, or null.
    public static @Nullable KeyValue bold(String line) {
        String text = line.strip();
        int open = opening(text);
        int close = open < 0 ? -1 : closing(text, open + 3);
        if (close < 0) {
            return null;
        }
        String key = Words.plain(text.substring(open + 2, close));
        int end = key.length();
        while (end > 0 && (Spaces.is(key.charAt(end - 1)) || key.charAt(end - 1) == ':')) {
            end--;
        }
        return new KeyValue(key.substring(0, end), separated(text, spaced(text, close + 2)), true);
    }

    private static int opening(String text) {
        int i = 0;
        int marks = 0;
        while (i < text.length() && marks <= MARKS) {
            if (isBold(text, i)) {
                return i;
            }
            int c = text.codePointAt(i);
            if (Letters.isWord(c) || c == '*' || c == '_' || c == '`') {
                return -1;
            }
            i += Character.charCount(c);
            marks++;
        }
        return -1;
    }

    private static int closing(String text, int from) {
        for (int i = from; i < text.length() && i < from + LONGEST_BOLD; i++) {
            if (isBold(text, i)) {
                return i;
            }
        }
        return -1;
    }

    private static boolean isBold(String text, int at) {
        return text.startsWith("**", at) || text.startsWith("__", at);
    }

    private static int spaced(String text, int from) {
        int i = from;
        while (i < text.length() && Spaces.is(text.charAt(i))) {
            i++;
        }
        return i;
    }

    // Without the colon, dash or arrow that leads it.
    private static String separated(String text, int from) {
        if (from >= text.length()) {
            return "";
        }
        int after = switch (text.charAt(from)) {
            case ':', '→' -> from + 1;
            case '-', '–', '—' -> from + 1 < text.length() && Spaces.is(text.charAt(from + 1)) ? from + 2 : -1;
            case '=' -> text.startsWith("=>", from) ? from + 2 : -1;
            default -> -1;
        };
        return text.substring(after < 0 ? from : spaced(text, after));
    }

    private static @Nullable KeyValue plain(String text) {
        int colon = text.indexOf(':');
        if (colon < 1 || colon > LONGEST || !Letters.isWord(text.codePointAt(0))) {
            return null;
        }
        for (int i = 1; i < colon; i++) {
            char c = text.charAt(i);
            if (c == '`' || c == '*' || c == '\n') {
                return null;
            }
        }
        int value = spaced(text, colon + 1);
        if (value == colon + 1 && value < text.length()) {
            return null;
        }
        return new KeyValue(Words.plain(text.substring(0, colon)), text.substring(value), false);
    }
}
