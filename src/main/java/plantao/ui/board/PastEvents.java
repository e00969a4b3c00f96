package plantao.ui.board;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;
import plantao.desk.Board;
import plantao.desk.Surroundings;
import plantao.journal.Entry;
import plantao.journal.Repeats;
import plantao.ui.fx.Figures;
import plantao.ui.fx.Fonts;
import plantao.ui.fx.Texts;

/// What happened to the thing a drawer is about, by the log: a row each, the newest first.
record PastEvents(Drawer drawer, Texts texts, Figures figures) {
    private static final int MOST = 12;
    private static final int LOOKED_THROUGH = 5000;

    /// Adds the section, where there is anything to tell.
    ///
    /// @param told an entry in words, or null when it is about something else
    /// @param changes told below, while there is room
    void add(
            Board board,
            String system,
            Function<Entry, @Nullable String> told,
            List<Surroundings.Mark> changes,
            List<Node> parts) {
        List<Node> rows = new ArrayList<>();
        for (Entry e : Repeats.latest(board.journal().entries(), system, LOOKED_THROUGH)) {
            if (rows.size() >= MOST) {
                break;
            }
            String words = told.apply(e);
            if (words != null) {
                rows.add(row(e.at(), Fonts.drawable(words)));
            }
        }
        changes.reversed().stream()
                .limit(MOST - rows.size())
                .map(m -> row(m.at(), texts.get("drawer.changed", Fonts.drawable(m.what()))))
                .forEach(rows::add);
        if (!rows.isEmpty()) {
            parts.add(drawer.section(texts.get("drawer.history")));
            parts.addAll(rows);
        }
    }

    private Node row(Instant at, String words) {
        return drawer.text(figures.exact(at) + " · " + words, "t-muted");
    }
}
