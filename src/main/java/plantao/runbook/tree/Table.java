package plantao.runbook.tree;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import plantao.runbook.text.Words;

/// A table; cells are Markdown.
///
/// @param keys for each header what it can be compared by: its normal form, and that without a trailing parenthesis
/// @param line the header's line
public record Table(List<String> headers, List<Set<String>> keys, List<Row> rows, int line) implements Part {
    static Table of(List<String> headers, List<Row> rows, int line) {
        return new Table(headers, headers.stream().map(Table::keys).toList(), rows, line);
    }

    private static Set<String> keys(String header) {
        Set<String> out = new LinkedHashSet<>();
        out.add(Words.normal(header));
        out.add(Words.normal(Words.unqualified(Words.plain(header))));
        return out;
    }

    /// One row; as many cells as there are headers.
    public record Row(List<String> cells, int line) {}
}
