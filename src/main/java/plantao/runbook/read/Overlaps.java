package plantao.runbook.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// How much the words of a text overlap with those of many names. Looks only at the names that share a word.
final class Overlaps {
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

    /// For each name its shared words against the smaller of both sets, so that "API Down" still finds "Backend
    /// API";
    /// 0 where none is shared.
    double[] with(Set<String> words) {
        double[] out = new double[names.size()];
        for (String word : words) {
            for (int i : having.getOrDefault(word, List.of())) {
                out[i]++;
            }
        }
        for (int i = 0; i < out.length; i++) {
            if (out[i] > 0) {
                int size = names.get(i).size();
                out[i] = out[i] / Math.min(words.size(), size) + out[i] * 0.01 - Math.abs(words.size() - size) * 0.001;
            }
        }
        return out;
    }
}
