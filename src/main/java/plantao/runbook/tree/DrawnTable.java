package plantao.runbook.tree;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;
import plantao.runbook.text.Expression;

/// What is drawn with characters in a plain code block and is a table or a list all the same: a grid (`+---+`, box
/// drawing), columns below a line of dashes, names and values joined by leader dots.
final class DrawnTable {
    private static final Set<String> PLAIN = Set.of("", "text", "txt", "plain", "plaintext", "table", "ascii");
    private static final Expression RULE = Expression.of("[+|:=\\-\\s─━═┌┬┐├┼┤└┴┘╔╦╗╠╬╣╚╩╝╞╪╡│║]+");
    private static final Expression JUNCTION = Expression.of("[+┬┼┴╦╬╩╪].*[+┬┼┴┤┐┘╦╬╩╣╗╝╪╡|]|-\\|-|\\|\\s*-");
    private static final Expression DASHES = Expression.of("[-=─]{2,}(?:\\s+[-=─]{2,})+");
    private static final Expression RUN = Expression.of("[-=─]{2,}");
    private static final Expression LEADER =
            Expression.of("(\\S.{1,60}?)(?:\\s*(?:\\.{3,}|…+|·{3,})\\s*|\\s\\.\\.\\s)(\\S.*)");

    private static final Expression REACH = Expression.of("[.…·]\\s.*[\\d@#]");

    private DrawnTable() {}

    /// The table or list that the block draws, or null when it draws none.
    static @Nullable Part of(Fence fence) {
        List<Line> lines =
                fence.lines().stream().filter(l -> !l.text().isBlank()).toList();
        if (!PLAIN.contains(fence.info()) || lines.size() < 2) {
            return null;
        }
        Part leaders = leaders(lines);
        Table grid = leaders == null ? grid(lines) : null;
        return leaders != null ? leaders : grid == null ? columns(lines) : grid;
    }

    // "Duty manager ........ ext 7001"
    private static @Nullable Part leaders(List<Line> lines) {
        List<Listing.Item> items = new ArrayList<>();
        // "Compiling ... done" is what a program prints.
        if (lines.stream().filter(l -> REACH.in(l.text())).count() * 2 < lines.size()) {
            return null;
        }
        for (Line line : lines) {
            Matcher m = LEADER.matcher(line.text().strip());
            if (!m.matches()) {
                return null;
            }
            Line told = new Line(m.group(1) + ": " + m.group(2), line.number());
            items.add(new Listing.Item(List.of(told), null, List.of(), line.number()));
        }
        return new Listing(false, 0, List.copyOf(items), lines.getFirst().number());
    }

    // Rows between bars; a rule with a junction below the first shows that they are no boxes side by side.
    private static @Nullable Table grid(List<Line> lines) {
        List<Table.Row> rows = new ArrayList<>();
        boolean ruled = false;
        for (Line line : lines) {
            String text = line.text().strip().replace('│', '|').replace('║', '|');
            if (RULE.matcher(text).matches()) {
                ruled |= JUNCTION.in(text);
            } else if (text.startsWith("|") && text.endsWith("|") && text.length() > 2) {
                rows.add(new Table.Row(Cells.of(text), line.number()));
            } else {
                return null;
            }
        }
        int width = rows.isEmpty() ? 0 : rows.getFirst().cells().size();
        boolean even = rows.stream().allMatch(r -> r.cells().size() == width);
        return ruled && even && width > 1 && rows.size() > 1 ? table(rows) : null;
    }

    // A heading, a line of dashes for each column, and rows that keep to them.
    private static @Nullable Table columns(List<Line> lines) {
        String ruler = lines.get(1).text();
        if (lines.size() < 3 || !DASHES.matcher(ruler.strip()).matches()) {
            return null;
        }
        List<Integer> starts = RUN.matcher(ruler).results().map(r -> r.start()).toList();
        List<Table.Row> rows = new ArrayList<>();
        for (Line line : lines) {
            if (line != lines.get(1)) {
                List<String> cells = cut(line.text(), starts);
                if (cells == null) {
                    return null;
                }
                rows.add(new Table.Row(cells, line.number()));
            }
        }
        return table(rows);
    }

    private static @Nullable List<String> cut(String text, List<Integer> starts) {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < starts.size(); i++) {
            int from = Math.min(starts.get(i), text.length());
            int to = i + 1 < starts.size() ? Math.min(starts.get(i + 1), text.length()) : text.length();
            if (i > 0 && from < text.length() && !Character.isWhitespace(text.charAt(from - 1))) {
                return null;
            }
            cells.add(text.substring(from, to).strip());
        }
        return List.copyOf(cells);
    }

    private static Table table(List<Table.Row> rows) {
        return Table.of(
                rows.getFirst().cells(),
                rows.subList(1, rows.size()),
                rows.getFirst().line());
    }
}
