package plantao.playbook.screen;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/// The cells of one screen with its cursor, margins and tab stops. Rows and columns count from 0.
final class Grid {
    /// How many rows that went out at the top are kept.
    static final int HISTORY = 2000;

    private static final int TAB = 8;

    /// The cursor and what is saved with it.
    record Saved(int row, int column, long look, boolean origin, boolean pending) {}

    final Deque<Row> history = new ArrayDeque<>();
    /// How many rows have gone out at the top in all.
    long gone;
    private final boolean keeps;
    Row[] rows;
    private boolean[] tabs;
    int row;
    int column;
    long look = Pen.PLAIN;
    /// The last column was written: the next character goes to the next row.
    boolean pending;
    /// Rows are counted from the top margin.
    boolean origin;
    private int top;
    private int bottom;
    private Saved saved = new Saved(0, 0, Pen.PLAIN, false, false);

    /// @param keeps whether rows that go out at the top are kept
    Grid(int rows, int columns, boolean keeps) {
        this.keeps = keeps;
        this.rows = new Row[rows];
        Arrays.setAll(this.rows, _ -> new Row(columns, Pen.PLAIN));
        tabs = stops(columns);
        bottom = rows - 1;
    }

    private static boolean[] stops(int columns) {
        boolean[] tabs = new boolean[columns];
        for (int i = TAB; i < columns; i += TAB) {
            tabs[i] = true;
        }
        return tabs;
    }

    int columns() {
        return tabs.length;
    }

    int height() {
        return rows.length;
    }

    void save() {
        saved = new Saved(row, column, look, origin, pending);
    }

    void restore() {
        row = Math.min(saved.row(), rows.length - 1);
        column = Math.min(saved.column(), columns() - 1);
        look = saved.look();
        origin = saved.origin();
        pending = saved.pending();
    }

    /// Puts a character where the cursor is.
    ///
    /// @param wraps at the last column it goes on in the next row
    void put(String character, int width, boolean wraps, boolean inserts) {
        if (width == 0) {
            rows[row].add(pending ? column : Math.max(0, column - 1), character);
            return;
        }
        if (pending && wraps || width == 2 && column == columns() - 1 && wraps) {
            rows[row].wrapped = true;
            column = 0;
            down();
        }
        pending = false;
        if (width > columns() - column) {
            return;
        }
        if (inserts) {
            rows[row].insert(column, width, Pen.erased(look));
        }
        rows[row].put(column, character, width, look);
        if (column + width >= columns()) {
            column = columns() - 1;
            pending = true;
        } else {
            column += width;
        }
    }

    /// To a place, as CUP counts it: within the margins when rows are counted from there.
    void to(int toRow, int toColumn) {
        row = origin ? Math.clamp(toRow + (long) top, top, bottom) : Math.clamp(toRow, 0, rows.length - 1);
        toColumn(toColumn);
    }

    /// The row as [#to] counts it.
    int countedRow() {
        return origin ? row - top : row;
    }

    void toColumn(int to) {
        column = Math.clamp(to, 0, columns() - 1);
        pending = false;
    }

    /// Up (negative) or down; a margin that is not passed already stops it.
    void move(int by) {
        int first = row >= top ? top : 0;
        int last = row <= bottom ? bottom : rows.length - 1;
        row = Math.clamp((long) row + by, first, last);
        pending = false;
    }

    /// Down by one; at the bottom margin all moves up.
    void down() {
        if (row == bottom) {
            scroll(1);
        } else {
            row = Math.min(row + 1, rows.length - 1);
        }
    }

    /// Up by one; at the top margin all moves down.
    void up() {
        pending = false;
        if (row == top) {
            scroll(-1);
        } else {
            row = Math.max(row - 1, 0);
        }
    }

    void margins(int first, int last) {
        int end = Math.min(last, rows.length - 1);
        if (first >= 0 && first < end) {
            top = first;
            bottom = end;
            to(0, 0);
        }
    }

    /// What lies between the margins moves up (or down, negative).
    void scroll(int by) {
        if (by > 0 && top == 0 && keeps) {
            for (int i = 0; i < Math.min(by, bottom + 1); i++) {
                keep(rows[i]);
                rows[i] = new Row(columns(), Pen.PLAIN);
            }
        }
        shift(top, by);
    }

    private void keep(Row out) {
        history.addLast(out);
        gone++;
        if (history.size() > HISTORY) {
            history.removeFirst();
        }
    }

    /// Lines are inserted (negative: deleted) at the cursor.
    void insertLines(int count) {
        if (row >= top && row <= bottom) {
            shift(row, -count);
            toColumn(0);
        }
    }

    private void shift(int first, int by) {
        int size = bottom - first + 1;
        int n = Math.clamp(by, -size, size);
        Row[] before = Arrays.copyOfRange(rows, first, bottom + 1);
        for (int i = 0; i < size; i++) {
            int from = i + n;
            rows[first + i] = from >= 0 && from < size ? before[from] : new Row(columns(), Pen.erased(look));
        }
        if (first > 0 && n != 0) {
            rows[first - 1].wrapped = false;
        }
    }

    /// Erases in the cursor's row: 0 from the cursor on, 1 up to it, 2 all.
    void eraseLine(int which) {
        int from = which == 0 ? column : 0;
        int to = which == 1 ? column + 1 : columns();
        rows[row].clear(from, to, Pen.erased(look));
        if (to == columns()) {
            rows[row].wrapped = false;
        }
        pending = false;
    }

    /// The same with the rows below (0), above (1), or all (2), and 3: what went out at the top.
    void erase(int which) {
        if (which == 3) {
            history.clear();
            return;
        }
        if (which < 2) {
            eraseLine(which);
        }
        int from = which == 0 ? row + 1 : 0;
        int to = which == 1 ? row : rows.length;
        for (int i = from; i < to; i++) {
            rows[i] = new Row(columns(), Pen.erased(look));
        }
        pending = false;
    }

    void eraseCells(int count) {
        rows[row].clear(column, (int) Math.min(columns(), (long) column + count), Pen.erased(look));
        pending = false;
    }

    void insertCells(int count) {
        rows[row].insert(column, count, Pen.erased(look));
        pending = false;
    }

    void deleteCells(int count) {
        rows[row].delete(column, count, Pen.erased(look));
        pending = false;
    }

    void tab(int count) {
        for (int i = 0; i < Math.abs(count) && (count > 0 ? column < columns() - 1 : column > 0); i++) {
            do {
                column += Integer.signum(count);
            } while (column > 0 && column < columns() - 1 && !tabs[column]);
        }
        pending = false;
    }

    void setTab(boolean on) {
        tabs[column] = on;
    }

    void clearTabs() {
        Arrays.fill(tabs, false);
    }

    /// Another size. Rows are cut or filled up, not broken anew; the cursor's row stays in sight.
    void size(int height, int width) {
        int over = Math.max(0, row - height + 1);
        for (int i = 0; i < over && keeps; i++) {
            keep(rows[i]);
        }
        Row[] next = new Row[height];
        for (int i = 0; i < height; i++) {
            next[i] = i + over < rows.length ? rows[i + over].sized(width) : new Row(width, Pen.PLAIN);
        }
        rows = next;
        row = Math.clamp((long) row - over, 0, height - 1);
        boolean[] stops = stops(width);
        System.arraycopy(tabs, 0, stops, 0, Math.min(width, tabs.length));
        tabs = stops;
        toColumn(column);
        top = 0;
        bottom = height - 1;
    }
}
