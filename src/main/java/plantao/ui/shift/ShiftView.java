package plantao.ui.shift;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import plantao.desk.Board;
import plantao.desk.ClosedLoop;
import plantao.desk.Event;
import plantao.desk.SystemBoard;
import plantao.journal.ItemKey;
import plantao.journal.ItemState;
import plantao.journal.Routine;
import plantao.journal.Shift;
import plantao.journal.Worklist;
import plantao.runbook.Origin;
import plantao.runbook.Runbook;
import plantao.ui.fx.Figures;
import plantao.ui.fx.Focus;
import plantao.ui.fx.Fonts;
import plantao.ui.fx.Fxml;
import plantao.ui.fx.Nodes;
import plantao.ui.fx.Screen;
import plantao.ui.fx.Texts;
import plantao.ui.fx.UiContext;
import plantao.ui.fx.View;
import plantao.ui.incident.FollowUpsPanel;
import plantao.ui.playbook.ShiftPreflight;

/// The shift: who is on call, what is to be ticked, what was noted.
public final class ShiftView implements View {
    private static final double NARROW = 1300;
    private static final double WIDEST = 1400;

    private final UiContext desktop;
    private final Texts texts;
    private final Figures figures;
    private final Parent loaded;
    private final StartCard card;
    private final ShiftLists checklists;
    private final ShiftNotes noted;
    private final DuePanel dues;
    private final DeferredPanel putOff;
    private final FollowUpsPanel later;
    private final ShiftPreflight preflight;
    private @Nullable Runbook drawn;
    /// Where recurring work stands beside checklists; without any it is what the screen is about.
    private final @Nullable VBox column;

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

    public ShiftView(UiContext desktop) {
        this.desktop = desktop;
        this.texts = desktop.texts(ShiftView.class);
        this.figures = desktop.figures();
        this.loaded = Fxml.load(this, desktop);
        loaded.getStylesheets().add(String.valueOf(ShiftView.class.getResource("shift.css")));
        this.card = new StartCard(desktop, texts);
        this.checklists = new ShiftLists(desktop, texts, lists, scroll);
        this.noted = new ShiftNotes(desktop, texts, notes, notesCount);
        this.dues = new DuePanel(desktop, texts, work, this::open);
        this.later = new FollowUpsPanel(desktop);
        followUpsPanel.getChildren().add(later);
        this.preflight = new ShiftPreflight(desktop);
        column = workPanel.getParent() instanceof VBox beside ? beside : null;
        if (column != null) {
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
        if (chosen instanceof Origin item && checklists.reveal(item)) {
            return;
        }
        if (desktop.now().shift().isEmpty()) {
            card.focus();
        } else {
            Focus.on(Stream.concat(checklists.stops().stream(), dues.stops().stream())
                    .findFirst()
                    .orElse(preview));
        }
    }

    @Override
    public List<String> works() {
        return checklists.unfolded();
    }

    private void wire() {
        preview.setOnAction(_ -> desktop.navigation().go(Screen.HANDOFFS));
        end.setOnAction(_ ->
                desktop.now().shift().ifPresent(s -> desktop.navigation().go(Screen.HANDOFFS, s.id())));
        note.setOnAction(_ -> {
            desktop.send(new Event.AddNote(desktop.now().selected(), note.getText()));
            note.clear();
        });
        // A row is not torn apart in a very wide window: what can be done about it stands beside its words.
        scroll.setMaxWidth(WIDEST);
        Nodes.column(root, right, NARROW, 340, 424, 640);
    }

    private void draw(Board board) {
        SystemBoard system = board.current().orElse(null);
        root.setVisible(system != null);
        if (system == null) {
            return;
        }
        if (drawn != system.runbook()) {
            drawn = system.runbook();
            checklists.rebuild(system.runbook());
        }
        Shift shift = board.shift().orElse(null);
        Map<ItemKey, ClosedLoop.Said> said = ClosedLoop.of(system, checklists.routine(), board.journal(), board.now());
        Worklist now = Worklist.of(
                checklists.routine(),
                board.journal(),
                system.name(),
                board.now(),
                desktop.zone(),
                ClosedLoop.holding(said));
        checklists.show(board, now, said);
        words(board, shift, now);
        drawCard(board, shift);
        noted.show(board);
        preflight.show(system);
        Nodes.show(workPanel, dues.show(now));
        placeWork();
        Nodes.show(deferredPanel, putOff.show(board));
        int[] todo = later.show(board, null);
        followUpsCount.setText(texts.get("followups.count", todo[0], todo[1]));
    }

    /// A checklist is opened on this screen, other work where it is walked.
    private void open(Routine.Group group) {
        if (checklists.open(group)) {
            return;
        }
        boolean walked = drawn != null
                && drawn.procedures().stream().anyMatch(p -> p.origin().equals(group.origin()));
        if (walked) {
            desktop.walk(desktop.now().selected(), group.title(), group.origin().line(), null);
        }
    }

    private void words(Board board, @Nullable Shift shift, Worklist now) {
        // Without the log nothing is known of what was done: neither who is on call nor what is still to do.
        boolean known = shift != null || !board.recalling();
        scroll.setVisible(known);
        right.setVisible(known);
        for (Button button : List.of(preview, end)) {
            Nodes.show(button, shift != null);
        }
        if (shift == null) {
            headline.setText(texts.get(known ? "headline.none" : "recalling"));
            subtitle.setText(texts.get(known ? "subtitle.none" : "recalling.about"));
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

    private void placeWork() {
        VBox wanted = checklists.isEmpty() || column == null ? lists : column;
        if (workPanel.getParent() != wanted) {
            if (workPanel.getParent() instanceof VBox before) {
                before.getChildren().remove(workPanel);
            }
            int behind = wanted.getChildren().indexOf(followUpsPanel);
            int empty = checklists.emptiness(wanted);
            wanted.getChildren().add(empty >= 0 ? empty : behind + 1, workPanel);
        }
    }
}
