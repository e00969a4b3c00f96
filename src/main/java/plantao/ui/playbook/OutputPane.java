package plantao.ui.playbook;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import plantao.desk.Event;
import plantao.desk.SessionSteps;
import plantao.playbook.Output;
import plantao.playbook.Run;
import plantao.playbook.StepState;
import plantao.runbook.LogPattern;
import plantao.ui.fx.Copy;
import plantao.ui.fx.Latest;
import plantao.ui.fx.Texts;
import plantao.ui.fx.UiContext;

/// What the steps printed, one head for each step that was run; what is printed now appears as it comes.
final class OutputPane extends VBox {
    private final UiContext desktop;
    private final Texts texts;
    private final OutputRows rows = new OutputRows();
    private final ListView<OutputRow> list = new ListView<>(rows);
    private final Label count = PlaybookNodes.word("", "t-muted");
    private final ToggleButton follow = new ToggleButton();
    private final Button cancel;
    private final Button note;
    private final Button find;
    private final Button copy;
    private final Label nothing;
    private final InputLine input;
    private final PromptLine prompt;
    private final ToggleButton wrap = new ToggleButton();
    private final OutputSearch search;
    private OutputLook look = OutputLook.PLAIN;
    private final Map<Integer, String> commands = new HashMap<>();
    private final Latest<Boolean> end = new Latest<>(_ -> scrollToEnd());
    /// Looks for new lines while a step runs: ten thousand lines cost no more updates than ten. A step that is run
    /// also gets a fresh output a moment after the board says that it runs.
    private final Timeline watch;
    private final TerminalPane terminal;
    private final Button enter;
    private final LeftLine left;
    private List<OutputRow.Head> heads = List.of();
    private @Nullable Run run;
    private long printed;

    /// @param writeNote opens the field for a note
    /// @param terminal the running step's, over the whole run
    OutputPane(UiContext desktop, Runnable writeNote, TerminalPane terminal) {
        this.terminal = terminal;
        this.desktop = desktop;
        this.texts = desktop.texts(OutputPane.class);
        getStyleClass().addAll("panel", "output-panel");
        follow.setText(texts.get("output.follow"));
        follow.setSelected(true);
        follow.setOnAction(_ -> toEnd());
        wrap.setText(texts.get("output.wrap"));
        wrap.setId("wrap-output");
        wrap.setSelected(true);
        wrap.setOnAction(_ -> look(new OutputLook(look.sought(), look.patterns(), wrap.isSelected())));
        HBox segment = new HBox(follow, wrap);
        segment.getStyleClass().add("segmented");
        cancel = PlaybookNodes.button(texts.get("act.cancel"), "fth-square", null, "small");
        cancel.setId("cancel-output");
        cancel.setOnAction(_ -> {
            Run shown = run;
            if (shown != null) {
                desktop.send(new Event.CancelStep(shown.id()));
            }
        });
        left = new LeftLine(desktop, texts);
        search = new OutputSearch(
                texts,
                sought -> look(new OutputLook(sought, look.patterns(), look.wrap())),
                by -> search(by),
                list::requestFocus);
        find = PlaybookNodes.button(null, "fth-search", null, "small");
        find.setId("find-output");
        find.setAccessibleText(texts.get("output.search"));
        find.setTooltip(new Tooltip(texts.get("output.search") + " (Ctrl+F)"));
        find.setOnAction(_ -> search());
        copy = PlaybookNodes.button(null, "fth-copy", null, "small");
        copy.setId("copy-output");
        copy.setAccessibleText(texts.get("output.copy"));
        copy.setTooltip(new Tooltip(texts.get("output.copy")));
        copy.setOnAction(_ -> copy());
        enter = PlaybookNodes.button(texts.get("terminal.enter"), "fth-terminal", "T", "small", "accent");
        enter.setId("enter-terminal");
        enter.setOnAction(_ -> terminal.enter());
        PlaybookNodes.show(enter, false);
        note = PlaybookNodes.button(texts.get("act.note"), "fth-edit-3", "N", "small");
        note.setId("note-step");
        note.setOnAction(_ -> writeNote.run());
        HBox header = new HBox(
                new FontIcon("fth-terminal"),
                PlaybookNodes.word(texts.get("output"), "t-name"),
                count,
                PlaybookNodes.space(),
                find,
                copy,
                segment,
                enter,
                cancel,
                note);
        header.getStyleClass().add("panel-header");
        nothing = PlaybookNodes.label(texts.get("output.none"), "t-muted14");
        nothing.setPadding(new javafx.geometry.Insets(16));
        list.getStyleClass().addAll("output", "output-list");
        list.setCellFactory(_ -> new OutputCell(desktop, texts, () -> look));
        list.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        list.setAccessibleText(texts.get("output"));
        list.addEventFilter(ScrollEvent.SCROLL, this::scrolled);
        list.addEventHandler(KeyEvent.KEY_PRESSED, this::copy);
        StackPane body = new StackPane(list, nothing) {
            @Override
            protected void layoutChildren() {
                super.layoutChildren();
                list.resizeRelocate(0, 0, getWidth(), getHeight());
            }
        };
        // What its lines need is the list's own matter: the screen around it is not laid out anew for each of them.
        list.setManaged(false);
        StackPane.setAlignment(nothing, javafx.geometry.Pos.TOP_LEFT);
        VBox.setVgrow(body, Priority.ALWAYS);
        body.setMinHeight(80);
        list.heightProperty().subscribe(this::toEnd);
        list.widthProperty().subscribe(this::toEnd);
        input = new InputLine(texts);
        prompt = new PromptLine(desktop, texts);
        getChildren().setAll(header, search, body, left, input, prompt);
        watch = new Timeline(new KeyFrame(Duration.millis(100), _ -> look()));
        watch.setCycleCount(Animation.INDEFINITE);
        sceneProperty().subscribe(scene -> {
            if (scene == null) {
                watch.stop();
            }
        });
    }

