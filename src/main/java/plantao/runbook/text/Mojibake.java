package plantao.runbook.text;

import org.jspecify.annotations.Nullable;

/// UTF-8 that somebody's editor took for another code page and saved so: "aÃ§Ã£o" for "ação", "√ß" for "ç", "â€”"
/// for a dash; in the whole text or in parts of it. Lines stay where they are.
public final class Mojibake {
    private static final int ENOUGH = 2;
    private static final int ROUNDS = 3;

    private Mojibake() {}

    /// A text put right.
    ///
    /// @param page what the UTF-8 was taken for
    /// @param first the first line that was put right, from 1
    /// @param places how many characters were put right
    public record Repaired(String text, String page, int first, int places) {}

    /// The text put right, or null when it is right as it is. One doubtful place alone is left.
    public static @Nullable Repaired repaired(String text) {
        Repaired out = null;
        String now = text;
        for (int round = 0; round < ROUNDS; round++) {
            Repaired next = null;
            for (CodePage page : CodePage.values()) {
                next = next == null ? once(now, page) : next;
            }
            if (next == null) {
                return out;
            }
            now = next.text();
            out = out == null
                    ? next
                    : new Repaired(now, out.page(), Math.min(out.first(), next.first()), out.places() + next.places());
        }
        return out;
    }

    private static @Nullable Repaired once(String text, CodePage page) {
        StringBuilder out = null;
        int kept = 0;
        int evidence = 0;
        int places = 0;
        int first = 0;
        for (int i = 0; i < text.length(); i++) {
            if (!page.isLead(text.charAt(i))) {
                continue;
            }
            int length = length(page.byteOf(text.charAt(i)));
            int meant = decoded(text, i, length, page);
            if (meant < 0 || isQuoteEnd(text, i, length)) {
                continue;
            }
            if (out == null) {
                out = new StringBuilder(text.length());
                first = i;
            }
            out.append(text, kept, i).appendCodePoint(meant);
            kept = i + length;
            places++;
            evidence += length > 2 || isInWord(text, i, kept) ? ENOUGH : 1;
            i = kept - 1;
        }
        if (out == null || evidence < ENOUGH) {
            return null;
        }
        int line = 1
                + (int) text.substring(0, first).chars().filter(c -> c == '\n').count();
        return new Repaired(out.append(text, kept, text.length()).toString(), page.label(), line, places);
    }

    // How many bytes the sequence has that this one leads (RFC 3629 §3).
    private static int length(int lead) {
        return lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    }

    private static int decoded(String text, int at, int length, CodePage page) {
        if (at + length > text.length()) {
            return -1;
        }
        int out = page.byteOf(text.charAt(at)) & (0x7F >> length);
        for (int i = at + 1; i < at + length; i++) {
            int b = page.byteOf(text.charAt(i));
            if (b < 0x80 || b > 0xBF) {
                return -1;
            }
            out = out << 6 | b & 0x3F;
        }
        return isPlausible(out) ? out : -1;
    }

    // Letters of the Latin script, punctuation, arrows, boxes, pictographs: what runbooks hold beyond ASCII. Never
    // a
    // line separator.
    private static boolean isPlausible(int c) {
        return c >= 0xA0 && c <= 0x17F
                || c >= 0x2000 && c <= 0x2BFF && c != 0x2028 && c != 0x2029
                || c == 0xFE0F
                || c == 0xFEFF
                || c >= 0x1F000 && c <= 0x1FAFF;
    }

    // A quotation in capitals may end so by right: “IRMÃ”.
    private static boolean isQuoteEnd(String text, int at, int length) {
        return length == 2
                && "”’»".indexOf(text.charAt(at + 1)) >= 0
                && (at == 0 || !Character.isLowerCase(text.charAt(at - 1)))
                && (at + 2 >= text.length() || !Character.isLowerCase(text.charAt(at + 2)));
    }

    // Amid small letters nobody means a capital or a sign.
    private static boolean isInWord(String text, int from, int to) {
        return from > 0 && isSmall(text.charAt(from - 1)) || to < text.length() && isSmall(text.charAt(to));
    }

    private static boolean isSmall(char c) {
        return c >= 'a' && c <= 'z';
    }
}
