package plantao.ui.playbook;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javafx.beans.value.ChangeListener;
import javafx.event.EventHandler;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import plantao.desk.Board;
import plantao.desk.Event;
import plantao.desk.RunReferences;
import plantao.desk.SystemBoard;
import plantao.playbook.Run;
import plantao.runbook.Procedure;
import plantao.ui.fx.Focus;
import plantao.ui.fx.Fonts;
import plantao.ui.fx.Fxml;
import plantao.ui.fx.RowSync;
import plantao.ui.fx.UiContext;
import plantao.ui.fx.View;

/// Playbooks and procedures: the list, or a run of one.
public final class PlaybooksView implements View {
    private final UiContext desktop;
    private final Parent loaded;
    private final ShelfView shelf;
    private final RowSync<Run, ToggleButton> tabRows;
    private final Set<UUID> known = new HashSet<>();
    private final Set<KeyCode> down = EnumSet.noneOf(KeyCode.class);
    private final RunKeys keys = new RunKeys(this::runOnScreen, this::list);
    private @Nullable RunView runView;
    private @Nullable ConfirmCard confirm;
    private @Nullable UUID chosen;
    /// The run each run was opened out of.
    private final Map<UUID, UUID> home = new HashMap<>();
    private @Nullable UUID jumping;
    private String system = "";
    /// The letter of a key that acted is not typed into the field that the act put the focus on.
    private boolean swallow;

    @FXML
    private StackPane root;

    @FXML
    private FlowPane tabs;

    @FXML
    private StackPane content;

    @FXML
    private Label noSystem;

    public PlaybooksView(UiContext desktop) {
        this.desktop = desktop;
        this.loaded = Fxml.load(this, desktop);
        loaded.getStylesheets().add(String.valueOf(PlaybooksView.class.getResource("playbook.css")));
        this.shelf = new ShelfView(desktop, this::open);
        this.tabRows = new RowSync<>(
                tabs.getChildren(), Run::id, this::tab, (tab, run) -> tab.setText(Fonts.drawable(run.title())));
        desktop.now().current().ifPresent(s -> s.runs().forEach(r -> known.add(r.id())));
        desktop.board().addListener((_, _, board) -> {
            if (loaded.getScene() != null) {
                draw(board);
            }
        });
        listenWhileShown();
        draw(desktop.now());
    }

    @Override
    public Parent root() {
        return loaded;
    }

    /// @param goal a run's id; null shows the one open run, or the list when there are none or several
    @Override
    public void shown(@Nullable Object goal) {
        List<Run> open = desktop.now()
                .current()
                .map(s -> s.runs().stream().filter(Run::open).toList())
                .orElse(List.of());
        if (goal instanceof UUID id) {
            chosen = id;
        } else if (open.size() == 1) {
            chosen = open.getFirst().id();
        } else {
            chosen = null;
        }
        draw(desktop.now());
        focus();
    }

    @Override
    public List<String> works() {
        UUID id = runOnScreen() == null ? null : chosen;
        return id == null
                ? List.of()
                : desktop.now()
                        .current()
                        .flatMap(s -> s.run(id))
                        .filter(Run::open)
                        .map(r -> List.of(r.title()))
                        .orElse(List.of());
    }

    private void open(UUID run) {
        chosen = run;
        draw(desktop.now());
        focus();
    }

    private void list() {
        chosen = null;
        draw(desktop.now());
        focus();
    }

    private void focus() {
        RunView view = runOnScreen();
        ConfirmCard card = confirm;
        if (card != null) {
            card.focus();
        } else if (view != null) {
            view.focus();
        } else {
            shelf.focus();
        }
    }

