package plantao.ui.playbook;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import plantao.desk.Board;
import plantao.desk.Event;
import plantao.desk.Presence;
import plantao.desk.RunReferences;
import plantao.desk.SystemBoard;
import plantao.playbook.Run;
import plantao.playbook.StepState;
import plantao.ui.fx.Figures;
import plantao.ui.fx.Focus;
import plantao.ui.fx.Fonts;
import plantao.ui.fx.Fxml;
import plantao.ui.fx.Screen;
import plantao.ui.fx.Texts;
import plantao.ui.fx.UiContext;

/// One run: its steps, the current step with its output, and what is known about the trouble.
public final class RunView {
    private final UiContext desktop;
    private final Texts texts;
    private final Figures figures;
    private final Runnable back;
    private final Parent loaded;
    private final StepList list;
    private final StepPane step;
    private final StepActions actions;
    private final OutputPane output;
    private final TerminalPane terminal;
    private final LadderPanel ladder;
    private final ClocksPanel clocks;
    private final SymptomsPanel symptoms;
    private final PreflightPanel preflight;
    private final ChangedSteps changed;
    private final DecisionsPanel decisions;
    private final EvidencePanel facts;
    private final BeforePanel before;
    private Run run;
    private int lastCurrent = -1;
    private final ScrollPane stepScroll;
    /// The current step's row comes into view as soon as its place is known.
    private boolean reveal;

    @FXML
    private Button backButton;

    @FXML
    private Button homeButton;

    @FXML
    private Label title;

    @FXML
    private Label about;

    @FXML
    private StackPane endHolder;

    @FXML
    private Button end;

    @FXML
    private FlowPane ending;

    @FXML
    private Label endingText;

    @FXML
    private Button endNow;

    @FXML
    private Button endNot;

    @FXML
    private HBox banner;

    @FXML
    private Label bannerText;

    @FXML
    private HBox earlier;

    @FXML
    private Label earlierText;

    @FXML
    private HBox ended;

    @FXML
    private Label endedText;

    @FXML
    private HBox columns;

    @FXML
    private VBox left;

    @FXML
    private Label settled;

    @FXML
    private ScrollPane stepsScroll;

    @FXML
    private VBox steps;

    @FXML
    private VBox centre;

    @FXML
    private VBox stepPanel;

    @FXML
    private ScrollPane right;

    @FXML
    private VBox side;

    /// @param first the run that is shown first
    /// @param back shows the list
    /// @param jump opens what a step points to, to come back from
    RunView(UiContext desktop, Run first, Runnable back, Consumer<RunReferences.Goal> jump) {
        this.desktop = desktop;
        this.texts = desktop.texts(RunView.class);
        this.figures = desktop.figures();
        this.back = back;
        this.run = first;
        this.loaded = Fxml.load(this, desktop);
        list = new StepList(desktop, steps, first);
        actions = new StepActions(desktop, list::currentRow);
        step = new StepPane(desktop, jump);
        stepScroll = new FittingScroll(step, 140);
        terminal = new TerminalPane(desktop, this::terminalChanged);
        output = new OutputPane(desktop, actions::note, terminal);
        ladder = new LadderPanel(desktop);
        clocks = new ClocksPanel(desktop);
        symptoms = new SymptomsPanel(desktop);
        preflight = new PreflightPanel(desktop);
        changed = new ChangedSteps(texts);
        decisions = new DecisionsPanel(desktop);
        facts = new EvidencePanel(desktop);
        before = new BeforePanel(desktop);
        build();
    }

    Parent root() {
        return loaded;
    }

    private void build() {
        VBox.setVgrow(stepScroll, Priority.SOMETIMES);
        stepPanel.getChildren().setAll(stepScroll, actions);
        actions.setMinHeight(Region.USE_PREF_SIZE);
        output.setPrefHeight(240);
        VBox.setVgrow(output, Priority.ALWAYS);
        side.getChildren().setAll(clocks, preflight, ladder, before, decisions, symptoms, facts);
        backButton.setOnAction(_ -> back.run());
        PlaybookNodes.relabel(end, texts.get("end"), null, "E");
        end.setOnAction(_ -> end());
        endNot.setOnAction(_ -> {
            ending(false);
            actions.focus();
        });
        endNow.setOnAction(_ -> {
            ending(false);
            desktop.send(new Event.EndRun(run.id()));
        });
        steps.heightProperty().subscribe(this::revealCurrent);
        stepsScroll.viewportBoundsProperty().subscribe(this::revealCurrent);
        var _ = new RunLayout(new RunLayout.Pieces(columns, left, centre, right, stepPanel, output, step, actions));
        VBox.setVgrow(terminal, Priority.ALWAYS);
        if (loaded instanceof VBox all) {
            all.getChildren().add(all.getChildren().indexOf(earlier) + 1, changed);
            earlier.getChildren().add(changed.button());
            all.getChildren().add(terminal);
        }
        ending(false);
    }

    /// The terminal stands over the three columns while it is open.
    private void terminalChanged() {
        PlaybookNodes.show(columns, !terminal.open());
        if (!terminal.open()) {
            focus();
        }
    }

    private void ending(boolean asking) {
        PlaybookNodes.show(ending, asking);
        PlaybookNodes.show(endHolder, !asking && run.open());
        if (asking) {
            int open = run.steps().size() - run.settled();
            endingText.setText(open == 0 ? texts.get("end.ask") : texts.get("end.ask.open", open));
            (open == 0 ? endNow : endNot).requestFocus();
        }
    }

    /// Asks whether to end the run, where it can be ended.
    void end() {
        if (endHolder.isVisible() && !end.isDisabled()) {
            ending(true);
        }
    }

