package plantao.playbook.screen;

import java.util.function.Consumer;

/// A terminal's screen: what control sequences do to it. Of what a program may ask a terminal, only the cursor's
/// place (DSR), "all is well" and the kind of terminal (DA1) are answered; titles, clipboard and the like do
/// nothing.
final class Screen implements Parser.Sink {
    /// DEC Special Graphics, for the characters from `_` to `~`.
    private static final String GRAPHICS = " ◆▒␉␌␍␊°±␤␋┘┐┌└┼⎺⎻─⎼⎽├┤┴┬│≤≥π≠£·";

    private final Parser parser = new Parser(this, this::graphics);
    private final Consumer<String> answers;
    private Grid primary;
    private Grid alternate;
    private Grid now;
    private final boolean[] graphic = new boolean[2];
    private int set;
    private boolean wraps = true;
    private boolean inserts;
    private boolean newlines;
    private boolean cursor = true;
    private boolean cursorKeys;
    private boolean pasteMarked;
    private String last = " ";

    /// @param answers takes what the terminal answers to the program
    Screen(int rows, int columns, Consumer<String> answers) {
        primary = new Grid(rows, columns, true);
        alternate = new Grid(rows, columns, false);
        now = primary;
        this.answers = answers;
    }

    void take(char[] text, int from, int to) {
        for (int i = from; i < to; i++) {
            parser.take(text[i]);
        }
    }

    void size(int rows, int columns) {
        primary.size(rows, columns);
        alternate.size(rows, columns);
    }

    Grid shown() {
        return now;
    }

    /// The screen that whole-screen programs draw on, also after they left it.
    Grid alternate() {
        return alternate;
    }

    boolean onAlternate() {
        return now == alternate;
    }

    boolean cursor() {
        return cursor;
    }

    boolean cursorKeys() {
        return cursorKeys;
    }

    boolean pasteMarked() {
        return pasteMarked;
    }

    private String graphics() {
        return graphic[set] ? GRAPHICS : "";
    }

    @Override
    public void text(String character, int width) {
        now.put(character, width, wraps, inserts);
        last = width == 0 ? last : character;
    }

    @Override
    public void control(char c) {
        switch (c) {
            case '\b' -> now.toColumn(now.column - 1);
            case '\t' -> now.tab(1);
            case '\n', 0x0b, '\f' -> {
                now.pending = false;
                now.down();
                if (newlines) {
                    now.toColumn(0);
                }
            }
            case '\r' -> now.toColumn(0);
            case 0x0e -> set = 1;
            case 0x0f -> set = 0;
            default -> {
                // The bell and the rest do nothing on a screen.
            }
        }
    }

    @Override
    public void escape(String between, char c) {
        switch (between) {
            case "" -> escape(c);
            case "(" -> graphic[0] = c == '0';
            case ")" -> graphic[1] = c == '0';
            case "#" -> {
                if (c == '8') {
                    align();
                }
            }
            default -> {
                // Other character sets, and how controls are coded.
            }
        }
    }

    private void escape(char c) {
        switch (c) {
            case '7' -> now.save();
            case '8' -> now.restore();
            case 'D' -> {
                now.pending = false;
                now.down();
            }
            case 'E' -> {
                now.toColumn(0);
                now.down();
            }
            case 'M' -> now.up();
            case 'H' -> now.setTab(true);
            case 'c' -> reset();
            default -> {
                // Keypads and more that a screen does not show.
            }
        }
    }

    /// DECALN: a screen full of E, to test by.
    private void align() {
        for (Row row : now.rows) {
            for (int i = 0; i < now.columns(); i++) {
                row.put(i, "E", 1, Pen.PLAIN);
            }
        }
    }

    private void reset() {
        int rows = now.height();
        int columns = now.columns();
        primary = new Grid(rows, columns, true);
        alternate = new Grid(rows, columns, false);
        now = primary;
        soft();
        pasteMarked = false;
    }

    private void soft() {
        graphic[0] = false;
        graphic[1] = false;
        set = 0;
        wraps = true;
        inserts = false;
        newlines = false;
        cursor = true;
        cursorKeys = false;
        now.origin = false;
        now.look = Pen.PLAIN;
        now.margins(0, now.height() - 1);
    }