    private void draw(Board board) {
        SystemBoard now = board.current().orElse(null);
        PlaybookNodes.show(noSystem, now == null);
        PlaybookNodes.show(content, now != null);
        if (now == null) {
            PlaybookNodes.show(tabs, false);
            return;
        }
        if (!now.name().equals(system)) {
            system = now.name();
            now.runs().forEach(r -> known.add(r.id()));
        }
        boolean arrived = false;
        for (Run run : now.runs()) {
            if (known.add(run.id()) && run.open()) {
                if (jumping != null) {
                    home.put(run.id(), jumping);
                    jumping = null;
                }
                chosen = run.id();
                arrived = true;
            }
        }
        Run out = chosen == null ? null : now.run(chosen).orElse(null);
        Run origin = out == null ? null : origin(now, out);
        if (out != null && !out.open() && origin != null && runView != null && runView.showsOpen(out.id())) {
            chosen = origin.id();
            arrived = true;
        }
        Run run = chosen == null ? null : now.run(chosen).orElse(null);
        if (run == null) {
            runView = null;
            put(shelf.root());
            shelf.show(now);
            drawTabs(now, null);
        } else {
            drawRun(board, now, run);
            drawTabs(now, run);
        }
        drawQuestion(now, run);
        if (arrived) {
            focus();
        }
    }

    private void drawRun(Board board, SystemBoard now, Run run) {
        RunView view = runView;
        if (view == null) {
            view = new RunView(desktop, run, this::list, this::jump);
            runView = view;
        }
        boolean comes = !content.getChildren().contains(view.root());
        put(view.root());
        Run origin = origin(now, run);
        boolean item = now.runbook().checklists().stream()
                .flatMap(list -> list.items().stream())
                .anyMatch(i -> i.origin().equals(run.origin()) && i.text().equals(run.title()));
        if (origin == null && item) {
            view.cameFromShift();
        } else {
            view.cameFrom(origin, () -> {
                if (origin != null) {
                    open(origin.id());
                }
            });
        }
        view.show(now, run, board);
        if (comes && confirm == null) {
            view.focus();
        }
    }

    /// The run that this one was opened out of, while that is open.
    private @Nullable Run origin(SystemBoard now, Run run) {
        UUID from = home.get(run.id());
        return from == null ? null : now.run(from).filter(Run::open).orElse(null);
    }

    /// Opens what a step points to. Ending it, or the button above it, comes back.
    private void jump(RunReferences.Goal goal) {
        jumping = chosen;
        open(goal.title(), goal.line());
    }

    private void put(Node node) {
        if (content.getChildren().isEmpty() || content.getChildren().getFirst() != node) {
            content.getChildren().setAll(node);
        }
    }

    /// With several open runs each has its tab.
    private void drawTabs(SystemBoard now, @Nullable Run shown) {
        List<Run> open = now.runs().stream().filter(Run::open).toList();
        PlaybookNodes.show(tabs, shown != null && (open.size() > 1 || open.size() == 1 && open.getFirst() != shown));
        tabRows.show(open);
        for (int i = 0; i < open.size(); i++) {
            ((ToggleButton) tabs.getChildren().get(i))
                    .setSelected(shown != null && open.get(i).id().equals(shown.id()));
        }
    }

    private ToggleButton tab(Run run) {
        ToggleButton tab = new ToggleButton();
        tab.setMnemonicParsing(false);
        tab.getStyleClass().add("run-tab");
        tab.setOnAction(_ -> {
            tab.setSelected(true);
            open(run.id());
        });
        return tab;
    }

    /// The question stands above everything of this screen until it is answered.
    private void drawQuestion(SystemBoard now, @Nullable Run run) {
        ConfirmCard card = confirm;
        Integer asking = run == null || !run.open() ? null : run.asking();
        if (run != null && asking != null && card != null && card.asks(run.id(), asking)) {
            return;
        }
        if (card != null) {
            root.getChildren().remove(card.root());
            confirm = null;
        }
        if (run != null && asking != null) {
            ConfirmCard asked = new ConfirmCard(desktop, now, run, asking, this::backUp);
            confirm = asked;
            root.getChildren().add(asked.root());
            asked.focus();
        } else if (card != null) {
            focus();
        }
    }

