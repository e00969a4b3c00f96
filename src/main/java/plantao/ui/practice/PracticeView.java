package plantao.ui.practice;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import javafx.fxml.FXML;
import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import plantao.desk.Board;
import plantao.desk.Event;
import plantao.desk.PracticeBoard;
import plantao.desk.SystemBoard;
import plantao.ui.fx.Desktop;
import plantao.ui.fx.Figures;
import plantao.ui.fx.Fonts;
import plantao.ui.fx.Fxml;
import plantao.ui.fx.Mark;
import plantao.ui.fx.Rows;
import plantao.ui.fx.Screen;
import plantao.ui.fx.Texts;
import plantao.ui.fx.View;

/// Picks a scenario and shows what runs.
public final class PracticeView implements View {
    private final Desktop desktop;
    private final Texts texts;
    private final Figures figures;
    private final Parent root;
    private final Rows<PracticeBoard.Scenario, ScenarioRow> scenarioRows;
    private final Rows<PracticeBoard.Part, HBox> partRows;
    private final Button start = new Button();

    @FXML private Label title;
    @FXML private Label about;
    @FXML private VBox scenarios;
    @FXML private VBox nothing;
    @FXML private VBox parts;
    @FXML private Label partsAbout;

    public PracticeView(Desktop desktop) {
        this.desktop = desktop;
        this.texts = desktop.texts(PracticeView.class);
        this.figures = desktop.figures();
        this.root = Fxml.load(this, desktop);
        this.scenarioRows = new Rows<>(scenarios.getChildren(), PracticeBoard.Scenario::id, ScenarioRow::new, ScenarioRow::show);
        this.partRows = new Rows<>(parts.getChildren(), p -> p, this::part, (_, _) -> {});
        start.getStyleClass().addAll("accent", "large");
        start.setOnAction(_ -> desktop.send(new Event.StartPractice()));
        nothing.getChildren().setAll(new FontIcon("fth-target"), start);
        desktop.board().addListener((_, _, board) -> draw(board));
        draw(desktop.now());
    }

    @Override
    public Parent root() {
        return root;
    }

    private void draw(Board board) {
        PracticeBoard practice = board.practice();
        String factor = figures.number(board.system(practice.system()).map(SystemBoard::holdFactor).orElse(1.0));
        PracticeBoard.Scenario running = practice.scenarios().stream()
                .filter(s -> s.id().equals(practice.scenario()))
                .findFirst()
                .orElse(null);
        String state = running != null ? "running" : practice.state().name().toLowerCase(java.util.Locale.ROOT);
        title.setText(texts.get("title." + state, running == null ? "" : in(running.title())));
        about.setText(switch (state) {
            case "running" -> texts.get("about.running",
                    figures.length(practice.begun() == null ? Duration.ZERO : Duration.between(practice.begun(), board.now())), factor);
            case "on" -> texts.get("about.on", factor);
            case "off" -> texts.get("about.off");
            default -> texts.get("about." + state, Fonts.drawable(practice.message()));
        });
        boolean idle = practice.state() == PracticeBoard.State.OFF || practice.state() == PracticeBoard.State.FAILED;
        nothing.setVisible(idle);
        nothing.setManaged(idle);
        start.setText(texts.get(practice.state() == PracticeBoard.State.FAILED ? "retry" : "start"));
        scenarioRows.show(practice.scenarios());
        scenarioRows.refresh();
        partRows.show(practice.parts());
        partsAbout.setText(texts.get("parts.count", practice.parts().size()));
    }

    private String in(Map<String, String> words) {
        return Fonts.drawable(words.getOrDefault(desktop.locale().getLanguage(), words.values().stream().findFirst().orElse("")));
    }

    private HBox part(PracticeBoard.Part part) {
        Label name = new Label(part.name());
        name.getStyleClass().add("t-body");
        Label state = new Label(texts.get("state." + part.state()));
        state.getStyleClass().add("t-muted");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Label pid = new Label(part.pid() == 0 ? "" : texts.get("part.pid", String.valueOf(part.pid())));
        pid.getStyleClass().add("t-muted");
        Label port = new Label(part.port() == 0 ? "" : texts.get("part.port", String.valueOf(part.port())));
        port.getStyleClass().add("t-muted");
        Mark.Kind kind = switch (part.state()) {
            case "running" -> Mark.Kind.UP;
            case "dead" -> Mark.Kind.DOWN;
            default -> Mark.Kind.DEGRADED;
        };
        HBox row = new HBox(12, new Mark(kind, 16), name, state, space, port, pid);
        row.getStyleClass().addAll("list-row", "dense");
        return row;
    }

    /// One scenario with its button.
    private final class ScenarioRow extends HBox {
        private final Label name = new Label();
        private final Label text = new Label();
        private final Label expects = new Label();
        private final Button begin = new Button();
        private final Button board = new Button();

        ScenarioRow(PracticeBoard.Scenario scenario) {
            getStyleClass().add("list-row");
            setAlignment(Pos.CENTER_LEFT);
            name.getStyleClass().add("t-name");
            text.getStyleClass().add("t-body");
            text.setWrapText(true);
            expects.getStyleClass().add("t-muted");
            expects.setWrapText(true);
            board.setText(texts.get("board"));
            board.setOnAction(_ -> desktop.navigation().go(Screen.BOARD));
            begin.setId("scenario-" + scenario.id());
            VBox words = new VBox(4, name, text, expects);
            words.setPadding(new javafx.geometry.Insets(12, 0, 12, 0));
            HBox.setHgrow(words, Priority.ALWAYS);
            getChildren().addAll(words, board, begin);
        }

        void show(PracticeBoard.Scenario scenario) {
            PracticeBoard practice = desktop.now().practice();
            boolean mine = scenario.id().equals(practice.scenario());
            name.setText(in(scenario.title()));
            text.setText(in(scenario.text()));
            boolean told = scenario.alert() != null && scenario.playbook() != null;
            expects.setText(told ? Fonts.drawable(texts.get("expects", scenario.alert(), scenario.playbook())) : "");
            expects.setVisible(told);
            expects.setManaged(told);
            getStyleClass().setAll(mine ? List.of("list-row", "current") : List.of("list-row"));
            begin.setText(texts.get(mine ? "end" : "begin"));
            begin.setDisable(!mine && practice.scenario() != null);
            begin.setOnAction(_ -> desktop.send(mine ? new Event.EndScenario() : new Event.BeginScenario(scenario.id())));
            board.setVisible(mine);
            board.setManaged(mine);
        }
    }
}
