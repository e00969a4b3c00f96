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

    private static final Expression BESIDE = Expression.of("\\s*[|·]\\s*");

    // "Todo dia 5", "cada día 10", "every 5th"
    private static final Expression DAY_OF_MONTH =
            Expression.of("\\b(?:(?:todo|cada) dia \\d{1,2}(?![\\d:h])|every \\d{1,2}(?:st|nd|rd|th)(?! \\p{L}))");

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

    /// Whether a folded text begins with what somebody is to do: an infinitive of Portuguese or Spanish, or a verb
    /// that
    /// is listed (in English they look like nouns).
    public static boolean isOrder(String folded, Vocabulary vocabulary) {
        int end = 0;
        while (end < folded.length() && Character.isLetter(folded.charAt(end))) {
            end++;
        }
        String first = end == folded.length() ? "" : folded.substring(0, end);
        boolean infinitive = first.length() > 4
                && (first.endsWith("ar") || first.endsWith("er") || first.endsWith("ir"))
                && !vocabulary.list("noVerbs").contains(first);
        return infinitive || vocabulary.list("orders").contains(first);
    }

    /// What names the only level of a text, where a bar or a dot ends it ("High · answer within 30 min"); else the
    /// whole plain text.
    public static String graded(String text, Vocabulary vocabulary) {
        String plain = Words.plain(text);
        String[] parts = BESIDE.split(plain, 2);
        boolean alone = parts.length > 1 && level(parts[0], vocabulary) != null && level(parts[1], vocabulary) == null;
        return alone ? parts[0] : plain;
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
        if (DAY_OF_MONTH.in(folded)) {
            return "monthly";
        }
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
