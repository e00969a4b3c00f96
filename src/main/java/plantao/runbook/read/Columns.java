package plantao.runbook.read;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import plantao.runbook.text.Vocabulary;
import plantao.runbook.text.Words;
import plantao.runbook.tree.Table;

/// Which column of a table holds what.
record Columns(Table table, Vocabulary vocabulary) {
    private static final Pattern NOTHING = Pattern.compile("[-–—]+|(?i)n/a");

    /// The index of the first column of this kind that is none of `taken`, or -1.
    int of(String kind, Integer... taken) {
        List<Integer> not = List.of(taken);
        for (int i = 0; i < table.keys().size(); i++) {
            if (table.keys().get(i).stream().anyMatch(key -> vocabulary.isColumn(kind, key)) && !not.contains(i)) {
                return i;
            }
        }
        return -1;
    }

    boolean has(String kind) {
        return of(kind) >= 0;
    }

    /// The cell as Markdown; empty for column -1.
    static String cell(Table.Row row, int column) {
        return column < 0 ? "" : row.cells().get(column);
    }

    /// The cell as plain text, or null when it is empty or a dash.
    static @Nullable String text(Table.Row row, int column) {
        String plain = Words.emojiless(Words.plain(cell(row, column)));
        return plain.isEmpty() || NOTHING.matcher(plain).matches() ? null : plain;
    }
}