    @Override
    public void sequence(char mark, Parameters p, String between, char c) {
        if (!between.isEmpty()) {
            if (between.equals("!") && c == 'p') {
                soft();
            }
        } else if (mark == '?') {
            if (c == 'h' || c == 'l') {
                for (int i = 0; i < p.count(); i++) {
                    mode(p.get(i, 0), c == 'h');
                }
            }
        } else if (mark == 0 && !moves(p, c)) {
            changes(p, c);
        }
    }

    private boolean moves(Parameters p, char c) {
        switch (c) {
            case 'A' -> now.move(-p.amount(0));
            case 'B', 'e' -> now.move(p.amount(0));
            case 'C', 'a' -> now.toColumn(now.column + p.amount(0));
            case 'D' -> now.toColumn(now.column - p.amount(0));
            case 'E' -> {
                now.move(p.amount(0));
                now.toColumn(0);
            }
            case 'F' -> {
                now.move(-p.amount(0));
                now.toColumn(0);
            }
            case 'G', '`' -> now.toColumn(p.amount(0) - 1);
            case 'H', 'f' -> now.to(p.amount(0) - 1, p.amount(1) - 1);
            case 'd' -> now.to(p.amount(0) - 1, now.column);
            case 'I' -> now.tab(p.amount(0));
            case 'Z' -> now.tab(-p.amount(0));
            case 's' -> now.save();
            case 'u' -> now.restore();
            default -> {
                return false;
            }
        }
        return true;
    }

    private void changes(Parameters p, char c) {
        switch (c) {
            case '@' -> now.insertCells(p.amount(0));
            case 'P' -> now.deleteCells(p.amount(0));
            case 'X' -> now.eraseCells(p.amount(0));
            case 'J' -> now.erase(p.get(0, 0));
            case 'K' -> now.eraseLine(p.get(0, 0));
            case 'L' -> now.insertLines(p.amount(0));
            case 'M' -> now.insertLines(-p.amount(0));
            case 'S' -> now.scroll(p.amount(0));
            case 'T' -> now.scroll(-p.amount(0));
            case 'm' -> now.look = Sgr.apply(now.look, p);
            case 'r' -> now.margins(p.amount(0) - 1, p.get(1, 0) == 0 ? now.height() - 1 : p.get(1, 0) - 1);
            case 'b' -> repeat(p.amount(0));
            case 'g' -> {
                if (p.get(0, 0) == 3) {
                    now.clearTabs();
                } else if (p.get(0, 0) == 0) {
                    now.setTab(false);
                }
            }
            case 'h', 'l' -> {
                for (int i = 0; i < p.count(); i++) {
                    inserts = p.get(i, 0) == 4 ? c == 'h' : inserts;
                    newlines = p.get(i, 0) == 20 ? c == 'h' : newlines;
                }
            }
            case 'n' -> asked(p.get(0, 0));
            case 'c' -> answers.accept(p.get(0, 0) == 0 ? "\u001b[?62;22c" : "");
            default -> {
                // Window operations, reports, media: not for a program to do here.
            }
        }
    }

    private void repeat(int count) {
        int most = Math.min(count, now.columns() * now.height());
        int width = Widths.of(last.codePointAt(0));
        for (int i = 0; i < most; i++) {
            now.put(last, width, wraps, inserts);
        }
    }

    private void asked(int what) {
        if (what == 5) {
            answers.accept("\u001b[0n");
        } else if (what == 6) {
            answers.accept("\u001b[" + (now.countedRow() + 1) + ";" + (now.column + 1) + "R");
        }
    }

    private void mode(int mode, boolean on) {
        switch (mode) {
            case 1 -> cursorKeys = on;
            case 6 -> {
                now.origin = on;
                now.to(0, 0);
            }
            case 7 -> wraps = on;
            case 25 -> cursor = on;
            case 47, 1047 -> alternate(on, false);
            case 1048 -> {
                if (on) {
                    now.save();
                } else {
                    now.restore();
                }
            }
            case 1049 -> alternate(on, true);
            case 2004 -> pasteMarked = on;
            default -> {
                // The mouse stays the console's; blinking and the like are not drawn.
            }
        }
    }

    private void alternate(boolean on, boolean saves) {
        if (on == onAlternate()) {
            return;
        }
        if (on) {
            if (saves) {
                primary.save();
            }
            alternate = new Grid(primary.height(), primary.columns(), false);
            alternate.row = primary.row;
            alternate.column = primary.column;
            alternate.look = primary.look;
            now = alternate;
        } else {
            primary.look = alternate.look;
            now = primary;
            if (saves) {
                primary.restore();
            }
        }
    }
}