    /// Whether this run was shown open the last time.
    boolean showsOpen(UUID id) {
        return run.id().equals(id) && run.open();
    }

    /// The run that this one was opened out of; null when there is none to go back to.
    void cameFrom(@Nullable Run run, Runnable goBack) {
        PlaybookNodes.show(homeButton, run != null);
        if (run != null) {
            homeButton.setText(texts.get("run.home", run.current() + 1, Fonts.drawable(run.title())));
            homeButton.setOnAction(_ -> goBack.run());
        }
    }

    /// It is what a checklist's item runs: the way back leads to the item.
    void cameFromShift() {
        PlaybookNodes.show(homeButton, true);
        homeButton.setText(texts.get("run.shift"));
        homeButton.setOnAction(_ -> desktop.navigation().go(Screen.SHIFT, run.origin()));
    }

    /// Who is at it on another console.
    private String beside(List<Presence.Other> others) {
        return others.stream()
                .map(o -> " · " + beside(Fonts.drawable(o.operator()), o.last()))
                .collect(Collectors.joining());
    }

    private String beside(String name, @Nullable Instant last) {
        return last == null ? texts.get("run.here", name) : texts.get("run.beside", name, figures.utcShort(last));
    }

    void show(SystemBoard system, Run next, Board board) {
        boolean other = !next.id().equals(run.id());
        boolean acting = acting();
        run = next;
        title.setText(Fonts.drawable(next.title()));
        about.setText((next.ended() == null
                        ? texts.get("run.since", figures.utcShort(next.started()))
                        : texts.get("run.between", figures.utcShort(next.started()), figures.utcShort(next.ended())))
                + " · " + texts.get("line", String.valueOf(next.origin().line()))
                + (next.open() ? beside(Presence.beside(board, system, next)) : ""));
        if (other || !next.open()) {
            ending(false);
        }
        end.getStyleClass().remove("accent");
        if (next.open()
                && !next.steps().isEmpty()
                && next.running() < 0
                && next.states().stream().skip(next.current()).allMatch(StepState::settled)) {
            end.getStyleClass().add("accent"); // nothing comes behind it
        }
        end.setDisable(next.running() >= 0);
        PlaybookNodes.because(endHolder, next.running() >= 0 ? texts.get("why.running", next.running() + 1) : null);
        PlaybookNodes.show(banner, next.banner() != null && next.open());
        bannerText.setText(next.banner() == null ? "" : Fonts.drawable(next.banner()));
        PlaybookNodes.show(ended, next.ended() != null);
        endedText.setText(
                next.ended() == null
                        ? ""
                        : texts.get(
                                "run.over",
                                figures.utcShort(next.ended()),
                                next.settled(),
                                next.steps().size()));
        Run.Left was = next.open() ? next.left() : null;
        PlaybookNodes.show(earlier, was != null);
        earlierText.setText(was == null ? "" : earlier(was));
        earlier.setStyle(was != null && was.changed() ? "-fx-min-height: 62px;" : "");
        changed.show(system, next);
        settled.setText(texts.get("run.settled", next.settled(), next.steps().size()));
        reveal = false;
        list.show(next, board.now());
        step.show(system, next);
        actions.show(system, next, step.resolved());
        if (step.filled()) {
            focus();
        }
        output.show(
                next,
                system.runbook().logPatterns(),
                i -> desktop.preview().of(run, i).shown());
        clocks.show(system, next, board);
        ladder.show(system, board);
        preflight.show(next);
        decisions.show(system, next);
        before.show(next, board);
        symptoms.show(next);
        facts.show(system, next, board);
        if (other || lastCurrent != next.current()) {
            moved(other || acting);
        }
        lastCurrent = next.current();
    }

    /// What to know of a run that a console left behind.
    private String earlier(Run.Left was) {
        String how = texts.get("run.left", figures.utcShort(was.last()), was.by()) + " " + texts.get("run.left.shell");
        String text = texts.get(was.own() ? "run.left.own" : "run.left.changed");
        return was.changed() ? how + " " + text : how;
    }

    /// Whether the focus is on something of the current step; asked before that is drawn anew, which takes it away.
    private boolean acting() {
        Node owner = loaded.getScene() == null ? null : loaded.getScene().getFocusOwner();
        return owner == null || within(owner, centre) && !(owner instanceof javafx.scene.control.ListView);
    }

    /// Another step is current: it comes into view, and where the focus was on the last one's action it goes on.
    private void moved(boolean acting) {
        reveal = true;
        revealCurrent();
        if (acting || list.focused() >= 0) {
            focus();
        }
    }

    private void revealCurrent() {
        Node row = list.currentRow();
        double over = steps.getHeight() - stepsScroll.getViewportBounds().getHeight();
        if (reveal && row != null && over > 0) {
            stepsScroll.setVvalue(Math.clamp((row.getBoundsInParent().getMinY() - 96) / over, 0, 1));
        }
    }

    private static boolean within(@Nullable Node node, Node parent) {
        for (Node n = node; n != null; n = n.getParent()) {
            if (n == parent) {
                return true;
            }
        }
        return false;
    }

    /// Puts the focus on the one next action: an open terminal, a missing value, else the step's button.
    void focus() {
        Node field = step.missingField();
        if (terminal.open()) {
            terminal.focus();
        } else if (field != null && run.open()) {
            Focus.on(field);
        } else {
            actions.focus();
        }
    }

    StepList list() {
        return list;
    }

    OutputPane output() {
        return output;
    }

    TerminalPane terminal() {
        return terminal;
    }

    EvidencePanel facts() {
        return facts;
    }

    StepActions actions() {
        return actions;
    }

    int current() {
        return run.current();
    }
}