    private void look(OutputLook next) {
        look = next;
        list.refresh();
        search.found(
                next.sought().isEmpty()
                        ? -1
                        : (int) rows.stream().filter(this::found).count());
    }

    /// Opens the field that seeks in what was printed.
    void search() {
        search.open();
    }

    private boolean found(OutputRow row) {
        return row instanceof OutputRow.Line l && look.found(l.line().text());
    }

    /// Goes to the next line (1) or the one before (-1) that shows what is sought.
    private void search(int by) {
        int from = Math.max(-1, list.getSelectionModel().getSelectedIndex());
        for (int n = 1; n <= rows.size(); n++) {
            int at = Math.floorMod(from + n * by, rows.size());
            if (found(rows.get(at))) {
                follow.setSelected(false);
                list.getSelectionModel().clearAndSelect(at);
                list.scrollTo(Math.max(0, at - 3));
                return;
            }
        }
    }

    /// @param patterns what the runbook says is worth noticing in a log
    /// @param command what a step's command looks like
    void show(Run next, List<LogPattern> patterns, IntFunction<String> command) {
        if (!patterns.equals(look.patterns())) {
            look(new OutputLook(look.sought(), patterns, look.wrap()));
        }
        Run before = run;
        boolean other = before == null || !before.id().equals(next.id());
        if (other) {
            commands.clear();
            follow.setSelected(true);
        }
        run = next;
        List<OutputRow.Head> now = new ArrayList<>();
        for (int step : OutputBlocks.steps(next)) {
            StepState state = next.states().get(step);
            // The operator's own commands are added at the end while the run goes on.
            boolean changed = before == null
                    || other
                    || step >= before.states().size()
                    || !before.states().get(step).equals(state);
            if (changed) {
                commands.put(step, command.apply(step));
            }
            now.add(new OutputRow.Head(step, commands.getOrDefault(step, ""), state));
        }
        if (other || !now.equals(heads) || printed != printed(next)) {
            heads = now;
            rebuild(next);
        } else if (next.running() >= 0) {
            rows.tick();
        }
        boolean running = next.running() >= 0;
        prompt.show(next, desktop.now());
        PlaybookNodes.show(cancel, running && next.running() != next.current());
        left.show(next);
        PlaybookNodes.show(note, next.open());
        PlaybookNodes.show(nothing, heads.isEmpty());
        list.setVisible(!heads.isEmpty());
        for (Node about : List.of(follow.getParent(), find, copy)) {
            PlaybookNodes.show(about, !heads.isEmpty());
        }
        if (running) {
            watch.play();
            look();
        } else {
            watch.stop();
            input.to(null, List.of());
            PlaybookNodes.show(enter, false);
            terminal.look(next, null);
        }
    }

