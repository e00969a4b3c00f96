package plantao.playbook.screen;

import java.util.List;

/// A screen at one moment, masked.
///
/// @param lines from top to bottom: kept rows, as many as were asked for, then the screen's own
/// @param gone how many rows have gone out at the top in all
/// @param kept how many of them had gone out at the top
/// @param cursorRow counted in `lines`; -1 when the cursor is not shown
/// @param alternate whether a program draws on the whole screen
/// @param cursorKeys whether arrows are wanted in their application form
/// @param pasteMarked whether a paste is wanted between marks
public record ScreenSnapshot(
        List<Line> lines,
        long gone,
        int kept,
        int columns,
        int cursorRow,
        int cursorColumn,
        boolean alternate,
        boolean cursorKeys,
        boolean pasteMarked) {
    public static final ScreenSnapshot EMPTY = new ScreenSnapshot(List.of(), 0, 0, 0, -1, 0, false, false, false);

    /// A row of cells.
    public static final class Line {
        private final String[] text;
        private final long[] look;
        private final boolean goesOn;

        Line(String[] text, long[] look, boolean goesOn) {
            this.text = text;
            this.look = look;
            this.goesOn = goesOn;
        }

        public int columns() {
            return text.length;
        }

        /// What stands in a cell; empty behind a character of two cells.
        public String text(int column) {
            return text[column];
        }

        /// How a cell looks, as [Pen] numbers it.
        public long look(int column) {
            return look[column];
        }

        /// Whether its text goes on in the next line.
        public boolean goesOn() {
            return goesOn;
        }

        /// From one column (inclusive) to another (exclusive), without the blanks at the end.
        public String text(int from, int to) {
            StringBuilder all = new StringBuilder();
            for (int i = Math.max(0, from); i < Math.min(to, text.length); i++) {
                all.append(text[i]);
            }
            return all.toString().stripTrailing();
        }

        @Override
        public String toString() {
            return text(0, text.length);
        }
    }

    public ScreenSnapshot {
        lines = List.copyOf(lines);
    }

    /// The lines as text, without empty ones at the end.
    public List<String> text() {
        List<String> all = lines.stream().map(Line::toString).toList();
        int end = all.size();
        while (end > 0 && all.get(end - 1).isEmpty()) {
            end--;
        }
        return all.subList(0, end);
    }
}
