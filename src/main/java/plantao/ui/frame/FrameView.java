package plantao.ui.frame;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.value.ChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import plantao.desk.Board;
import plantao.desk.Event;
import plantao.desk.SystemBoard;
import plantao.journal.Incident;
import plantao.journal.Shift;
import plantao.ui.fx.Desktop;
import plantao.ui.fx.Figures;
import plantao.ui.fx.Fonts;
import plantao.ui.fx.Fxml;
import plantao.ui.fx.Navigation;
import plantao.ui.fx.Screen;
import plantao.ui.fx.Texts;
import plantao.ui.fx.View;
import plantao.values.Target;

/// The frame around the screens; every part of it is drawn from the board alone.
public final class FrameView {
    private static final double ROOMY = 1360;
    private static final double LEAST = 1180;

    private final Desktop desktop;
    private final Texts texts;
    private final Figures figures;
    private final Map<Screen, Function<Desktop, View>> screens;
    private final Map<Screen, View> built = new EnumMap<>(Screen.class);
    private final Map<Screen, RailEntry> entries = new EnumMap<>(Screen.class);
    private final Parent loaded;
    private final Notices banners;
    private final Overlay overlay;
    private final Keys keys;

    @FXML
    private StackPane root;

    @FXML
    private VBox entriesBox;

    @FXML
    private VBox lastEntries;

    @FXML
    private Region productionLine;

    @FXML
    private MenuButton systems;

    @FXML
    private Label environment;

    @FXML
    private Label hold;

    @FXML
    private Label avatar;

    @FXML
    private Label onCall;

    @FXML
    private Label onCallFor;

    @FXML
    private Button startShift;

    @FXML
    private Label unsaved;

    @FXML
    private Label alertCount;

    @FXML
    private FontIcon bell;

    @FXML
    private Label utc;

    @FXML
    private Label local;

    @FXML
    private Button palette;

    @FXML
    private HBox strip;

    @FXML
    private Label severity;

    @FXML
    private Label incidentTitle;

    @FXML
    private Label elapsed;

    @FXML
    private Region escalationDivider;

    @FXML
    private Label escalation;

    @FXML
    private Label countdown;

    @FXML
    private Region commanderDivider;

    @FXML
    private Label commanderWord;

    @FXML
    private Label commander;

    @FXML
    private Label noteKey;

    @FXML
    private TextField note;

    @FXML
    private Button openIncident;

    @FXML
    private VBox notices;

    @FXML
    private StackPane content;

    /// @param screens what can be shown, in the rail's order
    public FrameView(Desktop desktop, Map<Screen, Function<Desktop, View>> screens) {
        this.desktop = desktop;
        this.texts = desktop.texts(FrameView.class);
        this.figures = desktop.figures();
        this.screens = screens;
        this.loaded = Fxml.load(this, desktop);
        this.overlay = new Overlay(root);
        this.keys = new Keys(desktop, this::openPalette, this::focusNote, this::openKeys, overlay);
        this.banners = new Notices(desktop, texts, notices);
        rail();
        wire();
        loaded.layoutBoundsProperty().addListener((_, _, bounds) -> fit(bounds.getWidth()));
        fit(ROOMY);
        ChangeListener<Board> redraw = (_, _, board) -> draw(board);
        desktop.board().addListener(redraw);
        desktop.navigation().goalProperty().addListener((_, _, goal) -> show(goal));
        draw(desktop.now());
        show(desktop.navigation().goal());
    }

    public Parent root() {
        return loaded;
    }

    /// The keys that work everywhere.
    public Keys keys() {
        return keys;
    }

    private void rail() {
        for (Screen screen : screens.keySet()) {
            RailEntry entry = new RailEntry(
                    screen,
                    texts.get("rail." + screen.key()),
                    () -> desktop.navigation().go(screen));
            entries.put(screen, entry);
            (screen == Screen.SETTINGS ? lastEntries : entriesBox).getChildren().add(entry);
        }
    }

    /// In a narrow window the strip keeps what counts: the title whole, the clocks, the way in.
    private void fit(double width) {
        boolean roomy = width >= ROOMY;
        for (Node node : List.of(commanderDivider, commanderWord, commander, noteKey)) {
            node.setVisible(roomy);
            node.setManaged(roomy);
        }
        note.setPrefWidth(roomy ? 200 : 120);
        boolean clocks = width >= LEAST;
        for (Node node : List.of(onCallFor, local)) {
            node.setVisible(clocks);
            node.setManaged(clocks);
        }
    }

    private void wire() {
        environment.setGraphic(new FontIcon("fth-server"));
        startShift.setOnAction(_ -> desktop.send(
                new Event.StartShift(desktop.now().selected(), desktop.now().operator())));
        palette.setOnAction(_ -> openPalette());
        openIncident.setOnAction(_ ->
                desktop.now().incident().ifPresent(i -> desktop.navigation().go(Screen.INCIDENTS, i.id())));
        note.setOnAction(_ -> {
            desktop.send(new Event.AddNote(desktop.now().selected(), note.getText()));
            note.clear();
            content.requestFocus();
        });
    }

    private void show(Navigation.Goal goal) {
        Function<Desktop, View> maker = screens.get(goal.screen());
        if (maker == null) {
            return;
        }
        View view = built.computeIfAbsent(goal.screen(), _ -> maker.apply(desktop));
        if (content.getChildren().isEmpty() || content.getChildren().getFirst() != view.root()) {
            content.getChildren().setAll(view.root());
        }
        entries.forEach((screen, entry) -> entry.setSelected(screen == goal.screen()));
        view.shown(goal.chosen());
    }

