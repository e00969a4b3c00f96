package plantao.ui.practice;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import plantao.desk.Board;
import plantao.desk.Event;
import plantao.desk.PracticeBoard;
import plantao.desk.SystemBoard;
import plantao.ui.fx.Figures;
import plantao.ui.fx.Focus;
import plantao.ui.fx.Fonts;
import plantao.ui.fx.Fxml;
import plantao.ui.fx.ListKeys;
import plantao.ui.fx.RowSync;
import plantao.ui.fx.Screen;
import plantao.ui.fx.Texts;
import plantao.ui.fx.UiContext;
import plantao.ui.fx.View;

/// The practice stack and its scenarios.
public final class PracticeView implements View {
    private static final int SCORES = 10;

    private final UiContext desktop;
    private final Texts texts;
    private final Figures figures;
    private final Parent loaded;
    private final RowSync<PracticeBoard.Scenario, ScenarioRow> scenarioRows;
    private final RowSync<PracticeBoard.Part, PartRow> partRows;
    private final RowSync<ScenarioProgress.Stage, StageRow> stageRows;
    private final RowSync<PracticeBoard.Choice, SystemRow> systemRows;
    private final RowSync<PracticeBoard.Choice, OtherSystem> otherRows;
    private final RowSync<PastAttempt, AttemptRow> attemptRows;

    @FXML
    private VBox off;

    @FXML
    private Button start;

    @FXML
    private VBox starting;

    @FXML
    private Label startingText;

    @FXML
    private VBox failed;

    @FXML
    private Label failedText;

    @FXML
    private Button retry;

    @FXML
    private HBox on;

    @FXML
    private VBox walk;

    @FXML
    private Label walkTitle;

    @FXML
    private Label walkTime;

    @FXML
    private Label walkText;

    @FXML
    private VBox stages;

    @FXML
    private Button nextAction;

    @FXML
    private Button end;

    @FXML
    private Label score;

    @FXML
    private Label scenarioCount;

    @FXML
    private VBox scenarios;

    @FXML
    private Label noScenario;

    @FXML
    private Label system;

    @FXML
    private VBox others;

    @FXML
    private VBox choosing;

    @FXML
    private VBox systems;

    @FXML
    private VBox scored;

    @FXML
    private VBox attempts;

    @FXML
    private VBox parts;

    @FXML
    private Label hold;

    public PracticeView(UiContext desktop) {
        this.desktop = desktop;
        this.texts = desktop.texts(PracticeView.class);
        this.figures = desktop.figures();
        this.loaded = Fxml.load(this, desktop);
        start.setOnAction(_ -> desktop.send(new Event.StartPractice()));
        retry.setOnAction(_ -> desktop.send(new Event.StartPractice(failed())));
        end.setOnAction(_ -> desktop.send(new Event.EndScenario()));
        scenarioRows = new RowSync<>(
                scenarios.getChildren(),
                PracticeBoard.Scenario::id,
                _ -> new ScenarioRow(desktop, texts),
                (row, scenario) -> row.show(scenario, desktop.now().practice().scenario()));
        partRows = new RowSync<>(parts.getChildren(), PracticeBoard.Part::name, _ -> new PartRow(texts), PartRow::show);
        stageRows = new RowSync<>(
                stages.getChildren(),
                s -> s,
                _ -> new StageRow(texts, figures),
                (row, stage) -> ScenarioProgress.of(desktop.now()).ifPresent(p -> row.show(stage, p)));
        systemRows = new RowSync<>(
                systems.getChildren(),
                PracticeBoard.Choice::folder,
                _ -> new SystemRow(desktop, texts),
                SystemRow::show);
        otherRows = new RowSync<>(
                others.getChildren(),
                PracticeBoard.Choice::folder,
                _ -> new OtherSystem(desktop, texts),
                OtherSystem::show);
        attemptRows = new RowSync<>(
                attempts.getChildren(), PastAttempt::id, _ -> new AttemptRow(texts, figures), AttemptRow::show);
        scenarios.addEventHandler(KeyEvent.KEY_PRESSED, event -> ListKeys.move(event, scenarios.getChildren()));
        desktop.board().addListener((_, _, board) -> draw(board));
        draw(desktop.now());
    }

    @Override
    public Parent root() {
        return loaded;
    }

    @Override
    public void shown(@Nullable Object chosen) {
        if (walk.isVisible()) {
            Focus.on(end.getStyleClass().contains("accent") ? end : nextAction);
        } else {
            enter();
        }
    }

