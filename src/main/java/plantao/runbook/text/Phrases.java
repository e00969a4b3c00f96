package plantao.runbook.text;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Severity, cadence and small questions about a text, by the vocabulary's word lists.
public final class Phrases {
    // "First Monday", "2nd Sunday", "última sexta-feira", "primer lunes"
    private static final Expression NTH = Expression.of(
            "\\b(?:first|second|third|fourth|last|1st|2nd|3rd|4th|[1-4][ºªo]|primeir[ao]|terceir[ao]|ultim[ao]|primer|tercer)\\s+(?:mon|tues|wednes|thurs|fri|satur|sun|segunda|terca|quarta|quinta|sexta|sabado|domingo|lunes|martes|miercoles|jueves|viernes)");

    // "Every second Sunday", "every other Friday"
    private static final Expression OTHER = Expression.of(
            "\\b(?:every (?:second|other|2nd)|cada segund[oa]|cada dos|a cada (?:dois|duas))\\s+(?:mon|tues|wednes|thurs|fri|satur|sun|segundas|tercas|quartas|quintas|sextas|sabados|domingos|lunes|martes|miercoles|jueves|viernes|week)");

    private Phrases() {}

    /// Whether the folded text holds one of the words, at word borders.
    public static boolean anyIn(String folded, List<String> words) {
        if (folded.isEmpty()) {
            return words.contains("");
        }
        String spaced = spaced(folded);
        for (String word : words) {
            for (int at = spaced.indexOf(word); at >= 0; at = spaced.indexOf(word, at + 1)) {
                if (at > 0 && spaced.charAt(at - 1) == ' ' && spaced.startsWith(" ", at + word.length())) {
                    return true;
                }
            }
        }
        return false;
    }

    // Between spaces, and with one space for everything that is part of no word.
    private static String spaced(String folded) {
        StringBuilder out = new StringBuilder(folded.length() + 2).append(' ');
        boolean gap = false;
        for (int i = 0; i < folded.length(); ) {
            int c = folded.codePointAt(i);
            boolean kept = Letters.isWord(c) || c == '\'' || c == '/' || c == '-';
            if (kept) {
                out.append(gap ? " " : "").appendCodePoint(c);
            }
            gap = !kept;
            i += Character.charCount(c);
        }
        return out.append(gap ? "  " : " ").toString();
    }

    /// The level 1 (worst) to 4 that a severity text stands for, or null: `P1`, `SEV-2`, `Severidade 3`, `Warning`,
    /// an emoji.
    public static @Nullable Integer level(String text, Vocabulary vocabulary) {
        Severity named = Severity.of(text);
        if (named != null) {
            return named.level();
        }
        String folded = Words.folded(Words.plain(text));
        int found = vocabulary.groups("severity").first(folded);
        int at = 0;
        boolean pictured = Words.mayHaveEmoji(text);
        for (Map.Entry<String, List<String>> e : vocabulary.lists("severity").entrySet()) {
            if (at++ == found || pictured && holdsPictograph(text, e.getValue())) {
                return Integer.valueOf(e.getKey());
            }
        }
        return null;
    }

    private static boolean holdsPictograph(String text, List<String> words) {
        for (String word : words) {
            if (word.codePointAt(0) > 0x2000 && text.contains(word)) {
                return true;
            }
        }
        return false;
    }

    /// The cadence a heading speaks of (`daily`, `shift-start`, …), or null.
    public static @Nullable String cadence(String text, Vocabulary vocabulary) {
        String folded = Words.folded(Words.plain(text));
        int found = vocabulary.groups("cadence").first(folded);
        if (found >= 0) {
            return List.copyOf(vocabulary.lists("cadence").keySet()).get(found);
        }
        if (OTHER.in(folded)) {
            return "fortnightly";
        }
        boolean weekday = vocabulary.terms("weekdays").in(folded);
        return !weekday ? null : NTH.in(folded) ? "monthly" : "weekly";
    }
}
