package plantao.ui.shift;

import java.time.Instant;
import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import plantao.desk.Board;
import plantao.desk.Event;
import plantao.journal.ItemState;
import plantao.ui.fx.Figures;
import plantao.ui.fx.Fonts;
import plantao.ui.fx.ListKeys;
import plantao.ui.fx.Mark;
import plantao.ui.fx.Nodes;
import plantao.ui.fx.RowSync;
import plantao.ui.fx.Texts;
import plantao.ui.fx.UiContext;

/// What was put off, in this shift or an earlier one, and not taken up since. A click or Space ticks it.
final class DeferredPanel {
    private final UiContext desktop;
    private final Texts texts;
    private final Figures figures;
    private final DueWords dues;
    private final RowSync<ItemState, Row> rows;
    private final Label count;
    private Instant now = Instant.EPOCH;

    DeferredPanel(UiContext desktop, Texts texts, VBox box, Label count) {
        this.desktop = desktop;
        this.texts = texts;
        this.figures = desktop.figures();
        this.dues = DueWords.of(desktop, texts);
        this.count = count;
        rows = new RowSync<>(box.getChildren(), ItemState::key, _ -> new Row(), Row::show);
        box.addEventHandler(KeyEvent.KEY_PRESSED, event -> ListKeys.move(event, box.getChildren()));
    }

    /// @return whether there is anything
    boolean show(Board board) {
        now = board.now();
        List<ItemState> deferred = board.journal().deferred(board.selected());
        rows.showAnew(deferred);
        count.setText(texts.get("deferred.count", deferred.size()));
        return !deferred.isEmpty();
    }

    private final class Row extends HBox {
        private final Label name = new Label();
        private final Label about = new Label();
        private final Label when = new Label();
        private final VBox words = new VBox(2, name, about);

        Row() {
            name.getStyleClass().add("t-body");
            name.setWrapText(true);
            about.getStyleClass().add("t-muted");
            about.setWrapText(true);
            when.setMinWidth(80);
            HBox.setHgrow(words, Priority.ALWAYS);
            setFocusTraversable(true);
            setAccessibleRole(AccessibleRole.CHECK_BOX);
            getChildren().addAll(new Mark(Mark.Kind.DEFERRED, 16), words, when);
        }

        void show(ItemState state) {
            boolean late = state.until() != null && now.isAfter(state.until());
            getStyleClass().setAll("list-row", "due-row", late ? "late" : "calm");
            name.setText(Fonts.drawable(state.item()));
            String reason =
                    state.words() == null || state.words().isBlank() ? "" : " · " + Fonts.drawable(state.words());
            about.setText(Fonts.drawable(state.by()) + ", " + dues.at(state.at(), now) + reason);
            when.setText(state.until() == null ? "" : dues.at(state.until(), now));
            when.getStyleClass()
                    .setAll("label", "t-right", late ? "t-state" : "t-dense", late ? "c-warning" : "c-muted");
            Nodes.tip(when, state.until() == null ? null : figures.exact(state.until()));
            setAccessibleText(state.item() + ", " + texts.get("deferred"));
            setOnMouseClicked(_ -> tick(state));
            setOnKeyPressed(event -> {
                if (event.getCode() == KeyCode.SPACE || event.getCode() == KeyCode.ENTER) {
                    tick(state);
                    event.consume();
                }
            });
        }

        private void tick(ItemState state) {
            desktop.send(new Event.TickItem(desktop.now().selected(), state.key(), null));
        }
    }
}
