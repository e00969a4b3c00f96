package plantao.practice.command;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;

/// Rows as psql prints them: aligned, unaligned, tuples only, expanded
/// (postgresql.org/docs/current/app-psql.html, `\pset format`).
///
/// @param rows a null value is an empty text
/// @param numbers per column whether it is aligned to the right
record SqlTable(List<String> columns, List<Boolean> numbers, List<List<String>> rows) {
    /// How to print.
    record Style(boolean aligned, boolean tuplesOnly, boolean expanded, String separator) {}

    static SqlTable read(ResultSet result) throws SQLException {
        ResultSetMetaData about = result.getMetaData();
        var columns = new ArrayList<String>();
        var numbers = new ArrayList<Boolean>();
        for (int i = 1; i <= about.getColumnCount(); i++) {
            columns.add(about.getColumnLabel(i));
            numbers.add(
                    switch (about.getColumnType(i)) {
                        case Types.INTEGER, Types.BIGINT, Types.SMALLINT, Types.NUMERIC, Types.DOUBLE, Types.REAL ->
                            true;
                        default -> false;
                    });
        }
        var rows = new ArrayList<List<String>>();
        while (result.next()) {
            var row = new ArrayList<String>();
            for (int i = 1; i <= columns.size(); i++) {
                String value = result.getString(i);
                row.add(value == null ? "" : value);
            }
            rows.add(row);
        }
        return new SqlTable(columns, numbers, rows);
    }

    /// The whole table as text, a newline at its end.
    String text(Style style) {
        if (style.expanded()) {
            return expanded(style);
        }
        return style.aligned() ? aligned(style) : unaligned(style);
    }

    private String count() {
        return "(" + rows.size() + (rows.size() == 1 ? " row)\n" : " rows)\n");
    }

    private String unaligned(Style style) {
        var text = new StringBuilder();
        if (!style.tuplesOnly()) {
            text.append(String.join(style.separator(), columns)).append('\n');
        }
        rows.forEach(row -> text.append(String.join(style.separator(), row)).append('\n'));
        return style.tuplesOnly() ? text.toString() : text + count();
    }

    private String aligned(Style style) {
        int[] widths = new int[columns.size()];
        for (int i = 0; i < widths.length; i++) {
            int column = i;
            widths[i] = Math.max(
                    style.tuplesOnly() ? 0 : columns.get(i).length(),
                    rows.stream().mapToInt(r -> r.get(column).length()).max().orElse(0));
        }
        var text = new StringBuilder();
        if (!style.tuplesOnly()) {
            var head = new ArrayList<String>();
            var line = new ArrayList<String>();
            for (int i = 0; i < widths.length; i++) {
                int left = (widths[i] - columns.get(i).length()) / 2;
                head.add(" " + " ".repeat(left) + columns.get(i)
                        + " ".repeat(widths[i] - columns.get(i).length() - left) + " ");
                line.add("-".repeat(widths[i] + 2));
            }
            text.append(String.join("|", head))
                    .append('\n')
                    .append(String.join("+", line))
                    .append('\n');
        }
        for (List<String> row : rows) {
            var cells = new ArrayList<String>();
            for (int i = 0; i < widths.length; i++) {
                String space = " ".repeat(widths[i] - row.get(i).length());
                boolean last = i == widths.length - 1;
                cells.add(
                        numbers.get(i)
                                ? " " + space + row.get(i) + (last ? "" : " ")
                                : " " + row.get(i) + (last ? "" : space + " "));
            }
            text.append(String.join("|", cells)).append('\n');
        }
        return text + (style.tuplesOnly() ? "" : count()) + "\n";
    }

    private String expanded(Style style) {
        int width = columns.stream().mapToInt(String::length).max().orElse(0);
        var text = new StringBuilder();
        for (int r = 0; r < rows.size(); r++) {
            if (!style.tuplesOnly()) {
                text.append("-[ RECORD ")
                        .append(r + 1)
                        .append(" ]")
                        .append("-".repeat(Math.max(0, width - 8)))
                        .append('\n');
            }
            for (int i = 0; i < columns.size(); i++) {
                String name = columns.get(i);
                text.append(name)
                        .append(" ".repeat(width - name.length()))
                        .append(" | ")
                        .append(rows.get(r).get(i))
                        .append('\n');
            }
        }
        return rows.isEmpty() && !style.tuplesOnly() ? "(0 rows)\n" : text + "\n";
    }
}
