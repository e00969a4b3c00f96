package plantao.ui.shift;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import plantao.desk.Event;
import plantao.journal.ItemState.Status;
import plantao.journal.Routine;
import plantao.journal.Worklist;
import plantao.journal.Worklist.Standing;
import plantao.journal.Worklist.Todo;
import plantao.runbook.due.DueTime;
import plantao.ui.fx.Fonts;
import plantao.ui.fx.ListKeys;
import plantao.ui.fx.Mark;
import plantao.ui.fx.Nodes;
import plantao.ui.fx.RowSync;
import plantao.ui.fx.Texts;
import plantao.ui.fx.UiContext;

/// What comes back by the calendar, the first due first. Space ticks work that is no checklist; Enter opens it: the
/// checklist on this screen, or the procedure.
final class DuePanel {
    private final Texts texts;
    private final DueWords dues;
    private final UiContext desktop;
    private final RowSync<Standing, Row> rows;
    private final VBox box;
    private Instant now = Instant.EPOCH;

    /// @param open opens what a row is about
    DuePanel(UiContext desktop, Texts texts, VBox box, Consumer<Routine.Group> open) {
        this.desktop = desktop;
        this.texts = texts;
        this.box = box;
        this.dues = DueWords.of(desktop, texts);
        rows = new RowSync<>(
                box.getChildren(), s -> s.group().things().getFirst().key(), s -> new Row(s, open), Row::show);
        box.addEventHandler(KeyEvent.KEY_PRESSED, event -> ListKeys.move(event, box.getChildren()));
    }

    /// @return whether there is anything
    boolean show(Worklist work) {
        now = work.now();
        List<Standing> calendar = work.calendar();
        rows.showAnew(calendar);
        return !calendar.isEmpty();
    }

    List<Node> stops() {
        return List.copyOf(box.getChildren());
    }

    private final class Row extends HBox {
        private final Mark mark = new Mark(Mark.Kind.TODO, 16);
        private final Label about = new Label();
        private final Label when = new Label();
        private Standing shown;

        Row(Standing standing, Consumer<Routine.Group> open) {
            shown = standing;
            Label name = new Label(Fonts.drawable(standing.group().title()));
            name.getStyleClass().add("t-body");
            name.setWrapText(true);
            about.getStyleClass().add("t-muted");
            about.setWrapText(true);
            VBox words = new VBox(2, name, about);
            HBox.setHgrow(words, Priority.ALWAYS);
            when.setMinWidth(88);
            when.setWrapText(true);
            setFocusTraversable(true);
            setAccessibleRole(AccessibleRole.BUTTON);
            getChildren().addAll(mark, words, when);
            setOnMouseClicked(_ -> open.accept(shown.group()));
            mark.setOnMouseClicked(event -> {
                toggle();
                event.consume();
            });
            addEventHandler(KeyEvent.KEY_PRESSED, event -> {
                if (event.getCode() == KeyCode.ENTER) {
                    open.accept(shown.group());
                    event.consume();
                } else if (event.getCode() == KeyCode.SPACE) {
                    toggle();
                    event.consume();
                }
            });
        }

        /// A checklist is ticked item by item.
        private void toggle() {
            if (shown.group().part() == Routine.Part.WORK) {
                Todo todo = shown.todos().getFirst();
                String system = desktop.now().selected();
                desktop.send(
                        todo.settled()
                                ? new Event.UntickItem(system, todo.thing().key())
                                : new Event.TickItem(system, todo.thing().key(), null));
            }
        }

        void show(Standing standing) {
            shown = standing;
            int all = standing.todos().size();
            boolean done = standing.settled() == all;
            DueTime due = standing.due();
            boolean late = !done && due != null && due.late(now);
            boolean deferred = standing.todos().stream().anyMatch(t -> t.status() == Status.DEFERRED);
            getStyleClass().setAll("list-row", "due-row", late ? "late" : "calm");
            mark.setKind(done ? Mark.Kind.DONE : deferred ? Mark.Kind.DEFERRED : Mark.Kind.TODO);
            String said = standing.group().when();
            String words = said == null || standing.group().title().contains(said)
                    ? SectionPane.cadence(standing.group().cadence(), texts)
                    : Fonts.drawable(said);
            String progress = standing.group().part() == Routine.Part.WORK || standing.settled() == 0
                    ? ""
                    : " · " + texts.get("count", String.valueOf(standing.settled()), String.valueOf(all));
            about.setText((words.isEmpty() ? "" : words + " · ")
                    + texts.get("line", String.valueOf(standing.group().origin().line()))
                    + progress);
            when.setText(dues.shortly(due, now));
            when.getStyleClass()
                    .setAll("label", "t-right", late ? "t-state" : "t-dense", late ? "c-warning" : "c-muted");
            Nodes.tip(when, due == null ? null : dues.exactly(due));
            setAccessibleText(standing.group().title() + ", " + when.getText());
        }
    }
}
