package plantao.ui.shift;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import plantao.desk.Board;
import plantao.desk.Event;
import plantao.desk.SystemBoard;
import plantao.journal.Shift;
import plantao.journal.Tick;
import plantao.runbook.Maintenance;
import plantao.runbook.Runbook;
import plantao.ui.fx.Desktop;
import plantao.ui.fx.Figures;
import plantao.ui.fx.Fonts;
import plantao.ui.fx.Fxml;
import plantao.ui.fx.Screen;
import plantao.ui.fx.Texts;
import plantao.ui.fx.View;
import plantao.ui.fx.Walk;

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
    private List<Section> sections = List.of();
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
    private VBox right;

    @FXML
    private VBox workPanel;

    @FXML
    private ScrollPane workScroll;

    @FXML
    private VBox work;

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
        workScroll.setMaxHeight(240);
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
            panes.stream().flatMap(p -> p.stops().stream()).findFirst().ifPresent(Node::requestFocus);
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
        root.widthProperty().addListener((_, _, width) -> column(width.doubleValue()));
        column(1360);
    }

    private void column(double width) {
        double column = width < NARROW ? 340 : 424;
        right.setMinWidth(column);
        right.setPrefWidth(column);
        right.setMaxWidth(column);
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
        List<Tick> ticks = shift == null ? List.of() : shift.ticks();
        panes.forEach(p -> p.show(ticks));
        words(board, shift, ticks);
        drawCard(board, shift);
        noted.show(board);
    }

    private void words(Board board, @Nullable Shift shift, List<Tick> ticks) {
        for (Button button : List.of(preview, end)) {
            button.setVisible(shift != null);
            button.setManaged(shift != null);
        }
        if (shift == null) {
            headline.setText(texts.get("headline.none"));
            subtitle.setText(texts.get("subtitle.none"));
            return;
        }
        long left = sections.stream()
                .filter(Section::ofTheShift)
                .flatMap(s -> Item.all(s.list(), ticks).stream())
                .filter(i -> !i.done())
                .count();
        boolean listed = sections.stream().anyMatch(Section::ofTheShift);
        String whose = shift.operator().equals(board.operator())
                ? texts.get("headline.yours")
                : texts.get("headline.theirs", Fonts.drawable(shift.operator()));
        headline.setText(!listed ? whose : texts.get("headline", whose, texts.get("left", (int) left)));
        Duration lasted = Duration.between(shift.started(), board.now());
        subtitle.setText(texts.get(
                "subtitle",
                figures.day(shift.started()),
                figures.utcShort(shift.started()),
                lasted.toHours() < 1 ? figures.age(lasted) : figures.length(lasted)));
    }

    private void drawCard(Board board, @Nullable Shift shift) {
        card.show(board, texts);
        boolean there = lists.getChildren().contains(card);
        if (shift == null && !there) {
            lists.getChildren().addFirst(card);
        } else if (shift != null && there) {
            boolean focused = card.focused();
            lists.getChildren().remove(card);
            if (focused) {
                shown(null);
            }
        }
    }

    private void rebuild(Runbook runbook) {
        panes.clear();
        lists.getChildren().clear();
        sections = Section.all(runbook);
        boolean listed = sections.stream().anyMatch(Section::ofTheShift);
        for (Section section : sections) {
            boolean open = !listed && panes.isEmpty();
            panes.add(new SectionPane(desktop, texts, section, open));
        }
        panel(null, panes.subList(0, (int)
                sections.stream().filter(Section::ofTheShift).count()));
        panel(
                listed ? texts.get("others") : texts.get("lists"),
                panes.subList(
                        (int) sections.stream().filter(Section::ofTheShift).count(), panes.size()));
        if (sections.isEmpty()) {
            lists.getChildren().add(empty());
        }
        List<Maintenance> scheduled = runbook.maintenance().stream()
                .filter(m -> m.cadence() == null || !m.cadence().startsWith("shift"))
                .toList();
        work.getChildren().setAll(scheduled.stream().map(this::work).toList());
        workPanel.setVisible(!scheduled.isEmpty());
        workPanel.setManaged(!scheduled.isEmpty());
        scroll.setVvalue(0);
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

    private HBox work(Maintenance m) {
        Label name = new Label(Fonts.drawable(m.title()));
        name.getStyleClass().add("t-body");
        name.setWrapText(true);
        String when = m.when() == null || m.title().contains(m.when()) ? "" : Fonts.drawable(m.when()) + " · ";
        Label about =
                new Label(when + texts.get("line", String.valueOf(m.origin().line())));
        about.getStyleClass().add("t-muted");
        about.setWrapText(true);
        VBox words = new VBox(name, about);
        HBox.setHgrow(words, Priority.ALWAYS);
        Label cadence = new Label(SectionPane.cadence(m.cadence(), texts));
        cadence.getStyleClass().add("t-state");
        HBox row = new HBox(12, words, cadence);
        row.getStyleClass().add("note-row");
        return row;
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
