package plantao.ui.shift;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import plantao.desk.Board;
import plantao.desk.ClosedLoop;
import plantao.desk.Presence;
import plantao.journal.ItemKey;
import plantao.journal.Routine;
import plantao.journal.Worklist.Standing;
import plantao.journal.Worklist.Todo;
import plantao.runbook.Origin;
import plantao.runbook.due.DueTime;
import plantao.ui.fx.Fonts;
import plantao.ui.fx.Nodes;
import plantao.ui.fx.RowSync;
import plantao.ui.fx.Texts;
import plantao.ui.fx.UiContext;

/// A checklist under its header; those that do not belong to every shift can be folded away.
final class SectionPane extends VBox {
    private final Routine.Group group;
    private final Texts texts;
    private final Label count = new Label();
    private final ProgressBar progress = new ProgressBar(0);
    private final FontIcon chevron = new FontIcon("fth-chevron-right");
    private final VBox body = new VBox();
    private final VBox blanks = new VBox();
    private final List<FieldRow> fields = new ArrayList<>();
    private final HBox header;
    private final ChecklistPresence beside;
    private final RowSync<Todo, CheckRow> rows;
    private final Label due = new Label();
    private final DueWords dues;
    private Instant now = Instant.EPOCH;
    private Map<ItemKey, ClosedLoop.Said> said = Map.of();

    SectionPane(UiContext desktop, Texts texts, Routine.Group group, boolean open) {
        this.group = group;
        this.dues = DueWords.of(desktop, texts);
        this.texts = texts;
        rows = new RowSync<>(
                body.getChildren(),
                t -> t.thing().key(),
                t -> new CheckRow(desktop, texts, t),
                (row, todo) -> row.show(todo, said.get(todo.thing().key()), now));
        Label name = new Label(
                group.part().ofTheShift()
                        ? texts.get("part." + group.part().name().toLowerCase(Locale.ROOT))
                        : Fonts.drawable(group.title()));
        name.getStyleClass().add("t-name");
        name.setWrapText(true);
        Label about = new Label(about(group));
        about.getStyleClass().add("t-muted");
        about.setWrapText(true);
        VBox words = new VBox(name, about);
        words.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(words, Priority.ALWAYS);
        progress.setPrefWidth(120);
        progress.setMinWidth(60);
        count.getStyleClass().add("t-state");
        due.getStyleClass().add("t-dense");
        due.setWrapText(true);
        due.setMinWidth(0);
        beside = new ChecklistPresence(texts);
        header = new HBox(words, beside, due, progress, count);
        header.getStyleClass().add("section-header");
        header.setSpacing(12);
        getChildren().addAll(header, body, blanks);
        if (!group.part().ofTheShift()) {
            foldable();
        }
        if (group.list() != null) {
            group.list().fields().forEach(f -> fields.add(new FieldRow(desktop, texts, group.title(), f)));
        }
        blanks.getChildren().setAll(fields);
        open(open || group.part().ofTheShift());
    }

    /// Brings who else has it open, and the blanks of its paper form, up to date.
    void fill(Board board) {
        beside.show(Presence.at(board, board.selected(), group.title()));
        fields.forEach(f -> f.show(board));
    }

    private void foldable() {
        header.getChildren().addFirst(chevron);
        header.getStyleClass().setAll("list-row");
        header.setFocusTraversable(true);
        header.setAccessibleRole(AccessibleRole.BUTTON);
        header.setAccessibleText(group.title());
        header.setOnMouseClicked(_ -> {
            header.requestFocus();
            open(!body.isVisible());
        });
        header.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            boolean toggles = event.getCode() == KeyCode.SPACE || event.getCode() == KeyCode.ENTER;
            if (toggles || event.getCode() == KeyCode.RIGHT || event.getCode() == KeyCode.LEFT) {
                open(toggles ? !body.isVisible() : event.getCode() == KeyCode.RIGHT);
                event.consume();
            }
        });
    }

    private void open(boolean open) {
        body.setVisible(open);
        body.setManaged(open);
        blanks.setVisible(open);
        blanks.setManaged(open);
        chevron.setIconLiteral(open ? "fth-chevron-down" : "fth-chevron-right");
    }

    private String about(Routine.Group g) {
        String line = texts.get("line", String.valueOf(g.origin().line()));
        boolean own = g.part().ofTheShift();
        // what the name above says already is not said again
        String name = own ? texts.get("part." + g.part().name().toLowerCase(Locale.ROOT)) : g.title();
        String title = !own || g.title().equalsIgnoreCase(name) ? "" : Fonts.drawable(g.title()) + " · ";
        String often = cadence(g.cadence(), texts);
        String cadence = own || often.isEmpty() || often.equalsIgnoreCase(name) ? "" : often + " · ";
        String when = g.when() == null ? "" : Fonts.drawable(g.when()) + " · ";
        return title + cadence + when + line;
    }

    /// How often, in words; a cadence of the runbook's own stays as it is.
    static String cadence(@Nullable String cadence, Texts texts) {
        String key = "cadence." + cadence;
        return cadence == null ? "" : texts.bundle().containsKey(key) ? texts.get(key) : cadence;
    }

    /// Brings it up to date.
    ///
    /// @param board what the board says of items
    void show(Standing standing, Map<ItemKey, ClosedLoop.Said> board, Instant at) {
        boolean other = !board.equals(said);
        said = board;
        boolean minute = !at.truncatedTo(ChronoUnit.MINUTES).equals(now.truncatedTo(ChronoUnit.MINUTES));
        now = at;
        rows.show(standing.todos());
        if (minute || other) {
            rows.refresh();
        }
        int all = standing.todos().size();
        count.setText(texts.get("count", String.valueOf(standing.settled()), String.valueOf(all)));
        progress.setProgress(standing.settled() / (double) all);
        DueTime when = standing.due();
        boolean late = when != null && standing.settled() < all && when.late(at);
        due.setText(group.part() == Routine.Part.START && !late ? "" : dues.shortly(when, at));
        due.getStyleClass().setAll("label", late ? "t-state" : "t-dense", late ? "c-warning" : "c-muted");
        Nodes.tip(due, when == null ? null : dues.exactly(when));
        due.setManaged(!due.getText().isEmpty());
    }

    Routine.Group group() {
        return group;
    }

    /// Whether its rows can be seen.
    boolean unfolded() {
        return body.isVisible();
    }

    /// Unfolds it, so that its rows can be reached.
    void unfold() {
        open(true);
    }

    /// The row of the item that stands there in the runbook; null when it is not in this list.
    @Nullable
    CheckRow row(Origin item) {
        return body.getChildren().stream()
                .map(n -> (CheckRow) n)
                .filter(r -> item.equals(r.origin()))
                .findFirst()
                .orElse(null);
    }

    /// What the keys move over, from top to bottom.
    List<javafx.scene.Node> stops() {
        List<javafx.scene.Node> stops = new java.util.ArrayList<>();
        if (header.isFocusTraversable()) {
            stops.add(header);
        }
        if (body.isVisible()) {
            stops.addAll(body.getChildren());
        }
        return stops;
    }
}
