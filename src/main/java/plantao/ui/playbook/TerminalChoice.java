package plantao.ui.playbook;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import plantao.playbook.screen.ScreenSnapshot;

/// What is chosen on a terminal's screen with the mouse: text from one place to another, row by row.
final class TerminalChoice implements TerminalDrawing.Chosen {
    /// A place between two cells.
    ///
    /// @param row counted in what is drawn
    record Place(int row, int column) {}

    private static final Pattern WORD = Pattern.compile("[^\\s\"'`(){}\\[\\]<>|;,]+");

    private @Nullable Place from;
    private @Nullable Place to;

    void begin(Place at) {
        from = at;
        to = at;
    }

    void to(Place at) {
        to = at;
    }

    /// The word at a place, as far as blanks, quotes and brackets: a path or an address is one.
    void word(Place at, ScreenSnapshot.Line line) {
        StringBuilder cells = new StringBuilder();
        for (int i = 0; i < line.columns(); i++) {
            String text = line.text(i);
            cells.append(text.length() == 1 ? text : text.isEmpty() ? "_" : "x");
        }
        Matcher words = WORD.matcher(cells);
        while (words.find()) {
            if (words.start() <= at.column() && at.column() < words.end()) {
                from = new Place(at.row(), words.start());
                to = new Place(at.row(), words.end());
            }
        }
    }

    /// A whole row.
    void row(Place at, ScreenSnapshot.Line line) {
        from = new Place(at.row(), 0);
        to = new Place(at.row(), line.columns());
    }

    void none() {
        from = null;
        to = null;
    }

    boolean empty() {
        Place one = from;
        return one == null || one.equals(to);
    }

    @Override
    public int from(int row) {
        Place first = first();
        return first == null || row < first.row() ? Integer.MAX_VALUE : row == first.row() ? first.column() : 0;
    }

    @Override
    public int to(int row) {
        Place last = last();
        return last == null || row > last.row() ? 0 : row == last.row() ? last.column() : Integer.MAX_VALUE;
    }

    /// The chosen text; rows that go on in the next one are one line.
    String text(ScreenSnapshot shot) {
        StringBuilder all = new StringBuilder();
        Place first = first();
        Place last = last();
        if (first == null || last == null) {
            return "";
        }
        for (int row = first.row(); row <= last.row() && row < shot.lines().size(); row++) {
            ScreenSnapshot.Line line = shot.lines().get(row);
            all.append(line.text(from(row), to(row)));
            all.append(row < last.row() && !line.goesOn() ? "\n" : "");
        }
        return all.toString();
    }

    private @Nullable Place first() {
        return before() ? from : to;
    }

    private @Nullable Place last() {
        return before() ? to : from;
    }

    private boolean before() {
        Place one = from;
        Place other = to;
        return one == null
                || other == null
                || one.row() < other.row()
                || one.row() == other.row() && one.column() <= other.column();
    }
}
