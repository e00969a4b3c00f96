package plantao.playbook.screen;

import java.util.Arrays;

/// One row of a screen while it is drawn on.
final class Row {
    static final String BLANK = " ";
    /// Behind a character of two cells.
    static final String SECOND = "";

    /// Marks that are set upon a character are bounded.
    private static final int LONGEST = 16;

    final String[] text;
    final long[] look;
    /// Its text goes on in the next row.
    boolean wrapped;

    Row(int columns, long look) {
        text = new String[columns];
        this.look = new long[columns];
        clear(0, columns, look);
    }

    private Row(String[] text, long[] look, boolean wrapped) {
        this.text = text;
        this.look = look;
        this.wrapped = wrapped;
    }

    /// Blanks from `from` (inclusive) to `to` (exclusive).
    void clear(int from, int to, long with) {
        if (from < to) {
            split(from);
            split(to);
            Arrays.fill(text, from, to, BLANK);
            Arrays.fill(look, from, to, with);
        }
    }

    /// A character of `width` cells (1 or 2).
    void put(int column, String character, int width, long with) {
        split(column);
        split(column + width);
        text[column] = character;
        look[column] = with;
        if (width == 2) {
            text[column + 1] = SECOND;
            look[column + 1] = with;
        }
    }

    /// Sets a mark upon the character at `column`.
    void add(int column, String mark) {
        int at = column > 0 && text[column].equals(SECOND) ? column - 1 : column;
        if (text[at].length() < LONGEST) {
            text[at] += mark;
        }
    }

    void insert(int column, int count, long with) {
        split(column);
        int n = Math.min(count, text.length - column);
        System.arraycopy(text, column, text, column + n, text.length - column - n);
        System.arraycopy(look, column, look, column + n, look.length - column - n);
        Arrays.fill(text, column, column + n, BLANK);
        Arrays.fill(look, column, column + n, with);
        mend();
    }

    void delete(int column, int count, long with) {
        split(column);
        int n = Math.min(count, text.length - column);
        split(column + n);
        System.arraycopy(text, column + n, text, column, text.length - column - n);
        System.arraycopy(look, column + n, look, column, look.length - column - n);
        Arrays.fill(text, text.length - n, text.length, BLANK);
        Arrays.fill(look, look.length - n, look.length, with);
    }

    Row sized(int columns) {
        if (columns == text.length) {
            return this;
        }
        Row row = new Row(Arrays.copyOf(text, columns), Arrays.copyOf(look, columns), wrapped);
        for (int i = text.length; i < columns; i++) {
            row.text[i] = BLANK;
        }
        row.wrapped &= columns < text.length;
        row.mend();
        return row;
    }

    /// A character of two cells that lost its second one to the edge.
    private void mend() {
        int last = text.length - 1;
        if (last >= 0 && text[last].codePoints().findFirst().stream().anyMatch(c -> Widths.of(c) == 2)) {
            text[last] = BLANK;
        }
    }

    /// Half a character can't stay: one that goes over this border becomes blank.
    private void split(int column) {
        if (column > 0 && column < text.length && text[column].equals(SECOND)) {
            text[column - 1] = BLANK;
            text[column] = BLANK;
        }
    }
}