    private void backUp(Procedure procedure) {
        jump(new RunReferences.Goal(procedure.title(), procedure.origin().line()));
    }

    private void open(String title, int line) {
        SystemBoard now = desktop.now().current().orElse(null);
        if (now == null) {
            return;
        }
        now.runs().stream()
                .filter(r -> r.open() && r.title().equals(title) && r.origin().line() == line)
                .findFirst()
                .ifPresentOrElse(
                        r -> {
                            UUID from = jumping;
                            jumping = null;
                            if (from != null && !from.equals(r.id()) && !r.id().equals(home.get(from))) {
                                home.put(r.id(), from);
                            }
                            open(r.id());
                        },
                        () -> desktop.send(new Event.OpenRun(now.name(), title, line, null)));
    }

    private @Nullable RunView runOnScreen() {
        RunView view = runView;
        return view != null && content.getChildren().contains(view.root()) ? view : null;
    }

    /// Keys work wherever the focus is while this screen is shown; while a question stands, only its own do.
    private void listenWhileShown() {
        EventHandler<KeyEvent> pressed = event -> {
            boolean again = !down.add(event.getCode());
            swallow = false;
            if (event.isConsumed() || Focus.takesAllKeys(loaded.getScene().getFocusOwner())) {
                return;
            }
            if (again && (confirm != null || runOnScreen() != null) && onceOnly(event)) {
                event.consume();
            } else if (confirm != null) {
                no(event, confirm);
            } else {
                keys.handle(event);
                slash(event);
                swallow = event.isConsumed();
            }
        };
        EventHandler<KeyEvent> typed = event -> {
            if (swallow) {
                event.consume();
            }
        };
        EventHandler<KeyEvent> released = event -> down.remove(event.getCode());
        ChangeListener<Node> keepIn = (_, _, owner) -> keepIn(owner);
        loaded.sceneProperty().subscribe((Scene before, Scene now) -> {
            if (before != null) {
                before.removeEventFilter(KeyEvent.KEY_PRESSED, pressed);
                before.removeEventFilter(KeyEvent.KEY_TYPED, typed);
                before.removeEventFilter(KeyEvent.KEY_RELEASED, released);
                before.focusOwnerProperty().removeListener(keepIn);
            }
            if (now != null) {
                down.clear();
                now.addEventFilter(KeyEvent.KEY_PRESSED, pressed);
                now.addEventFilter(KeyEvent.KEY_TYPED, typed);
                now.addEventFilter(KeyEvent.KEY_RELEASED, released);
                now.focusOwnerProperty().addListener(keepIn);
            }
        });
    }

    /// Escape says no to the question also when the Tab key has led out of it.
    private static void no(KeyEvent event, ConfirmCard card) {
        if (event.getCode() == KeyCode.ESCAPE) {
            card.refuse();
            event.consume();
        }
    }

    private void slash(KeyEvent event) {
        if (event.getCode() == KeyCode.SLASH
                && !(event.getTarget() instanceof TextInputControl)
                && content.getChildren().contains(shelf.root())) {
            shelf.search();
            event.consume();
        }
    }

    /// A key held down acts once: neither does it answer its own question nor settle the steps behind.
    private static boolean onceOnly(KeyEvent event) {
        return event.getCode() == KeyCode.ENTER
                || event.getCode() == KeyCode.SPACE && !(event.getTarget() instanceof TextInputControl);
    }

    /// The Tab key does not lead to what lies under the question.
    private void keepIn(@Nullable Node owner) {
        ConfirmCard card = confirm;
        if (card == null || owner == null) {
            return;
        }
        for (Node n = owner; n != null; n = n.getParent()) {
            if (n == card.root()) {
                return;
            }
            if (n == loaded) {
                card.focus();
                return;
            }
        }
    }
}
