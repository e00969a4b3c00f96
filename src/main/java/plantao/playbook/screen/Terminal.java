package plantao.playbook.screen;

import java.util.ArrayList;
import java.util.List;
import plantao.values.Masking;

/// A screen that one thread writes and another one looks at: what leaves it is masked.
public final class Terminal {
    /// A program that asks without end gets no more answers at a time.
    private static final int ANSWERS = 16;

    private static final int SMALLEST = 2;
    private static final int LARGEST = 500;

    private final Masking masking;
    private final List<String> answers = new ArrayList<>();
    private final Screen screen;
    private volatile long version;

    /// @param masking the secrets that its pictures must not show
    public Terminal(int rows, int columns, Masking masking) {
        this.masking = masking;
        screen = new Screen(rows, columns, answer -> {
            if (!answer.isEmpty() && answers.size() < ANSWERS) {
                answers.add(answer);
            }
        });
    }

    /// Takes what a program prints, from one character (inclusive) to another (exclusive).
    ///
    /// @return what the terminal answers to the program, mostly nothing
    public synchronized String take(char[] text, int from, int to) {
        screen.take(text, from, to);
        version++;
        String answer = String.join("", answers);
        answers.clear();
        return answer;
    }

    /// Another size; outside 2–500 it is the nearest of those.
    public synchronized void size(int rows, int columns) {
        screen.size(Math.clamp(rows, SMALLEST, LARGEST), Math.clamp(columns, SMALLEST, LARGEST));
        version++;
    }

    /// Another number after every change.
    public long version() {
        return version;
    }

    /// Whether a program draws on the whole screen now.
    public synchronized boolean alternate() {
        return screen.onAlternate();
    }

    /// The screen as it is now.
    ///
    /// @param back how many rows that went out at the top are wanted above it
    public synchronized ScreenSnapshot shot(int back) {
        return shot(screen.shown(), back);
    }

    /// The same, with the rows that stood on top when so many had gone out: what was scrolled back to stands still
    /// while more is printed.
    ///
    /// @param gone as the shot said from which `back` was counted
    public synchronized ScreenSnapshot shot(int back, long gone) {
        long since = back > 0 ? Math.max(0, screen.shown().gone - gone) : 0;
        return shot(screen.shown(), (int) Math.min(Integer.MAX_VALUE, back + since));
    }

    /// What a program that drew on the whole screen showed last; no line when there was none.
    public synchronized List<String> lastWhole() {
        return shot(screen.alternate(), 0).text();
    }

    private ScreenSnapshot shot(Grid grid, int back) {
        int kept = Math.clamp(back, 0, grid.history.size());
        List<Row> rows = new ArrayList<>(
                grid.history.stream().skip(grid.history.size() - (long) kept).toList());
        rows.addAll(List.of(grid.rows));
        int cursorRow = kept + grid.row;
        return new ScreenSnapshot(
                ScreenMask.lines(masking, rows, cursorRow, grid.column),
                grid.gone,
                kept,
                grid.columns(),
                screen.cursor() ? cursorRow : -1,
                grid.column,
                screen.onAlternate(),
                screen.cursorKeys(),
                screen.pasteMarked());
    }
}
