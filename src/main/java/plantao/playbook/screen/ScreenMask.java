package plantao.playbook.screen;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import plantao.values.Masking;

/// Puts dots in place of secrets on a screen, however they were drawn there: in pieces, with colours between,
/// broken over rows, or cut by the screen's edge. One dot a cell: the picture must stay as the program laid it
/// out. What a program draws otherwise (with blanks between, upside down, a few characters at a time) is not
/// found.
final class ScreenMask {
    private static final String DOT = "•";

    private final Masking masking;
    private final List<Row> rows;
    private final StringBuilder all = new StringBuilder();
    /// For each character of the text: its row and column.
    private int[] places = new int[256];

    private ScreenMask(Masking masking, List<Row> rows) {
        this.masking = masking;
        this.rows = rows;
    }

    /// @param cursorRow where text comes next
    /// @param cursorColumn likewise; it may have written half of a secret
    static List<ScreenSnapshot.Line> lines(Masking masking, List<Row> rows, int cursorRow, int cursorColumn) {
        String[][] texts = new String[rows.size()][];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = rows.get(i).text.clone();
        }
        if (masking.longest() > 0) {
            new ScreenMask(masking, rows).hide(texts, cursorRow, cursorColumn);
        }
        List<ScreenSnapshot.Line> lines = new ArrayList<>();
        for (int i = 0; i < texts.length; i++) {
            lines.add(new ScreenSnapshot.Line(texts[i], rows.get(i).look.clone(), rows.get(i).wrapped));
        }
        return lines;
    }

    private void hide(String[][] texts, int cursorRow, int cursorColumn) {
        for (int row = 0; row < rows.size(); row++) {
            String[] cells = rows.get(row).text;
            int begins = all.length();
            for (int column = 0; column < cells.length; column++) {
                if (row == cursorRow && column == cursorColumn) {
                    begun(texts, begins);
                }
                add(cells[column], row, column);
            }
            dots(texts, begins, begins + masking.ends(all.substring(begins)));
            // A row that is full to its edge may go on in the next one without the terminal knowing.
            boolean full = !cells[cells.length - 1].equals(Row.BLANK);
            if (full) {
                begun(texts, begins);
            } else {
                add("\n", row, -1);
            }
        }
        masking.find(all.toString()).forEach(span -> dots(texts, span.from(), span.to()));
    }

    /// What may be the beginning of a secret at the end of what there is of this row.
    private void begun(String[][] texts, int from) {
        int length = masking.begins(all.substring(from));
        dots(texts, all.length() - length, all.length());
    }

    private void add(String text, int row, int column) {
        for (int i = 0; i < text.length(); i++) {
            if ((all.length() + 1) * 2 > places.length) {
                places = Arrays.copyOf(places, places.length * 2);
            }
            places[all.length() * 2] = row;
            places[all.length() * 2 + 1] = column;
            all.append(text.charAt(i));
        }
    }

    private void dots(String[][] texts, int from, int to) {
        for (int i = from; i < to; i++) {
            int column = places[i * 2 + 1];
            if (column >= 0) {
                texts[places[i * 2]][column] = DOT;
            }
        }
    }
}
