package plantao.values;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Replacements of stretches of a text that do not overlap, made together.
final class TextEdits {
    private record Edit(int start, int end, String by) {}

    private final List<Edit> edits = new ArrayList<>();

    void replace(int start, int end, String by) {
        edits.add(new Edit(start, end, by));
    }

    /// The text with every replacement made.
    String apply(String text) {
        StringBuilder out = new StringBuilder();
        int at = 0;
        for (Edit edit :
                edits.stream().sorted(Comparator.comparingInt(Edit::start)).toList()) {
            out.append(text, at, edit.start()).append(edit.by());
            at = edit.end();
        }
        return out.append(text.substring(at)).toString();
    }
}