    /// The folder of the system that could not be started; null when that is not known.
    private @Nullable String failed() {
        PracticeBoard practice = desktop.now().practice();
        return practice.choices().stream()
                .filter(c -> c.system().equals(practice.system()))
                .map(PracticeBoard.Choice::folder)
                .findFirst()
                .orElse(null);
    }

    private void draw(Board board) {
        PracticeBoard practice = board.practice();
        show(off, practice.state() == PracticeBoard.State.OFF);
        show(starting, practice.state() == PracticeBoard.State.STARTING);
        show(failed, practice.state() == PracticeBoard.State.FAILED);
        show(on, practice.state() == PracticeBoard.State.ON);
        startingText.setText(StartProgress.words(practice, desktop));
        failedText.setText(texts.said(practice.message()));
        scenarioCount.setText(texts.get("scenarios.count", practice.scenarios().size()));
        show(noScenario, practice.scenarios().isEmpty());
        scenarioRows.showAnew(practice.scenarios());
        systemRows.showAnew(practice.choices());
        show(choosing, practice.choices().size() > 1);
        otherRows.show(practice.choices().stream()
                .filter(c -> !c.system().equals(practice.system()))
                .toList());
        List<PastAttempt> past = new ArrayList<>(PastAttempt.all(board.journal().entries()));
        past.addAll(PastAttempt.all(board.practised()));
        attemptRows.show(past.subList(0, Math.min(SCORES, past.size())));
        show(scored, !past.isEmpty());
        partRows.show(practice.parts());
        system.setText(Fonts.drawable(practice.system()));
        double factor =
                board.system(practice.system()).map(SystemBoard::holdFactor).orElse(1.0);
        hold.setText(factor == 1 ? texts.get("differs.nohold") : texts.get("differs.hold", figures.number(factor)));
        drawWalk(board);
    }

    private void drawWalk(Board board) {
        Optional<ScenarioProgress> progress = ScenarioProgress.of(board);
        boolean begun = progress.isPresent() && !walk.isVisible();
        show(walk, progress.isPresent());
        if (progress.isEmpty()) {
            return;
        }
        ScenarioProgress made = progress.get();
        PracticeBoard practice = board.practice();
        practice.scenarios().stream()
                .filter(s -> s.id().equals(practice.scenario()))
                .findFirst()
                .ifPresent(s ->
                        walkTitle.setText(Fonts.drawable(ScenarioRow.spoken(s.title(), desktop.locale(), s.id()))));
        Duration lasted =
                made.after(ScenarioProgress.Stage.MITIGATED).orElse(Duration.between(made.began(), board.now()));
        walkTime.setText(figures.stopwatch(lasted));
        Optional<ScenarioProgress.Stage> next = made.next();
        walkText.setText(next.map(s -> texts.get("next." + s.name() + (made.alerted() ? "" : ".told")))
                .orElse(texts.get("next.done")));
        stageRows.showAnew(made.stages());
        Screen goal = goal(next.orElse(ScenarioProgress.Stage.RESOLVED));
        nextAction.setText(texts.get("go." + goal.key()));
        nextAction.setOnAction(_ -> go(goal));
        boolean mitigated = made.reached().containsKey(ScenarioProgress.Stage.MITIGATED);
        score.setText(mitigated ? new Score(texts, figures).of(made) : "");
        show(score, mitigated);
        Button first = next.isEmpty() ? end : nextAction;
        if (begun && scenarios.getChildren().stream().anyMatch(Node::isFocusWithin)) {
            first.requestFocus();
        }
        for (Button each : List.of(nextAction, end)) {
            each.getStyleClass().remove("accent");
            if (each == first) {
                each.getStyleClass().add("accent");
            }
        }
    }

    private void go(Screen goal) {
        Board board = desktop.now();
        String practised = board.practice().system();
        if (!board.selected().equals(practised)) {
            desktop.send(new Event.SelectSystem(practised));
        }
        desktop.navigation().go(goal);
    }

    private static Screen goal(ScenarioProgress.Stage next) {
        return switch (next) {
            case FIRED, ACKNOWLEDGED, DECLARED, OPENED -> Screen.BOARD;
            case MITIGATED -> Screen.PLAYBOOKS;
            case RESOLVED -> Screen.INCIDENTS;
        };
    }

    private static void show(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}
