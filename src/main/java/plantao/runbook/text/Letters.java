package plantao.runbook.text;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/// Letters and their plain forms.
final class Letters {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final char[] FOLDED = folded();
    /// A mark like an accent, which makes the character before it a coloured picture.
    private static final char EMOJI_STYLE = 0xFE0F;

    private Letters() {}

    /// Whether it is a letter or a number in Unicode's sense (`[\p{L}\p{N}]`).
    static boolean isWord(int c) {
        if (c < 0x80) {
            return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
        }
        int type = Character.getType(c);
        return Character.isLetter(c)
                || type == Character.DECIMAL_DIGIT_NUMBER
                || type == Character.LETTER_NUMBER
                || type == Character.OTHER_NUMBER;
    }

    /// Whether one of the ten digits stands in it.
    static boolean hasDigit(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                return true;
            }
        }
        return false;
    }

    /// Lower case without accents.
    static String folded(String text) {
        char[] out = null;
        int length = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            char f = c < FOLDED.length ? FOLDED[c] : isPlain(c) ? c : 0;
            if (f == 0 && c != EMOJI_STYLE) {
                return slowly(text);
            }
            if (f != c && out == null) {
                out = text.toCharArray();
            }
            if (out != null && f != 0) {
                out[length] = f;
            }
            length += f == 0 ? 0 : 1;
        }
        return out == null ? text : new String(out, 0, length);
    }

    private static String slowly(String text) {
        return MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
    }

    // Punctuation, arrows, box drawing and pictographs (U+1F000 to U+1FBFF by their surrogates) that have neither
    // case
    // nor accents.
    private static boolean isPlain(char c) {
        return c >= 0x2010 && c <= 0x2027
                || c >= 0x2190 && c <= 0x2199
                || c >= 0x23E9 && c <= 0x23FA
                || c >= 0x2500 && c <= 0x27BF
                || c >= 0xD83C && c <= 0xD83E
                || Character.isLowSurrogate(c);
    }

    // Up to Latin Extended-A a letter's plain form does not depend on its neighbours.
    private static char[] folded() {
        char[] out = new char[0x180];
        for (char c = 0; c < out.length; c++) {
            String one = slowly(String.valueOf(c));
            out[c] = one.length() == 1 ? one.charAt(0) : 0;
        }
        return out;
    }
}