    private void draw(Board board) {
        Optional<SystemBoard> system = board.current();
        drawSystem(board, system.orElse(null));
        drawOperator(board);
        drawIncident(board, system.orElse(null));
        utc.setText(figures.utc(board.now()));
        local.setText(figures.local(board.now()));
        banners.show(board);
        int lost = board.unsaved().size();
        boolean trouble = board.logProblem() != null;
        unsaved.setVisible(trouble);
        unsaved.setManaged(trouble);
        if (trouble) {
            unsaved.setText(texts.get("unsaved", Math.max(1, lost)));
            unsaved.setTooltip(new Tooltip(texts.get("unsaved.about", String.valueOf(board.logProblem()))));
        }
    }

    private void drawSystem(Board board, @Nullable SystemBoard system) {
        systems.setText(system == null ? "Plantão" : Fonts.drawable(system.name()));
        List<String> names = board.systems().stream().map(SystemBoard::name).toList();
        if (!systems.getItems().stream().map(MenuItem::getText).toList().equals(names)) {
            systems.getItems().setAll(names.stream().map(this::systemItem).toList());
        }
        Target target = system == null ? null : system.target();
        environment.setVisible(target != null);
        environment.setManaged(target != null);
        boolean production = target != null && target.kind() == Target.Kind.PRODUCTION;
        productionLine.setVisible(production);
        boolean practice = target != null && target.kind() == Target.Kind.PRACTICE;
        hold.setVisible(practice);
        hold.setManaged(practice);
        if (target != null && system != null) {
            String kind = target.kind().name().toLowerCase(java.util.Locale.ROOT);
            environment.getStyleClass().setAll("label", "chip-env", kind);
            environment.setText(
                    practice
                            ? texts.get("environment.practice")
                            : target.label().toUpperCase(desktop.locale()));
            hold.setText(texts.get("hold", figures.number(system.holdFactor())));
        }
        int alerts = system == null
                ? 0
                : (int) system.alerts().stream().filter(a -> a.active()).count();
        alertCount.setText(String.valueOf(alerts));
        alertCount.setAccessibleText(texts.get("alerts.about", alerts));
        toggle(alertCount, "c-danger", alerts > 0);
        toggle(bell, "c-danger", alerts > 0);
        entries.forEach((screen, entry) -> entry.badge(Badges.of(screen, board, system), Badges.urgent(screen)));
    }

    private MenuItem systemItem(String name) {
        MenuItem item = new MenuItem(name);
        item.setOnAction(_ -> desktop.send(new Event.SelectSystem(name)));
        return item;
    }

    private void drawOperator(Board board) {
        Optional<Shift> shift = board.shift();
        onCall.setText(shift.map(Shift::operator).orElse(texts.get("shift.none")));
        avatar.setText(Initials.of(shift.map(Shift::operator).orElse("")));
        avatar.setVisible(shift.isPresent());
        avatar.setManaged(shift.isPresent());
        onCallFor.setText(shift.map(s -> texts.get("shift.for", figures.length(minutes(s.started(), board.now()))))
                .orElse(""));
        startShift.setVisible(shift.isEmpty() && board.current().isPresent());
        startShift.setManaged(startShift.isVisible());
    }

    /// Without seconds once it has lasted a minute.
    private static Duration minutes(Instant from, Instant to) {
        Duration length = Duration.between(from, to);
        return length.toMinutes() < 60 ? Duration.ofMinutes(Math.max(0, length.toMinutes())) : length;
    }

    private void drawIncident(Board board, @Nullable SystemBoard system) {
        Incident incident = board.incident().orElse(null);
        strip.setVisible(incident != null);
        strip.setManaged(incident != null);
        if (incident == null || system == null) {
            return;
        }
        severity.setText("SEV " + incident.severity());
        severity.getStyleClass().setAll("label", "sev-" + Math.clamp(incident.severity(), 1, 3));
        incidentTitle.setText(Fonts.drawable(incident.title()));
        elapsed.setText(figures.stopwatch(incident.lasted(board.now())));
        commander.setText(Initials.of(incident.commander()));
        commander.setTooltip(new Tooltip(incident.commander()));
        Ladder next = incident.resolved() == null ? Ladder.next(system.runbook(), incident, board.now()) : null;
        for (Node node : List.of(escalation, countdown, escalationDivider)) {
            node.setVisible(next != null);
            node.setManaged(next != null);
        }
        if (next != null) {
            String who = next.contact() == null ? next.text() : next.contact();
            boolean overdue = next.left().isNegative();
            escalation.setText(texts.get(overdue ? "strip.overdue" : "strip.next", who));
            countdown.setText(figures.stopwatch(next.left().abs()));
        }
    }

    private void openPalette() {
        overlay.show(new Palette(desktop, texts, overlay::hide).root());
    }

    private void openKeys() {
        overlay.show(new KeyList(texts).root());
    }

    private void focusNote() {
        if (strip.isVisible()) {
            note.requestFocus();
        } else {
            overlay.show(new NoteCard(desktop, texts, overlay::hide).root());
        }
    }

    private static void toggle(Node node, String style, boolean on) {
        node.getStyleClass().remove(style);
        if (on) {
            node.getStyleClass().add(style);
        }
    }
}
