package plantao.ui.library;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import plantao.runbook.SourceLine;

/// Finds words in a file, whatever their case and accents.
final class Finder {
    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");

    private Finder() {}

    /// The numbers of the lines that hold these words as they stand; none for blank words.
    static List<Integer> lines(List<SourceLine> lines, String words) {
        String wanted = bare(words.strip());
        List<Integer> found = new ArrayList<>();
        if (!wanted.isEmpty()) {
            for (SourceLine line : lines) {
                if (bare(line.text()).contains(wanted)) {
                    found.add(line.number());
                }
            }
        }
        return List.copyOf(found);
    }

    private static String bare(String text) {
        String plain = text.chars().allMatch(c -> c < 0x80)
                ? text
                : ACCENTS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD))
                        .replaceAll("");
        return plain.toLowerCase(Locale.ROOT);
    }
}
