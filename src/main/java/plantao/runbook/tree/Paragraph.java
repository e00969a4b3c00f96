package plantao.runbook.tree;

import java.util.List;

/// Running text, line by line.
///
/// @param lines at least one
public record Paragraph(List<Line> lines) implements Part {
    @Override
    public int line() {
        return lines.getFirst().number();
    }
}
