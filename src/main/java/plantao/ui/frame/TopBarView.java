package plantao.ui.frame;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import plantao.desk.Board;
import plantao.desk.Event;
import plantao.desk.Presence;
import plantao.desk.SystemBoard;
import plantao.journal.Shift;
import plantao.store.TeamState;
import plantao.ui.fx.Figures;
import plantao.ui.fx.Fonts;
import plantao.ui.fx.Fxml;
import plantao.ui.fx.OptionalChildren;
import plantao.ui.fx.Screen;
import plantao.ui.fx.Texts;
import plantao.ui.fx.Tip;
import plantao.ui.fx.UiContext;
import plantao.ui.settings.TeamWords;
import plantao.values.Target;

/// The bar on top: which system and environment, who is on call, alerts, clocks, the way to the palette.
final class TopBarView {
    private final Runnable openFolder;
    private final UiContext desktop;
    private final Texts texts;
    private final Figures figures;
    private final Parent loaded;
    private final OptionalChildren present;
    private final Tip systemTip;
    private final Tip shiftTip;
    private final Tip environmentTip;
    private final Tip unsavedTip;
    private final Tip teamTip;
    private final TeamWords teamWords;

    @FXML
    private Region productionLine;

    @FXML
    private HBox bar;

    @FXML
    private MenuButton systems;

    @FXML
    private Label environment;

    @FXML
    private MenuButton environments;

    @FXML
    private Button readOnly;

    @FXML
    private Label avatar;

    @FXML
    private Label onCall;

    @FXML
    private Label onCallFor;

    @FXML
    private Button startShift;

    @FXML
    private Button team;

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
    private Label paletteWords;

    /// @param openPalette shows the palette
    /// @param openFolder asks for another runbook
    TopBarView(UiContext desktop, Runnable openPalette, Runnable openFolder) {
        this.openFolder = openFolder;
        this.desktop = desktop;
        this.texts = desktop.texts(TopBarView.class);
        this.figures = desktop.figures();
        this.teamWords = new TeamWords(desktop);
        this.loaded = Fxml.load(this, desktop);
        this.present = new OptionalChildren(bar);
        this.systemTip = Tip.on(systems);
        this.shiftTip = Tip.on(onCallFor);
        this.environmentTip = Tip.on(environment, environments);
        this.unsavedTip = Tip.on(unsaved);
        this.teamTip = Tip.on(team);
        // Who it is, and the handoff that may wait, are asked there.
        startShift.setOnAction(_ -> desktop.navigation().go(Screen.SHIFT));
        palette.setOnAction(_ -> openPalette.run());
        palette.setAccessibleText(texts.get("palette.prompt"));
        team.setOnAction(_ -> desktop.navigation().go(Screen.SETTINGS));
        Tip.on(readOnly).setText(texts.get("readonly.about"));
        readOnly.setOnAction(_ -> desktop.navigation().go(Screen.SETTINGS));
    }

    Parent root() {
        return loaded;
    }

    /// Where there is little room, the local clock and the length of the shift give way to names and states.
    void fit(boolean room) {
        present.show(onCallFor, room);
        paletteWords.setVisible(room);
        paletteWords.setManaged(room);
        systems.setMaxWidth(room ? Double.MAX_VALUE : 200);
        systems.setMinWidth(room ? Region.USE_PREF_SIZE : 96);
        palette.getStyleClass().remove("narrow");
        if (!room) {
            palette.getStyleClass().add("narrow");
        }
        present.show(local, room && !figures.isUtc());
    }

    void draw(Board board, @Nullable SystemBoard system) {
        drawSystem(board, system);
        drawTarget(system);
        present.show(readOnly, board.readOnly());
        drawOperator(board);
        // of every system: one that is not on the screen calls too
        int alerts = (int) board.systems().stream().flatMap(SystemBoard::active).count();
        alertCount.setText(String.valueOf(alerts));
        alertCount.setAccessibleText(texts.get("alerts.about", alerts));
        for (Node node : List.of(alertCount, bell)) {
            node.getStyleClass().remove("c-danger");
            if (alerts > 0) {
                node.getStyleClass().add("c-danger");
            }
        }
        utc.setText(figures.utc(board.now()));
        if (!figures.isUtc()) {
            local.setText(figures.local(board.now()));
        }
        drawTeam(board);
        present.show(unsaved, board.logProblem() != null);
        if (board.logProblem() != null) {
            unsaved.setText(texts.get("unsaved", board.unsaved().size()));
            unsavedTip.setText(texts.get("log.trouble", board.unsaved().size()) + " "
                    + Fonts.drawable(texts.said(board.logProblem())));
        }
    }

    /// A word only while something is not as it should be: normal is quiet.
    private void drawTeam(Board board) {
        TeamState state = board.team();
        present.show(team, state.on());
        if (!state.on()) {
            return;
        }
        String brief = teamWords.brief(state, board.now());
        team.setText(TeamWords.telling(state, board.now()) ? brief : "");
        team.setAccessibleText(brief);
        List<String> others = Presence.all(board);
        teamTip.setText(teamWords.full(state)
                + (others.isEmpty() ? "" : "\n" + texts.get("team.here", Fonts.drawable(String.join(", ", others)))));
        team.getStyleClass().removeAll("c-warning", "c-muted");
        team.getStyleClass().add(TeamWords.bad(state) || TeamWords.wrong(state) ? "c-warning" : "c-muted");
    }

