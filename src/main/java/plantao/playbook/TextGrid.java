package plantao.playbook;

import java.util.ArrayList;
import java.util.List;

/// Writes rows as a Markdown table whose columns stand under each other.
final class TextGrid {
    private TextGrid() {}

    /// @param grid the head first; rows of equal length
    /// @param right the columns that are set to the right
    static List<String> lines(List<List<String>> grid, boolean[] right) {
        int columns = grid.getFirst().size();
        int[] widths = new int[columns];
        for (List<String> row : grid) {
            for (int c = 0; c < columns; c++) {
                widths[c] = Math.max(Math.max(3, widths[c]), length(escaped(row.get(c))));
            }
        }
        List<String> lines = new ArrayList<>();
        lines.add(line(grid.getFirst(), widths, right));
        StringBuilder rule = new StringBuilder("|");
        for (int c = 0; c < columns; c++) {
            rule.append('-').append("-".repeat(widths[c])).append(right[c] ? ":|" : "-|");
        }
        lines.add(rule.toString());
        grid.stream().skip(1).forEach(row -> lines.add(line(row, widths, right)));
        return lines;
    }

    private static String line(List<String> row, int[] widths, boolean[] right) {
        StringBuilder line = new StringBuilder("|");
        for (int c = 0; c < row.size(); c++) {
            String cell = escaped(row.get(c));
            String room = " ".repeat(Math.max(0, widths[c] - length(cell)));
            line.append(' ').append(right[c] ? room + cell : cell + room).append(" |");
        }
        return line.toString();
    }

    private static String escaped(String cell) {
        return cell.replace("|", "\\|");
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
