package plantao.journal;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Texts as they are compared when something is looked for: without accents, case and typographic forms.
public final class FoldedText {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    private FoldedText() {}

    /// `Conexão` and `CONEXAO` are the same (NFKD without its marks, lower case).
    public static String text(String text) {
        if (plain(text)) {
            return text.toLowerCase(Locale.ROOT);
        }
        return MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
    }

    private static boolean plain(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 0x7f) {
                return false;
            }
        }
        return true;
    }

    /// The folded words of a text: runs of letters and digits.
    public static List<String> words(String text) {
        String folded = text(text);
        List<String> words = new ArrayList<>();
        int from = -1;
        for (int i = 0; i <= folded.length(); ) {
            int c = i < folded.length() ? folded.codePointAt(i) : ' ';
            boolean in = Character.isLetterOrDigit(c);
            if (in && from < 0) {
                from = i;
            } else if (!in && from >= 0) {
                words.add(folded.substring(from, i));
                from = -1;
            }
            i += Character.charCount(c);
        }
        return words;
    }
}
