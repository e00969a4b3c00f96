package plantao.runbook.tree;

import java.util.ArrayList;
import java.util.List;

/// A code block.
///
/// @param info the info string, lower case, first word only; empty when there is none
/// @param lines the lines of its content
/// @param line the line of the opening fence
/// @param first the line of the first line of its content
/// @param closed false when the text ended before the closing fence
public record Fence(String info, String text, List<Line> lines, int line, int first, boolean closed) implements Part {
    static Fence of(String info, String text, int line, int first, boolean closed) {
        List<Line> lines = new ArrayList<>();
        int number = first;
        for (int from = 0; from < text.length(); number++) {
            int end = text.indexOf('\n', from);
            int to = end < 0 ? text.length() : end;
            lines.add(new Line(text.substring(from, to), number));
            from = to + 1;
        }
        return new Fence(info, text, List.copyOf(lines), line, first, closed);
    }
}
