package plantao.ui.shift;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import plantao.alert.Truth;
import plantao.desk.ClosedLoop;
import plantao.desk.Event;
import plantao.journal.ItemState;
import plantao.journal.ItemState.Status;
import plantao.journal.Worklist.Todo;
import plantao.runbook.Command;
import plantao.runbook.Origin;
import plantao.runbook.Runner;
import plantao.runbook.due.DueTime;
import plantao.ui.fx.Copy;
import plantao.ui.fx.Figures;
import plantao.ui.fx.Fonts;
import plantao.ui.fx.Mark;
import plantao.ui.fx.Nodes;
import plantao.ui.fx.Texts;
import plantao.ui.fx.UiContext;

/// An item to do: click or Space ticks it, the letters of [ItemAct] do the rest, U or Space takes it back.
final class CheckRow extends HBox {
    private static final double SIDE = 236;
    private static final double TIME = 104;

    private final UiContext desktop;
    private final Texts texts;
    private final Figures figures;
    private final DueWords dues;
    private final Mark mark = new Mark(Mark.Kind.TODO, 16);
    private final Label name = new Label();
    private final Label about = new Label();
    private final Label board = new Label();
    private final VBox remarks = new VBox(2);
    private final VBox body = new VBox(2);
    private final Label who = new Label();
    private final Label time = new Label();
    private final BooleanProperty open = new SimpleBooleanProperty(true);
    private final RowPrompt asking;
    private final Button run;
    private @Nullable Todo shown;

