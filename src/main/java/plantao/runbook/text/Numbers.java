package plantao.runbook.text;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;

/// Small numbers written out: "three failures", "menos de dois".
public final class Numbers {
    private static final Map<String, String> VALUES = values();
    private static final String ANY = "(" + String.join("|", VALUES.keySet()) + ")(?![\\p{L}\\d-])";
    private static final Expression COUNTED = Expression.of("(?<![\\p{L}\\d-])" + ANY);
    // After these words even "one" and the Spanish "dos" are numbers.
    private static final Expression COMPARED = Expression.of(
            "\\b(than|at least|at most|menos de|mais de|mas de|menor que|maior que|mayor que|pelo menos|al menos|no minimo|no maximo|como minimo|como maximo)\\s+"
                    + "(one|dos|" + ANY.substring(1));
    private static final List<String> COMPARING = List.of(
            "than ", "enos de ", "ais de ", "ás de ", "as de ", "or que ", " least ", " most ", " menos ", "imo ");

    private Numbers() {}

    // "one" and "um" are pronouns and articles more often than numbers; so are "dos" and "once".
    private static Map<String, String> values() {
        Map<String, String> out = new HashMap<>();
        for (List<String> words : List.of(
                List.of("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
                List.of("dois", "tres", "quatro", "cinco", "seis", "sete", "oito", "nove", "dez", "onze", "doze"),
                List.of("duas", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve", "diez"))) {
            for (int i = 0; i < words.size(); i++) {
                out.put(words.get(i), Integer.toString(i + 2));
            }
        }
        return Map.copyOf(out);
    }

    private static String value(String word) {
        return switch (word) {
            case "one" -> "1";
            case "dos" -> "2";
            default -> VALUES.getOrDefault(word, word);
        };
    }

    /// The folded text with its small numbers in digits.
    public static String inDigits(String folded) {
        return COUNTED.matcher(folded).replaceAll(r -> value(r.group(1)));
    }

    /// Whether the text may compare with a number that is written out. Nearly none does: it costs a look.
    static boolean mayCompare(String text) {
        return COMPARING.stream().anyMatch(text::contains);
    }

    /// The folded text with the numbers that follow a comparison in digits.
    static String compared(String folded) {
        Matcher m = mayCompare(folded) ? COMPARED.matcher(folded) : null;
        return m == null ? folded : m.replaceAll(r -> r.group(1) + " " + value(r.group(2)));
    }
}
