package plantao.ui.incident;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javafx.fxml.FXML;
import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitMenuButton;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import plantao.desk.Board;
import plantao.desk.Event;
import plantao.journal.Incident;
import plantao.playbook.Run;
import plantao.ui.fx.ExportButton;
import plantao.ui.fx.Figures;
import plantao.ui.fx.Fonts;
import plantao.ui.fx.Fxml;
import plantao.ui.fx.ListKeys;
import plantao.ui.fx.Nodes;
import plantao.ui.fx.Screen;
import plantao.ui.fx.Texts;
import plantao.ui.fx.UiContext;
import plantao.ui.fx.View;

/// Open and past incidents; one of them with its timeline and its post-mortem.
public final class IncidentsView implements View {
    private static final double NARROW = 1300;

    private final UiContext desktop;
    private final Texts texts;
    private final Figures figures;
    private final Parent loaded;
    private final IncidentList list;
    private final FactsBar bar;
    private final Timeline entries;
    private final PostmortemPane paper;
    private final IncidentParts parts;
    private final Button toFill = new Button();
    private final Button goOn = new Button();
    /// Whose timelines were fetched from the log.
    private final Set<UUID> recalled = new HashSet<>();

    private @Nullable UUID chosen;
    private boolean declaring;

    @FXML
    private StackPane root;

    @FXML
    private VBox listPage;

    @FXML
    private Label listAbout;

    @FXML
    private TextField what;

    @FXML
    private Button declare;

    @FXML
    private VBox listPanel;

    @FXML
    private VBox none;

    @FXML
    private VBox page;

    @FXML
    private MenuButton severity;

    @FXML
    private Button back;

    @FXML
    private Label crumb;

    @FXML
    private Label name;

    @FXML
    private Button copy;

    @FXML
    private SplitMenuButton export;

    @FXML
    private Button resolve;

    @FXML
    private Button close;

    @FXML
    private HBox facts;

    @FXML
    private HBox ask;

    @FXML
    private Label askText;

    @FXML
    private Button fill;

    @FXML
    private Button look;

    @FXML
    private Button closeAnyway;

    @FXML
    private VBox timelinePanel;

    @FXML
    private Label timelineCount;

    @FXML
    private Button which;

    @FXML
    private ScrollPane timelineScroll;

    @FXML
    private VBox timeline;

    @FXML
    private HBox choice;

    @FXML
    private StackPane body;

    public IncidentsView(UiContext desktop) {
        this.desktop = desktop;
        this.texts = desktop.texts(IncidentsView.class);
        this.figures = desktop.figures();
        this.loaded = Fxml.load(this, desktop);
        list = new IncidentList(desktop, texts, listPanel, none, o -> open(o.id()));
        bar = new FactsBar(texts, figures);
        entries = new Timeline(texts, figures, timeline, timelineScroll, timelineCount, which);
        paper = new PostmortemPane(desktop, texts, this::changed);
        parts = new IncidentParts(desktop, texts, paper, choice, body);
        build();
        wire();
        desktop.board().addListener((_, _, board) -> draw(board));
        Nodes.column(root, timelinePanel, NARROW, 324, 424);
        draw(desktop.now());
    }

    @Override
    public Parent root() {
        return loaded;
    }

    @Override
    public void shown(@Nullable Object goal) {
        Object what = goal instanceof IncidentPart part ? part.incident() : goal;
        if (goal instanceof IncidentPart part) {
            parts.choose(part.part());
        }
        UUID wanted =
                what instanceof UUID id && desktop.now().journal().incident(id).isPresent()
                        ? id
                        : desktop.now().incident().map(Incident::id).orElse(null);
        open(wanted);
        if (wanted == null) {
            (listPanel.getChildren().isEmpty()
                            ? declare
                            : listPanel.getChildren().getFirst())
                    .requestFocus();
        } else {
            current().filter(i -> i.resolved() == null).ifPresentOrElse(_ -> page.requestFocus(), paper::focus);
        }
    }

    private void build() {
        loaded.getStylesheets().add(String.valueOf(IncidentsView.class.getResource("incident.css")));
        bar.getStyleClass().add("facts");
        toFill.getStyleClass().addAll("link", "small", "to-write");
        toFill.setOnAction(_ -> {
            parts.choose(IncidentPart.Part.POSTMORTEM);
            paper.nextBlank();
        });
        HBox.setHgrow(bar, Priority.ALWAYS);
        goOn.getStyleClass().addAll("link", "small");
        goOn.setId("go-on");
        goOn.setMnemonicParsing(false);
        VBox ahead = new VBox(2, goOn, toFill);
        ahead.setAlignment(Pos.CENTER_RIGHT);
        facts.getChildren().setAll(bar, ahead);
        showAsk(false);
    }

