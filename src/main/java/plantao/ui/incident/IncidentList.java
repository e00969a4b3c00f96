package plantao.ui.incident;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.layout.VBox;
import plantao.desk.Board;
import plantao.journal.Incident;
import plantao.ui.fx.Figures;
import plantao.ui.fx.RowSync;
import plantao.ui.fx.Texts;
import plantao.ui.fx.UiContext;

/// The list of a system's incidents, newest first.
final class IncidentList {
    private final Texts texts;
    private final VBox panel;
    private final VBox none;
    private final RowSync<Incident, IncidentRow> rows;

    /// @param panel holds the rows
    /// @param none is shown instead while there are no incidents
    IncidentList(UiContext desktop, Texts texts, VBox panel, VBox none, Consumer<Incident> open) {
        this.texts = texts;
        this.panel = panel;
        this.none = none;
        Figures figures = desktop.figures();
        this.rows = new RowSync<>(
                panel.getChildren(),
                Incident::id,
                i -> new IncidentRow(texts, figures, i, open),
                (row, i) -> row.show(i, desktop.now().now()));
    }

    /// Shows the list and says what is to be said above it.
    String show(Board board) {
        List<Incident> all = board.journal().incidents().reversed().stream()
                .filter(i -> i.system().equals(board.selected()))
                .toList();
        rows.showAnew(all);
        panel.setVisible(!all.isEmpty());
        panel.setManaged(!all.isEmpty());
        none.setVisible(all.isEmpty() && !board.recalling());
        none.setManaged(all.isEmpty());
        if (all.isEmpty()) {
            return board.recalling() ? texts.get("recalling") : "";
        }
        int open = (int) all.stream().filter(Incident::open).count();
        String about = texts.get("list.about", open, all.size());
        return board.incident().isPresent() ? about + " · " + texts.get("declare.already") : about;
    }
}
