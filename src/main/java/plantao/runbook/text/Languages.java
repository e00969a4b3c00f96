package plantao.runbook.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/// Tells the language of a text by its most frequent words.
///
/// @param names the languages, in the order in which they win
/// @param telling each of their words → the numbers of the languages that have it
/// @param longest of these words
record Languages(List<String> names, Map<String, int[]> telling, int longest) {
    private static final int SAMPLE = 60_000;
    private static final int[] NONE = {};

    static Languages of(Map<String, List<String>> words) {
        List<String> names = List.copyOf(words.keySet());
        Map<String, List<Integer>> having = new HashMap<>();
        for (int i = 0; i < names.size(); i++) {
            for (String word : new HashSet<>(words.getOrDefault(names.get(i), List.of()))) {
                having.computeIfAbsent(word, _ -> new ArrayList<>()).add(i);
            }
        }
        Map<String, int[]> telling = new HashMap<>();
        having.forEach((word, in) ->
                telling.put(word, in.stream().mapToInt(Integer::intValue).toArray()));
        int longest = having.keySet().stream().mapToInt(String::length).max().orElse(0);
        return new Languages(names, Map.copyOf(telling), longest);
    }

    /// The language most of the words are in.
    String of(String text) {
        String sample = text.length() > SAMPLE ? text.substring(0, SAMPLE) : text;
        int[] hits = new int[names.size()];
        Words.eachToken(Letters.folded(sample), longest, token -> {
            for (int language : telling.getOrDefault(token, NONE)) {
                hits[language]++;
            }
        });
        String best = "en";
        int most = -1;
        for (int i = 0; i < hits.length; i++) {
            int all = hits[i] + count(own(names.get(i)), sample);
            if (all > most) {
                most = all;
                best = names.get(i);
            }
        }
        return best;
    }

    // Letters only one of the languages has tell most where headings and commands are English.
    private static String own(String language) {
        return switch (language) {
            case "pt" -> "ãõçÃÕÇ";
            case "es" -> "ñ¿¡Ñ";
            default -> "";
        };
    }

    private static int count(String letters, String text) {
        int n = 0;
        for (int i = 0; !letters.isEmpty() && i < text.length(); i++) {
            n += text.charAt(i) >= 0x80 && letters.indexOf(text.charAt(i)) >= 0 ? 1 : 0;
        }
        return n;
    }
}