    private void wire() {
        for (int level : DeclareCard.SEVERITIES) {
            MenuItem item = new MenuItem("SEV " + level);
            item.setId("severity-" + level);
            item.setAccelerator(new KeyCodeCombination(DeclareCard.key(level), KeyCombination.ALT_DOWN));
            item.setOnAction(_ -> grade(level));
            severity.getItems().add(item);
        }
        back.setOnAction(_ -> open(null));
        declare.setOnAction(_ -> {
            declaring = true;
            String title = what.getText().strip();
            what.clear();
            desktop.send(new Event.DeclareIncident(desktop.now().selected(), null, title.isEmpty() ? null : title));
        });
        what.setOnAction(_ -> declare.fire());
        copy.setOnAction(_ -> paper.copy());
        ExportButton.wire(
                export,
                texts.get("export.html"),
                texts.get("export.as"),
                name -> current().ifPresent(i -> paper.export(i, name)));
        resolve.setOnAction(_ -> current().ifPresent(i -> desktop.send(new Event.ResolveIncident(i.id()))));
        close.setOnAction(_ -> current().ifPresent(i -> {
            if (paper.blanks() > 0 || running(i).isPresent()) {
                showAsk(true);
                words(i);
            } else {
                close(i);
            }
        }));
        closeAnyway.setOnAction(_ -> current().ifPresent(this::close));
        fill.setOnAction(_ -> {
            showAsk(false);
            parts.choose(IncidentPart.Part.POSTMORTEM);
            paper.nextBlank();
        });
        look.setOnAction(_ -> current()
                .flatMap(this::running)
                .ifPresent(run -> desktop.navigation().go(Screen.PLAYBOOKS, run.id())));
        page.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.isShortcutDown() && event.getCode() == KeyCode.S) {
                paper.save();
                event.consume();
            } else if (DeclareCard.severity(event) > 0) {
                grade(DeclareCard.severity(event));
                event.consume();
            }
        });
        page.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.isShortcutDown() && event.getCode() == KeyCode.J && toFill.isVisible()) {
                toFill.fire();
                event.consume();
            }
        });
        listPanel.addEventHandler(KeyEvent.KEY_PRESSED, event -> ListKeys.move(event, listPanel.getChildren()));
    }

    private Optional<Incident> current() {
        return chosen == null ? Optional.empty() : desktop.now().journal().incident(chosen);
    }

    private void grade(int severity) {
        current().ifPresent(i -> desktop.send(new Event.GradeIncident(i.id(), severity)));
    }

    private void open(@Nullable UUID id) {
        paper.save();
        chosen = id;
        if (id != null && recalled.add(id)) {
            desktop.send(new Event.FetchTimeline(id));
        }
        showAsk(false);
        draw(desktop.now());
    }

    private void close(Incident i) {
        showAsk(false);
        paper.close(i);
    }

    private void changed() {
        current().ifPresent(this::words);
    }

    private void showAsk(boolean on) {
        Nodes.show(ask, on);
    }

    private void draw(Board board) {
        if (declaring && board.incident().isPresent()) {
            declaring = false;
            chosen = board.incident().get().id();
        }
        Incident incident =
                chosen == null ? null : board.journal().incident(chosen).orElse(null);
        if (incident != null && !incident.system().equals(board.selected())) {
            chosen = null;
            incident = null;
        }
        page.setVisible(incident != null);
        listPage.setVisible(incident == null);
        if (incident == null) {
            listAbout.setText(list.show(board));
            declare.setDisable(board.incident().isPresent() || board.current().isEmpty());
            what.setDisable(board.incident().isPresent());
        } else {
            drawPage(incident, board);
        }
    }

    private void drawPage(Incident i, Board board) {
        severity.setText("SEV " + i.severity());
        severity.setDisable(!i.open());
        severity.setAccessibleText(texts.get("severity.about", severity.getText()));
        severity.getStyleClass().setAll("menu-button", "sev-" + Math.clamp(i.severity(), 1, 3), "sev-large");
        crumb.setText(figures.exact(i.began()).substring(0, 10) + " · " + i.number());
        name.setText(Fonts.drawable(i.title()));
        bar.show(i, board.now());
        walking(i, board);
        entries.show(i);
        parts.show(i, board);
        words(i);
    }

    /// The playbook that is being walked for it, to go on with: also the one a console left behind.
    private void walking(Incident i, Board board) {
        Run run = board.system(i.system()).filter(_ -> i.open()).stream()
                .flatMap(s -> s.runs().reversed().stream())
                .filter(r -> r.open() && !r.steps().isEmpty())
                .findFirst()
                .orElse(null);
        Nodes.show(goOn, run != null);
        if (run != null) {
            goOn.setText(texts.get(
                    run.settled() == run.steps().size() ? "goon.end" : "goon",
                    Fonts.drawable(run.title()),
                    run.current() + 1,
                    run.steps().size()));
            goOn.setOnAction(_ -> desktop.navigation().go(Screen.PLAYBOOKS, run.id()));
        }
    }

    /// A run of its system with a step that has not ended yet: its end would come after the record is closed.
    private Optional<Run> running(Incident i) {
        return desktop.now().system(i.system()).stream()
                .flatMap(s -> s.runs().stream())
                .filter(r -> r.running() >= 0)
                .findFirst();
    }

    private void words(Incident i) {
        boolean over = i.resolved() != null;
        Nodes.show(resolve, !over);
        Nodes.show(close, i.open() && over);
        accent(resolve, !over);
        accent(close, over);
        int blanks = paper.blanks();
        toFill.setText(texts.get("tofill", blanks));
        Nodes.show(toFill, blanks > 0);
        Optional<Run> running = running(i);
        String goesOn = running.map(r -> texts.get("close.running", r.running() + 1, Fonts.drawable(r.title())) + " ")
                .orElse("");
        askText.setText(goesOn + texts.get(blanks == 0 && running.isPresent() ? "close.last" : "close.ask", blanks));
        Nodes.show(look, running.isPresent());
        Nodes.show(fill, blanks > 0);
    }

    private static void accent(Button button, boolean on) {
        button.getStyleClass().remove("accent");
        if (on) {
            button.getStyleClass().add("accent");
        }
    }
}
