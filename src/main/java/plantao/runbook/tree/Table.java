package plantao.runbook.tree;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import plantao.runbook.text.Expression;
import plantao.runbook.text.Words;

/// A table; cells are Markdown.
///
/// @param keys for each header what it can be compared by: its normal form, and that without a trailing parenthesis
/// @param line the header's line
public record Table(List<String> headers, List<Set<String>> keys, List<Row> rows, int line) implements Part {
    private static final Expression SLASH = Expression.of("\\s+/\\s+");
    private static final int MOST_JOINED = 4;

    static Table of(List<String> headers, List<Row> rows, int line) {
        List<String> heads = headers;
        List<Row> apart = rows;
        for (int i = headers.size() - 1; i >= 0; i--) {
            int parts = SLASH.split(headers.get(i), 0).length;
            if (parts > 1 && parts <= MOST_JOINED && isJoined(rows, i, parts)) {
                int column = i;
                heads = apart(heads, column, parts);
                apart = apart.stream()
                        .map(r -> new Row(apart(r.cells(), column, parts), r.line()))
                        .toList();
            }
        }
        return new Table(heads, heads.stream().map(Table::keys).toList(), apart, line);
    }

    // "Normal / Warning / Critical" over "< 3 / > 5 / > 12": columns that were drawn as one.
    private static boolean isJoined(List<Row> rows, int column, int parts) {
        return !rows.isEmpty()
                && rows.stream().allMatch(r -> SLASH.split(r.cells().get(column), 0).length == parts);
    }

    private static List<String> apart(List<String> cells, int column, int parts) {
        List<String> out = new ArrayList<>(cells);
        out.remove(column);
        out.addAll(column, List.of(SLASH.split(cells.get(column), parts)));
        return List.copyOf(out);
    }

    private static Set<String> keys(String header) {
        Set<String> out = new LinkedHashSet<>();
        out.add(Words.normal(header));
        out.add(Words.normal(Words.unqualified(Words.plain(header))));
        // "Servicio / Serviço": the same in two languages.
        if (SLASH.in(header)) {
            for (String half : SLASH.split(Words.plain(header), 0)) {
                out.add(Words.normal(half));
            }
        }
        return out;
    }

    /// One row; as many cells as there are headers.
    public record Row(List<String> cells, int line) {}
}