    CheckRow(UiContext desktop, Texts texts, Todo todo) {
        this.desktop = desktop;
        this.texts = texts;
        this.figures = desktop.figures();
        this.dues = DueWords.of(desktop, texts);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.CHECK_BOX);
        run = new Button(texts.get("run"), new FontIcon("fth-play"));
        run.getStyleClass().addAll("small", "link");
        run.setMinWidth(USE_PREF_SIZE);
        run.setFocusTraversable(false);
        name.getStyleClass().add("t-name");
        name.setWrapText(true);
        name.setText(Fonts.drawable(todo.thing().text()));
        about.getStyleClass().add("t-muted");
        about.setWrapText(true);
        board.setWrapText(true);
        body.getChildren().addAll(name, board, about, remarks);
        var item = todo.thing().item();
        if (item != null) {
            List<HBox> commands = item.commands().stream().map(this::command).toList();
            if (item.commands().stream().anyMatch(c -> c.runner() != Runner.NONE)) {
                commands.getLast().getChildren().add(run);
                run.setOnAction(_ -> run(todo));
            }
            body.getChildren().addAll(commands);
        }
        HBox.setHgrow(body, Priority.ALWAYS);
        asking = new RowPrompt(body, texts, this::requestFocus);
        getChildren().addAll(mark, body, side());
        addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        addEventHandler(KeyEvent.KEY_TYPED, this::typed);
        setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY && event.isStillSincePress()) {
                requestFocus();
                toggle();
            }
        });
    }

    private StackPane side() {
        who.getStyleClass().add("t-dense");
        who.setWrapText(true);
        who.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(who, Priority.ALWAYS);
        time.getStyleClass().addAll("t-dense", "t-right");
        time.setMinWidth(TIME);
        time.setPrefWidth(TIME);
        time.setWrapText(true);
        HBox by = new HBox(12, who, time);
        by.setAlignment(Pos.CENTER_RIGHT);
        Button more = button("more", null);
        more.setGraphic(new FontIcon("fth-more-horizontal"));
        more.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        more.setAccessibleText(texts.get("more"));
        more.setOnAction(_ -> menu().show(more, Side.BOTTOM, 0, 4));
        HBox acts = new HBox(
                8, button(ItemAct.EVIDENCE.key(), ItemAct.EVIDENCE), button(ItemAct.DEFER.key(), ItemAct.DEFER), more);
        acts.setAlignment(Pos.CENTER_RIGHT);
        acts.visibleProperty().bind(hoverProperty().or(focusedProperty()).and(open));
        by.visibleProperty().bind(acts.visibleProperty().not());
        StackPane side = new StackPane(by, acts);
        side.setMinWidth(SIDE);
        side.setPrefWidth(SIDE);
        side.setMaxWidth(SIDE);
        return side;
    }

    private Button button(String key, @Nullable ItemAct act) {
        Button button = new Button(texts.get(key));
        button.getStyleClass().add("small");
        button.setFocusTraversable(false);
        if (act != null) {
            Label cap = new Label(act.letter.toUpperCase(java.util.Locale.ROOT));
            cap.getStyleClass().add("keycap");
            button.setGraphic(cap);
            button.setContentDisplay(ContentDisplay.RIGHT);
            button.setOnAction(_ -> ask(act));
        }
        return button;
    }

    private ContextMenu menu() {
        ContextMenu menu = new ContextMenu();
        for (ItemAct act : List.of(ItemAct.SKIP, ItemAct.NOTE, ItemAct.OWNER)) {
            MenuItem item = new MenuItem(texts.get(act.key()) + "   " + act.letter.toUpperCase(java.util.Locale.ROOT));
            item.setOnAction(_ -> ask(act));
            menu.getItems().add(item);
        }
        return menu;
    }

    /// @param said what the board says of the item, or null
    void show(Todo todo, ClosedLoop.@Nullable Said said, Instant now) {
        shown = todo;
        ItemState state = todo.state();
        Status status = todo.status();
        boolean late = todo.late(now);
        getStyleClass().setAll("check-row", late ? "late" : style(status));
        mark.setKind(
                switch (status) {
                    case OPEN -> Mark.Kind.TODO;
                    case TICKED -> Mark.Kind.DONE;
                    case SKIPPED -> Mark.Kind.SKIPPED;
                    case DEFERRED -> Mark.Kind.DEFERRED;
                });
        setAccessibleText(todo.thing().text() + ", " + texts.get(style(status)));
        about.setText(about(todo));
        showBoard(todo, said);
        showRemarks(state);
        boolean byBoard = todo.ticksItself() || state != null && state.told() && status == Status.TICKED;
        who.setText(byBoard ? texts.get("board") : who(status, state));
        DueTime due = todo.due();
        Instant done = state != null && state.settled() ? state.at() : null;
        time.setText(done != null ? figures.utcShort(done) : dues.shortly(due, now));
        time.getStyleClass().setAll("label", late ? "t-state" : "t-dense", "t-right", late ? "c-warning" : "c-default");
        String exact = done != null ? figures.exact(done) : due == null ? null : dues.exactly(due);
        Nodes.tip(time, exact);
        open.set(!todo.settled());
        if (todo.ticksItself()) {
            time.setText(texts.get("board.now"));
        }
    }

    private static String style(Status status) {
        return switch (status) {
            case OPEN -> "todo";
            case TICKED -> "done";
            case SKIPPED -> "skipped";
            case DEFERRED -> "deferred";
        };
    }

    private String who(Status status, @Nullable ItemState state) {
        if (state == null) {
            return "";
        }
        String owner = state.owner();
        return status == Status.OPEN
                ? owner == null ? "" : texts.get("for", Fonts.drawable(owner))
                : Fonts.drawable(state.by());
    }

    private String about(Todo todo) {
        List<String> parts = new ArrayList<>();
        ItemState state = todo.state();
        if (state != null && state.status() != Status.OPEN) {
            String words = state.words() == null ? "" : Fonts.drawable(state.words());
            switch (state.status()) {
                case TICKED -> parts.add(words.isBlank() || state.told() ? "" : texts.get("evidence.said", words));
                case SKIPPED -> parts.add(texts.get("skipped.said", words));
                case DEFERRED -> parts.add(words.isBlank() ? texts.get("deferred") : texts.get("deferred.said", words));
                case OPEN -> {}
            }
        }
        var item = todo.thing().item();
        if (item != null && !item.details().isEmpty()) {
            parts.add(Fonts.drawable(String.join(" · ", item.details())));
        }
        parts.add(texts.get("line", String.valueOf(todo.thing().origin().line())));
        parts.removeIf(String::isBlank);
        return String.join(" · ", parts);
    }

    /// What the board says, and whether somebody said otherwise.
    private void showBoard(Todo todo, ClosedLoop.@Nullable Said said) {
        ItemState state = todo.state();
        String against = state == null ? null : state.against();
        String told = state == null || !state.told() || todo.ticksItself() ? null : state.words();
        ClosedLoop.Said live = !todo.settled() || todo.ticksItself() ? said : null;
        String words = against != null
                ? texts.get("board.against", Fonts.drawable(against))
                : told != null
                        ? texts.get("board.told", Fonts.drawable(told))
                        : live != null ? texts.get(says(live.truth()), Fonts.drawable(live.words())) : "";
        boolean warns = against != null || live != null && live.truth() == Truth.FAILS;
        board.setText(words);
        board.getStyleClass().setAll("label", "t-dense", warns ? "c-warning" : "c-default");
        board.setManaged(!words.isEmpty());
    }

    private static String says(Truth truth) {
        return switch (truth) {
            case HOLDS -> "board.holds";
            case FAILS -> "board.fails";
            case UNKNOWN -> "board.unknown";
        };
    }

    private void showRemarks(@Nullable ItemState state) {
        remarks.getChildren().clear();
        if (state != null) {
            state.remarks().forEach(r -> {
                Label label = new Label(texts.get(
                        "remark", Fonts.drawable(r.text()), Fonts.drawable(r.by()), figures.utcShort(r.at())));
                label.getStyleClass().add("t-muted");
                label.setWrapText(true);
                remarks.getChildren().add(label);
            });
        }
        remarks.setManaged(!remarks.getChildren().isEmpty());
    }

    @Nullable
    Origin origin() {
        return shown == null ? null : shown.thing().origin();
    }

    /// To where commands are run: what they would do is asked there, and how they end comes back as a note.
    private void run(Todo todo) {
        desktop.walk(
                desktop.now().selected(),
                todo.thing().text(),
                todo.thing().origin().line(),
                null);
    }

    private HBox command(Command command) {
        Label text = new Label(command.text());
        text.getStyleClass().add("t-mono");
        text.setWrapText(true);
        HBox.setHgrow(text, Priority.ALWAYS);
        Button copy = new Button(texts.get("copy"), new FontIcon("fth-copy"));
        copy.getStyleClass().addAll("small", "link");
        copy.setFocusTraversable(false);
        copy.setOnAction(_ -> Copy.text(command.text()));
        HBox row = new HBox(8, text, copy);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private void pressed(KeyEvent event) {
        if (event.getTarget() != this || event.isControlDown()) {
            return;
        }
        if (event.getCode() == KeyCode.SPACE || event.getCode() == KeyCode.ENTER) {
            toggle();
            event.consume();
        }
    }

    /// By the character, not by the key: else the letter would still come and land in the field that opens.
    private void typed(KeyEvent event) {
        if (event.getTarget() != this || event.isControlDown() || event.isAltDown() || shown == null) {
            return;
        }
        ItemAct act = ItemAct.of(event.getCharacter());
        if (event.getCharacter().equalsIgnoreCase("u")) {
            takeBack();
        } else if (event.getCharacter().equalsIgnoreCase("r") && run.getParent() != null) {
            run.fire();
        } else if (act != null && (open.get() || act == ItemAct.NOTE)) {
            ask(act);
        } else {
            return;
        }
        event.consume();
    }

    private void toggle() {
        if (shown != null && shown.settled()) {
            takeBack();
        } else if (shown != null) {
            desktop.send(
                    new Event.TickItem(desktop.now().selected(), shown.thing().key(), null));
        }
    }

    private void takeBack() {
        if (shown != null && (shown.status() != Status.OPEN || shown.ticksItself())) {
            desktop.send(
                    new Event.UntickItem(desktop.now().selected(), shown.thing().key()));
        }
    }

    private void ask(ItemAct act) {
        if (shown == null) {
            return;
        }
        ItemState state = shown.state();
        String owner = state == null || state.owner() == null ? desktop.now().operator() : state.owner();
        var key = shown.thing().key();
        asking.ask(
                act,
                act == ItemAct.OWNER ? owner : "",
                words -> desktop.send(act.event(
                        desktop.now().selected(), key, words, desktop.now().now())));
    }
}
