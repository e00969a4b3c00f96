package plantao.ui.shift;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import plantao.desk.Board;
import plantao.journal.Detail;
import plantao.journal.Entry;
import plantao.journal.Shift;
import plantao.ui.fx.Figures;
import plantao.ui.fx.Fonts;
import plantao.ui.fx.RowSync;
import plantao.ui.fx.Texts;
import plantao.ui.fx.UiContext;

/// The notes of the shift, newest first; without a shift the latest ones of the system.
final class ShiftNotes {
    private static final int LATEST = 20;

    private final Figures figures;
    private final Texts texts;
    private final Label count;
    private final Label none = new Label();
    private final RowSync<Entry, HBox> rows;
    private final VBox list = new VBox();
    private @Nullable List<Entry> drawn;

    ShiftNotes(UiContext desktop, Texts texts, VBox box, Label count) {
        this.figures = desktop.figures();
        this.texts = texts;
        this.count = count;
        rows = new RowSync<>(list.getChildren(), Entry::id, this::row, (_, _) -> {});
        none.setText(texts.get("notes.none"));
        none.getStyleClass().add("t-muted14");
        none.setWrapText(true);
        none.setPadding(new javafx.geometry.Insets(16));
        box.getChildren().setAll(none, list);
    }

    void show(Board board) {
        Shift shift = board.shift().orElse(null);
        List<Entry> entries = shift == null ? board.journal().entries() : shift.entries();
        if (entries == drawn) {
            return;
        }
        drawn = entries;
        List<Entry> notes = entries.reversed().stream()
                .filter(e -> e.detail() instanceof Detail.Note && e.system().equals(board.selected()))
                .limit(shift == null ? LATEST : Integer.MAX_VALUE)
                .toList();
        rows.show(notes);
        none.setVisible(notes.isEmpty());
        none.setManaged(notes.isEmpty());
        count.setText(shift == null ? "" : texts.get("notes.count", notes.size()));
    }

    private HBox row(Entry entry) {
        Label time = new Label(figures.utcShort(entry.at()));
        time.getStyleClass().addAll("timeline-time");
        time.setTooltip(new Tooltip(figures.exact(entry.at())));
        Label text = new Label(entry.detail() instanceof Detail.Note(String said, var _) ? Fonts.drawable(said) : "");
        text.getStyleClass().add("t-body");
        text.setWrapText(true);
        Label who = new Label(Fonts.drawable(entry.operator()));
        who.getStyleClass().add("t-muted");
        who.setWrapText(true);
        VBox words = new VBox(2, text, who);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox row = new HBox(12, time, words);
        row.getStyleClass().add("note-row");
        return row;
    }
}
