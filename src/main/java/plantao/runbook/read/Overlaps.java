package plantao.runbook.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// How much the words of a text overlap with those of many names. Looks only at the names that share a word.
final class Overlaps {
    // A word that so many names have tells none of them from the others.
    private static final int COMMON = 1000;

    private final List<Set<String>> names;
    private final Map<String, List<Integer>> having = new HashMap<>();

    Overlaps(List<Set<String>> names) {
        this.names = names;
        for (int i = 0; i < names.size(); i++) {
            for (String word : names.get(i)) {
                having.computeIfAbsent(word, k -> new ArrayList<>()).add(i);
            }
        }
    }

    /// The words of a name.
    Set<String> words(int name) {
        return names.get(name);
    }

    /// The names that have all these words, in their order; none for no words.
    List<Integer> having(Set<String> words) {
        List<Integer> fewest = null;
        for (String word : words) {
            List<Integer> same = having.getOrDefault(word, List.of());
            fewest = fewest == null || same.size() < fewest.size() ? same : fewest;
        }
        return fewest == null
                ? List.of()
                : fewest.stream().filter(i -> names.get(i).containsAll(words)).toList();
    }

    /// For each name that shares a word, in their order: its shared words against the smaller of both sets, so that
    /// "API Down" still finds "Backend API".
    SortedMap<Integer, Double> with(Set<String> words) {
        SortedMap<Integer, Double> out = new TreeMap<>();
        for (String word : words) {
            List<Integer> same = having.getOrDefault(word, List.of());
            if (same.size() <= COMMON) {
                same.forEach(i -> out.merge(i, 1.0, Double::sum));
            }
        }
        out.replaceAll((i, shared) -> {
            int size = names.get(i).size();
            return shared / Math.min(words.size(), size) + shared * 0.01 - Math.abs(words.size() - size) * 0.001;
        });
        return out;
    }
}