    private void drawSystem(Board board, @Nullable SystemBoard system) {
        systems.setText(system == null ? "Plantão" : Fonts.drawable(system.name()));
        systemTip.setText(systems.getText());
        Map<String, String> names = new LinkedHashMap<>();
        board.systems().forEach(s -> names.put(s.name(), onShift(board, s.name())));
        if (!names.equals(systems.getUserData())) {
            systems.setUserData(names);
            MenuItem other = new MenuItem(texts.get("open.folder"), new FontIcon("fth-folder"));
            other.setId("open-folder");
            other.setAccelerator(KeyCombination.keyCombination("Ctrl+O"));
            other.setOnAction(_ -> openFolder.run());
            systems.getItems()
                    .setAll(names.entrySet().stream()
                            .map(e -> item(e.getKey(), e.getValue()))
                            .toList());
            if (!names.isEmpty()) {
                systems.getItems().add(new SeparatorMenuItem());
            }
            systems.getItems().add(other);
        }
    }

    /// Who has the shift of a system; empty when nobody has.
    private static String onShift(Board board, String system) {
        return board.journal().currentShift(system).map(Shift::operator).orElse("");
    }

    private MenuItem item(String name, String operator) {
        MenuItem item = new MenuItem(name);
        if (!operator.isEmpty()) {
            item.setText(texts.get("system.shift", name, Fonts.drawable(operator)));
        }
        item.setMnemonicParsing(false);
        item.setOnAction(_ -> desktop.send(new Event.SelectSystem(name)));
        return item;
    }

    private void drawTarget(@Nullable SystemBoard system) {
        boolean choice = system != null && system.targets().size() > 1;
        present.show(environment, system != null && !choice);
        present.show(environments, choice);
        // Where nobody has said what this is, it is treated with all care, but not called out as if it were known.
        boolean declared = system != null
                && (choice
                        || system.target().kind() != Target.Kind.PRODUCTION
                        || !system.runbook().settings().targets().isEmpty());
        if (system == null) {
            productionLine.setVisible(false);
            return;
        }
        Target target = system.target();
        productionLine.setVisible(declared && target.kind() == Target.Kind.PRODUCTION);
        boolean practice = target.kind() == Target.Kind.PRACTICE;
        String kind = declared || practice ? target.kind().name().toLowerCase(Locale.ROOT) : "undeclared";
        String name = practice
                ? texts.get("environment.practice", figures.number(system.holdFactor()))
                : declared ? loud(target) : Fonts.drawable(target.label());
        Labeled chip = choice ? environments : environment;
        chip.getStyleClass().setAll(choice ? "menu-button" : "label", "chip-env", kind);
        chip.setText(name);
        environmentTip.setText(
                choice
                        ? texts.get("environment.choose")
                        : declared || practice ? texts.get("environment.only") : texts.get("environment.undeclared"));
        if (choice) {
            drawChoice(system);
        }
    }

    private String loud(Target target) {
        return Fonts.drawable(target.label()).toUpperCase(desktop.locale());
    }

    private void drawChoice(SystemBoard system) {
        List<Object> shown = List.of(system.name(), system.target().id(), system.targets());
        if (shown.equals(environments.getUserData())) {
            return; // an open menu stays open
        }
        environments.setUserData(shown);
        ToggleGroup one = new ToggleGroup();
        environments
                .getItems()
                .setAll(system.targets().stream()
                        .map(t -> choice(system, t, one))
                        .toList());
    }

    private MenuItem choice(SystemBoard system, Target target, ToggleGroup one) {
        RadioMenuItem item = new RadioMenuItem(Fonts.drawable(target.label()) + " · "
                + texts.get("environment." + target.kind().name()));
        item.setId("environment-" + target.id());
        item.setMnemonicParsing(false);
        item.setToggleGroup(one);
        item.setSelected(target.id().equals(system.target().id()));
        item.setOnAction(_ -> desktop.send(new Event.ChooseTarget(system.name(), target.id())));
        return item;
    }

    private void drawOperator(Board board) {
        Optional<Shift> shift = board.shift();
        boolean unknown = shift.isEmpty() && board.recalling();
        onCall.setText(shift.map(Shift::operator).orElse(texts.get(unknown ? "shift.unknown" : "shift.none")));
        present.show(onCall, board.current().isPresent());
        avatar.setText(Initials.of(shift.map(Shift::operator).orElse("")));
        present.show(avatar, shift.isPresent());
        onCallFor.setText(shift.map(s -> minutes(s.started(), board.now()))
                .map(on -> on.isZero() ? texts.get("shift.begun") : texts.get("shift.for", figures.length(on)))
                .orElse(""));
        shiftTip.setText(shift.map(s -> figures.exact(s.started())).orElse(""));
        present.show(startShift, shift.isEmpty() && !unknown && board.current().isPresent());
    }

    /// Without seconds: a shift is long.
    private static Duration minutes(Instant from, Instant to) {
        return Duration.ofMinutes(Math.max(0, Duration.between(from, to).toMinutes()));
    }
}
