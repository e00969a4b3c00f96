package plantao.runbook.tree;

import java.util.ArrayList;
import java.util.List;

/// The cells of a table row's source line (GFM: a pipe separates unless a backslash stands before it).
final class Cells {
    private Cells() {}

    static List<String> of(String line) {
        String row = line.strip();
        List<String> out = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        for (int i = row.startsWith("|") ? 1 : 0; i < row.length(); i++) {
            char c = row.charAt(i);
            if (c == '\\' && i + 1 < row.length() && row.charAt(i + 1) == '|') {
                cell.append('|');
                i++;
            } else if (c == '|') {
                out.add(cell.toString().strip());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        if (!cell.toString().isBlank()) {
            out.add(cell.toString().strip());
        }
        return out;
    }

    static List<String> fitted(List<String> cells, int width) {
        List<String> out = new ArrayList<>(cells.subList(0, Math.min(width, cells.size())));
        while (out.size() < width) {
            out.add("");
        }
        return List.copyOf(out);
    }
}
