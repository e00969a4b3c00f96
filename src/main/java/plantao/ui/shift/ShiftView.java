package plantao.ui.shift;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import plantao.desk.Board;
import plantao.desk.ClosedLoop;
import plantao.desk.Event;
import plantao.desk.SystemBoard;
import plantao.journal.ItemKey;
import plantao.journal.ItemState;
import plantao.journal.Routine;
import plantao.journal.Shift;
import plantao.journal.Worklist;
import plantao.runbook.Runbook;
import plantao.ui.fx.Desktop;
import plantao.ui.fx.Figures;
import plantao.ui.fx.Focus;
import plantao.ui.fx.Fonts;
import plantao.ui.fx.Fxml;
import plantao.ui.fx.Nodes;
import plantao.ui.fx.Screen;
import plantao.ui.fx.Texts;
import plantao.ui.fx.View;
import plantao.ui.fx.Walk;
import plantao.ui.incident.FollowUpsPanel;
import plantao.ui.playbook.ShiftPreflight;

/// The shift: who is on call, what is to be ticked, what was noted.
public final class ShiftView implements View {
    private static final double NARROW = 1300;

    private final Desktop desktop;
    private final Texts texts;
    private final Figures figures;
    private final Parent loaded;
    private final StartCard card;
    private final Notes noted;
    private final List<SectionPane> panes = new ArrayList<>();
    private final DuePanel dues;
    private final DeferredPanel putOff;
    private final FollowUpsPanel later;
    private final ShiftPreflight preflight;
    private Routine routine = new Routine(List.of());
    private @Nullable Runbook drawn;

    @FXML
    private BorderPane root;

    @FXML
    private Label headline;

    @FXML
    private Label subtitle;

    @FXML
    private Button preview;

    @FXML
    private Button end;

    @FXML
    private ScrollPane scroll;

    @FXML
    private VBox lists;

    @FXML
    private ScrollPane right;

    @FXML
    private VBox workPanel;

    @FXML
    private VBox work;

    @FXML
    private VBox followUpsPanel;

    @FXML
    private Label followUpsCount;

    @FXML
    private VBox deferredPanel;

    @FXML
    private Label deferredCount;

    @FXML
    private VBox deferred;

    @FXML
    private Label notesCount;

    @FXML
    private VBox notes;

    @FXML
    private TextField note;

    public ShiftView(Desktop desktop) {
        this.desktop = desktop;
        this.texts = desktop.texts(ShiftView.class);
        this.figures = desktop.figures();
        this.loaded = Fxml.load(this, desktop);
        loaded.getStylesheets().add(String.valueOf(ShiftView.class.getResource("shift.css")));
        this.card = new StartCard(desktop, texts);
        this.noted = new Notes(desktop, texts, notes, notesCount);
        this.dues = new DuePanel(desktop, texts, work, this::open);
        this.later = new FollowUpsPanel(desktop);
        followUpsPanel.getChildren().add(later);
        this.preflight = new ShiftPreflight(desktop);
        if (workPanel.getParent() instanceof VBox column) {
            column.getChildren().addFirst(preflight);
        }
        this.putOff = new DeferredPanel(desktop, texts, deferred, deferredCount);
        wire();
        desktop.board().addListener((_, _, board) -> draw(board));
        draw(desktop.now());
    }

    @Override
    public Parent root() {
        return loaded;
    }

    @Override
    public void shown(@Nullable Object chosen) {
        if (desktop.now().shift().isEmpty()) {
            card.focus();
        } else {
            panes.stream().flatMap(p -> p.stops().stream()).findFirst().ifPresent(Focus::on);
        }
    }

    private void wire() {
        preview.setOnAction(_ -> desktop.navigation().go(Screen.HANDOFFS));
        end.setOnAction(_ ->
                desktop.now().shift().ifPresent(s -> desktop.navigation().go(Screen.HANDOFFS, s.id())));
        note.setOnAction(_ -> {
            desktop.send(new Event.AddNote(desktop.now().selected(), note.getText()));
            note.clear();
        });
        lists.addEventHandler(KeyEvent.KEY_PRESSED, this::move);
        Nodes.column(root, right, NARROW, 340, 424);
    }

    private void draw(Board board) {
        SystemBoard system = board.current().orElse(null);
        root.setVisible(system != null);
        if (system == null) {
            return;
        }
        if (drawn != system.runbook()) {
            drawn = system.runbook();
            rebuild(system.runbook());
        }
        Shift shift = board.shift().orElse(null);
        Map<ItemKey, ClosedLoop.Said> said = ClosedLoop.of(system, routine, board.now());
        Worklist now = Worklist.of(
                routine, board.journal(), system.name(), board.now(), desktop.zone(), ClosedLoop.holding(said));
        for (int i = 0; i < panes.size(); i++) {
            panes.get(i).show(now.lists().get(i), said, board.now());
            panes.get(i).fill(board);
        }
        words(board, shift, now);
        drawCard(board, shift);
        noted.show(board);
        preflight.show(system);
        Nodes.show(workPanel, dues.show(now));
        Nodes.show(deferredPanel, putOff.show(board));
        int[] todo = later.show(board, null);
        followUpsCount.setText(texts.get("followups.count", todo[0], todo[1]));
    }