    private void rebuild(Run shown) {
        printed = printed(shown);
        List<OutputRow> all = new ArrayList<>();
        for (OutputRow.Head head : heads) {
            all.add(head);
            if (head.state().status() == StepState.Status.RUNNING) {
                continue;
            }
            all.addAll(OutputBlocks.ended(
                    head.state(),
                    desktop.outputs().of(shown.id(), head.step()),
                    texts.get("output.empty"),
                    gone -> texts.get("output.dropped", desktop.figures().number(gone))));
        }
        rows.over(all);
        counted();
        toEnd();
    }

    /// Shows what the running step has printed since the last look.
    private void look() {
        Run shown = run;
        if (shown == null || shown.running() < 0) {
            return;
        }
        Output output = desktop.outputs().of(shown.id(), shown.running());
        input.to(
                output,
                output.session() ? SessionSteps.lines(shown, shown.steps().get(shown.running())) : List.of());
        terminal.look(shown, output);
        PlaybookNodes.show(enter, terminal.there());
        if (rows.grow(output, follow.isSelected())) {
            counted();
            toEnd();
        }
    }

    /// Going back stops following; reaching the end begins it again.
    private void scrolled(ScrollEvent event) {
        follow.setSelected(event.getDeltaY() < 0 && atEnd());
        if (!follow.isSelected() && list.lookup(".virtual-flow") instanceof VirtualFlow<?> flow) {
            IndexedCell<?> first = flow.getFirstVisibleCell();
            int before = rows.back();
            if (before > 0 && first != null) {
                list.scrollTo(first.getIndex() + before);
            }
        }
    }

    /// How many lines the steps that are over have printed: something is said of them afterwards too.
    private long printed(Run of) {
        return heads.stream()
                .filter(h -> h.state().status() != StepState.Status.RUNNING)
                .mapToLong(h -> desktop.outputs().of(of.id(), h.step()).lines())
                .sum();
    }

    private void counted() {
        long lines = rows.lines();
        count.setText(
                heads.isEmpty()
                        ? ""
                        : texts.get("output.count", desktop.figures().number(lines), lines));
    }

    private void toEnd() {
        if (follow.isSelected()) {
            end.accept(true);
        }
    }

    /// Rows differ in height, which the list knows only once it has laid them out; so this comes after that.
    private void scrollToEnd() {
        if (follow.isSelected() && !rows.isEmpty()) {
            list.layout();
            list.scrollTo(rows.size() - 1);
        }
    }

    private boolean atEnd() {
        return list.lookup(".scroll-bar:vertical") instanceof javafx.scene.control.ScrollBar bar
                && bar.getValue() >= bar.getMax() - 0.02;
    }

    private void copy(KeyEvent event) {
        if (event.isShortcutDown() && event.getCode() == KeyCode.C) {
            copy();
            event.consume();
        }
    }

    /// Copies the chosen lines, or all when none is chosen.
    private void copy() {
        List<OutputRow> chosen = list.getSelectionModel().getSelectedItems();
        Copy.text((chosen.isEmpty() ? rows : chosen)
                .stream()
                        .map(r -> switch (r) {
                            case OutputRow.Head h -> "$ " + h.command();
                            case OutputRow.Line l -> l.line().text();
                            case OutputRow.Remark m -> m.text();
                        })
                        .collect(Collectors.joining("\n")));
    }
}
