package plantao.runbook.tree;

import java.util.List;

/// A table; cells are Markdown. @param line the header's line
public record Table(List<String> headers, List<Row> rows, int line) implements Part {
    /// One row; as many cells as there are headers.
    public record Row(List<String> cells, int line) {}
}