    /// A checklist is opened on this screen, other work where it is walked.
    private void open(Routine.Group group) {
        for (SectionPane pane : panes) {
            if (pane.group().equals(group)) {
                pane.unfold();
                pane.applyCss();
                lists.layout();
                pane.stops().getFirst().requestFocus();
                reveal(pane.stops().getFirst());
                return;
            }
        }
        boolean walked = drawn != null
                && drawn.procedures().stream().anyMatch(p -> p.origin().equals(group.origin()));
        if (walked) {
            desktop.walk(desktop.now().selected(), group.title(), group.origin().line(), null);
        }
    }

    private void words(Board board, @Nullable Shift shift, Worklist now) {
        for (Button button : List.of(preview, end)) {
            Nodes.show(button, shift != null);
        }
        if (shift == null) {
            headline.setText(texts.get("headline.none"));
            subtitle.setText(texts.get("subtitle.none"));
            return;
        }
        List<Worklist.Todo> own = now.lists().stream()
                .filter(l -> l.group().part().ofTheShift())
                .flatMap(l -> l.todos().stream())
                .toList();
        int left = (int)
                own.stream().filter(t -> t.status() == ItemState.Status.OPEN).count();
        int late = now.late().size();
        int waiting = board.journal().deferred(board.selected()).size();
        List<String> parts = new ArrayList<>();
        if (late > 0) {
            parts.add(texts.get("late", late));
        }
        if (waiting > 0) {
            parts.add(texts.get("waiting", waiting));
        }
        if (!own.isEmpty()) {
            parts.add(texts.get("left", left));
        }
        String whose = shift.operator().equals(board.operator())
                ? texts.get("headline.yours")
                : texts.get("headline.theirs", Fonts.drawable(shift.operator()));
        headline.setText(parts.isEmpty() ? whose : texts.get("headline", whose, String.join(", ", parts)));
        Duration lasted = Duration.between(shift.started(), board.now());
        String until = shift.until() == null
                ? ""
                : " · "
                        + texts.get(
                                "subtitle.until", DueWords.of(desktop, texts).at(shift.until(), board.now()));
        subtitle.setText(texts.get(
                        "subtitle",
                        figures.day(shift.started()),
                        figures.utcShort(shift.started()),
                        lasted.toHours() < 1 ? figures.age(lasted) : figures.length(lasted))
                + until);
    }

    private void drawCard(Board board, @Nullable Shift shift) {
        // Before what it offers is hidden, which takes the focus; a screen just opened has not given it yet.
        boolean focused = card.focused() || loaded.getScene() != null && card.getScene() == null;
        card.show(board, texts);
        boolean there = lists.getChildren().contains(card);
        if (shift == null && !there) {
            lists.getChildren().addFirst(card);
        } else if (shift != null && there) {
            lists.getChildren().remove(card);
            if (focused) {
                shown(null);
            }
        }
    }

    private void rebuild(Runbook runbook) {
        panes.clear();
        lists.getChildren().clear();
        routine = Routine.of(runbook);
        List<Routine.Group> groups = routine.groups().stream()
                .filter(g -> g.part() != Routine.Part.WORK)
                .toList();
        boolean listed = groups.stream().anyMatch(g -> g.part().ofTheShift());
        for (Routine.Group group : groups) {
            panes.add(new SectionPane(desktop, texts, group, !listed && panes.isEmpty()));
        }
        panel(null, part(Routine.Part::ofTheShift));
        panel(texts.get("recurring"), part(g -> g == Routine.Part.RECURRING));
        panel(texts.get(listed ? "others" : "lists"), part(g -> g == Routine.Part.OTHER));
        if (groups.isEmpty()) {
            lists.getChildren().add(empty());
        }
        scroll.setVvalue(0);
    }

    private List<SectionPane> part(Predicate<Routine.Part> part) {
        return panes.stream().filter(p -> part.test(p.group().part())).toList();
    }

    private void panel(@Nullable String title, List<SectionPane> content) {
        if (content.isEmpty()) {
            return;
        }
        VBox panel = new VBox();
        panel.getStyleClass().add("panel");
        if (title != null) {
            Label name = new Label(title);
            name.getStyleClass().add("t-name");
            HBox header = new HBox(new FontIcon("fth-check-square"), name);
            header.getStyleClass().add("panel-header");
            panel.getChildren().add(header);
        }
        panel.getChildren().addAll(content);
        lists.getChildren().add(panel);
    }

    private VBox empty() {
        Label title = new Label(texts.get("empty.title"));
        title.getStyleClass().add("t-name");
        Label text = new Label(texts.get("empty.text"));
        text.getStyleClass().add("t-muted14");
        Label example = new Label(texts.get("empty.example"));
        example.getStyleClass().addAll("t-mono", "example");
        VBox box = new VBox(new FontIcon("fth-check-square"), title, text, example);
        box.getStyleClass().addAll("panel", "empty");
        return box;
    }

    private void move(KeyEvent event) {
        Node next =
                Walk.move(event, panes.stream().flatMap(p -> p.stops().stream()).toList());
        if (next != null) {
            reveal(next);
        }
    }

    /// Scrolls so that a row can be seen.
    private void reveal(Node row) {
        double view = scroll.getViewportBounds().getHeight();
        double whole = lists.getHeight();
        if (whole <= view) {
            return;
        }
        double top =
                lists.sceneToLocal(row.localToScene(row.getBoundsInLocal())).getMinY();
        double bottom = top + row.getBoundsInLocal().getHeight();
        double from = scroll.getVvalue() * (whole - view);
        if (top < from) {
            scroll.setVvalue(top / (whole - view));
        } else if (bottom > from + view) {
            scroll.setVvalue((bottom - view) / (whole - view));
        }
    }
}
