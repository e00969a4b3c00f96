package plantao.store;

import org.jspecify.annotations.Nullable;

/// Texts that both databases keep as they are.
final class WellFormedText {
    private static final char REPLACEMENT = '\uFFFD';

    private WellFormedText() {}

    /// The text with U+FFFD in place of half surrogate pairs (not encodable in UTF-8, as an excerpt cut in the
    /// middle of an emoji leaves them) and of NUL (refused by PostgreSQL).
    static String text(String text) {
        @Nullable StringBuilder fixed = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (c == 0 || Character.isSurrogate(c)) {
                if (fixed == null) {
                    fixed = new StringBuilder(text);
                }
                fixed.setCharAt(i, REPLACEMENT);
            }
        }
        return fixed == null ? text : fixed.toString();
    }
}
