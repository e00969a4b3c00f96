package plantao.ui.playbook;

import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import plantao.desk.Approvals;
import plantao.desk.CheckRounds;
import plantao.desk.Event;
import plantao.desk.SessionSteps;
import plantao.desk.SystemBoard;
import plantao.playbook.Run;
import plantao.playbook.StepRest;
import plantao.playbook.StepState;
import plantao.runbook.Phase;
import plantao.runbook.Risk;
import plantao.runbook.Step;
import plantao.runbook.command.TypedStep;
import plantao.ui.fx.Copy;
import plantao.ui.fx.Focus;
import plantao.ui.fx.Texts;
import plantao.ui.fx.UiContext;
import plantao.values.ResolvedCommand;

/// What can be done with the current step.
final class StepActions extends VBox {
    private enum Asking {
        NOTHING,
        REASON,
        NOTE
    }

    private final UiContext desktop;
    private final Supplier<@Nullable Node> place;
    private final Texts texts;
    private final Button runIt = new Button();
    private final StackPane runHolder = new StackPane(runIt);
    private final Button cancel;
    private final Button checks;
    private final Button propose;
    private final Button rest;
    private final Button lines;
    private final Button done;
    private final Button skip;
    private final Button notHere;
    private final StackPane doneHolder;
    private final StackPane skipHolder;
    private final FlowPane buttons = new FlowPane(8, 8);
    private final TextField field = new TextField();
    private final Button send = new Button();
    private final HBox asking;
    private final Label why = PlaybookNodes.label("", "t-muted");
    private Asking asked = Asking.NOTHING;
    private @Nullable Run run;
    private @Nullable SystemBoard system;
    private int index = -1;

    /// @param place the current step's row, if there is one
    StepActions(UiContext desktop, Supplier<@Nullable Node> place) {
        this.desktop = desktop;
        this.place = place;
        this.texts = desktop.texts(StepActions.class);
        getStyleClass().add("actions");
        setSpacing(8);
        runIt.setMnemonicParsing(false);
        send.setMnemonicParsing(false);
        runIt.setId("run-step");
        runIt.getStyleClass().addAll("large", "accent");
        runIt.setOnAction(_ -> run());
        cancel = PlaybookNodes.button(texts.get("act.cancel"), "fth-square", null, "large");
        cancel.setId("cancel-step");
        cancel.setOnAction(_ -> withRun(r -> desktop.send(new Event.CancelStep(r.id()))));
        checks = PlaybookNodes.button("", "fth-fast-forward", "G", "large");
        checks.setId("run-checks");
        checks.setOnAction(_ -> checks());
        propose = PlaybookNodes.button(texts.get("act.propose"), "fth-book-open", "P", "large");
        propose.setId("propose-step");
        propose.setOnAction(_ -> propose());
        rest = PlaybookNodes.button(texts.get("act.rest"), "fth-chevrons-right", "O", "large");
        rest.setId("run-rest");
        rest.setOnAction(_ -> rest());
        lines = PlaybookNodes.button(texts.get("act.lines"), "fth-list", "L", "large");
        lines.setId("run-lines");
        lines.setOnAction(_ -> lines());
        done = PlaybookNodes.button(texts.get("act.done"), "fth-check", texts.get("key.space"), "large");
        done.setId("mark-done");
        done.setOnAction(_ -> done());
        skip = PlaybookNodes.button(texts.get("act.skip"), "fth-skip-forward", "S", "large");
        skip.setId("skip-step");
        skip.setOnAction(_ -> skip());
        notHere = PlaybookNodes.button(texts.get("act.nothere"), "fth-slash", "I", "large");
        notHere.setId("not-here");
        notHere.setOnAction(_ -> notHere());
        field.setId("step-words");
        field.getStyleClass().add("large");
        send.getStyleClass().add("large");
        send.setOnAction(_ -> send());
        field.setOnAction(_ -> send());
        field.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                ask(Asking.NOTHING);
                focus();
                event.consume();
            }
        });
        Button back = PlaybookNodes.button(texts.get("act.back"), null, "Esc", "large");
        back.setOnAction(_ -> {
            ask(Asking.NOTHING);
            focus();
        });
        send.disableProperty().bind(field.textProperty().map(String::isBlank));
        asking = new HBox(8, PlaybookNodes.grow(field), send, back);
        asking.setAlignment(Pos.CENTER_LEFT);
        doneHolder = new StackPane(done);
        skipHolder = new StackPane(skip);
        buttons.getChildren().setAll(runHolder, cancel, rest, doneHolder, notHere, skipHolder, checks, lines, propose);
        getChildren().setAll(buttons, asking, why);
        ask(Asking.NOTHING);
    }

    /// A button that goes away while its step runs leaves the focus on the step's row, where Space and Enter do no
    /// harm: it must not fall to whatever button stands next.
    void show(SystemBoard of, Run shown, @Nullable ResolvedCommand resolved) {
        Button held = actions().filter(Button::isFocused).findFirst().orElse(null);
        draw(of, shown, resolved);
        Node row = place.get();
        if (held != null && row != null && !ready(held)) {
            row.requestFocus();
        }
    }

    private Stream<Button> actions() {
        return Stream.of(runIt, cancel, rest, done, notHere, skip, checks, lines, propose);
    }

    private void draw(SystemBoard of, Run shown, @Nullable ResolvedCommand resolved) {
        boolean other = run == null || !run.id().equals(shown.id()) || index != shown.current();
        run = shown;
        system = of;
        index = shown.current();
        if (other) {
            ask(Asking.NOTHING);
        }
        boolean here = shown.open() && !shown.steps().isEmpty();
        PlaybookNodes.show(this, here);
        if (!here) {
            return;
        }
        Step step = shown.steps().get(index);
        StepState state = shown.states().get(index);
        boolean runs = state.status() == StepState.Status.RUNNING;
        String obstacle = obstacle(of, shown, resolved);
        PlaybookNodes.show(runHolder, !step.commands().isEmpty() && !runs);
        runIt.setDisable(obstacle != null);
        PlaybookNodes.because(runHolder, obstacle);
        String busy = runs ? texts.get("why.busy") : null;
        PlaybookNodes.because(doneHolder, busy);
        PlaybookNodes.because(skipHolder, busy);
        String environment = PlaybookNodes.environment(shown.target(), texts, desktop.locale());
        boolean again = state.result() != null;
        PlaybookNodes.relabel(
                runIt, texts.get(again ? "act.runagain" : "act.run", environment), "fth-play", texts.get("key.run"));
        PlaybookNodes.show(cancel, runs);
        done.setDisable(runs);
        skip.setDisable(runs);
        boolean conditional = step.condition() != null && !runs && !state.settled();
        PlaybookNodes.show(notHere, conditional);
        PlaybookNodes.show(skipHolder, !conditional);
        int ready = step.phase() == Phase.DIAGNOSIS
                        && shown.running() < 0
                        && !desktop.now().readOnly()
                ? CheckRounds.ready(of, shown, false).size()
                : 0;
        PlaybookNodes.show(checks, ready > 1);
        PlaybookNodes.relabel(checks, texts.get("act.checks", ready), "fth-fast-forward", "G");
        PlaybookNodes.show(
                lines, !runs && obstacle == null && step.risk() == Risk.SAFE && SessionSteps.offers(shown, step));
        PlaybookNodes.show(
                rest,
                obstacle == null
                        && shown.running() < 0
                        && StepRest.of(shown, index).isPresent());
        PlaybookNodes.show(propose, TypedStep.is(step) && state.status() == StepState.Status.DONE);
        boolean manual = step.commands().isEmpty();
        runIt.getStyleClass().remove("accent");
        if (!state.settled()) {
            runIt.getStyleClass().add("accent");
        }
        done.getStyleClass().remove("accent");
        if (manual && !state.settled()) {
            done.getStyleClass().add("accent");
        }
        boolean told = obstacle == null || runs || manual || resolved != null && !resolved.ready();
        why.setText(told ? elsewhere(of, shown) : obstacle);
        PlaybookNodes.show(why, !why.getText().isEmpty());
    }

    /// Less room in a small window, so that all buttons stand in one row.
    void tight(boolean on) {
        getStyleClass().remove("tight");
        if (on) {
            getStyleClass().add("tight");
        }
    }

    private @Nullable String obstacle(SystemBoard of, Run shown, @Nullable ResolvedCommand resolved) {
        if (desktop.now().readOnly()) {
            return texts.get("why.readonly");
        }
        Step step = shown.steps().get(index);
        if (!TypedStep.is(step) && !Approvals.allow(of.trust(), step.commands())) {
            return texts.get("why.untrusted");
        }
        if (shown.running() >= 0 && shown.running() != shown.current()) {
            return texts.get("why.running", shown.running() + 1);
        }
        if (resolved != null && resolved.refusal() != null) {
            return texts.get("why.refused");
        }
        if (resolved != null && !resolved.missing().isEmpty()) {
            return texts.get("why.missing", String.join(", ", resolved.missing()));
        }
        return null;
    }

    /// What to know where the run is bound to another environment than the one on the board; else nothing.
    private String elsewhere(SystemBoard of, Run shown) {
        return shown.target().id().equals(of.target().id())
                ? ""
                : texts.get(
                        "why.elsewhere",
                        PlaybookNodes.environment(shown.target(), texts, desktop.locale()),
                        PlaybookNodes.environment(of.target(), texts, desktop.locale()));
    }

    /// Runs the current step, if nothing is in the way. The desk asks back where it could do harm.
    void run() {
        if (runHolder.isVisible() && !runIt.isDisabled()) {
            withRun(r -> desktop.send(new Event.RunStep(r.id(), index, false, true)));
        }
    }

    /// Runs the lines that the runbook gives for a session, one after the other, with nobody typing.
    void lines() {
        if (isVisible() && lines.isVisible()) {
            withRun(r -> desktop.send(new Event.RunStep(r.id(), index, false)));
        }
    }

    /// Runs what the step has left behind the command that failed.
    void rest() {
        if (isVisible() && rest.isVisible()) {
            withRun(r -> desktop.send(new Event.RunRest(r.id(), index)));
        }
    }

    /// Runs every check of the diagnosis that only reads, if there are several.
    void checks() {
        if (isVisible() && checks.isVisible()) {
            withRun(r -> desktop.send(new Event.RunChecks(r.id(), false)));
        }
    }

    /// A command that was typed and worked is proposed for the runbook: as Markdown in the clipboard and as a note.
    void propose() {
        Run shown = run;
        SystemBoard of = system;
        if (isVisible() && propose.isVisible() && shown != null && of != null) {
            String command = shown.steps().get(index).commands().getFirst().text();
            Copy.text("```bash\n" + command + "\n```\n");
            desktop.send(new Event.AddNote(of.name(), texts.get("propose.note", shown.title(), command)));
        }
    }

    void done() {
        if (isVisible() && !done.isDisabled()) {
            withRun(r -> desktop.send(new Event.MarkDone(r.id(), index)));
        }
    }

    void skip() {
        if (isVisible() && !skip.isDisabled()) {
            ask(Asking.REASON);
        }
    }

    /// The step's condition does not hold: it is left out, with the condition as the reason.
    void notHere() {
        Run shown = run;
        if (isVisible() && notHere.isVisible() && shown != null) {
            String condition = shown.steps().get(index).condition();
            desktop.send(new Event.SkipStep(
                    shown.id(), index, texts.get("nothere.reason", condition == null ? "" : condition)));
        }
    }

    /// Asks for a note; false when there is no place for one here.
    boolean note() {
        if (isVisible()) {
            ask(Asking.NOTE);
        }
        return isVisible();
    }

    private void ask(Asking what) {
        asked = what;
        field.clear();
        PlaybookNodes.show(asking, what != Asking.NOTHING);
        PlaybookNodes.show(buttons, what == Asking.NOTHING);
        if (what != Asking.NOTHING) {
            field.setPromptText(texts.get(what == Asking.REASON ? "skip.reason" : "note.text"));
            PlaybookNodes.relabel(send, texts.get(what == Asking.REASON ? "skip.send" : "note.send"), null, "Enter");
            field.requestFocus();
        }
    }

    private void send() {
        String words = field.getText().strip();
        SystemBoard of = system;
        if (words.isEmpty() || of == null) {
            return;
        }
        if (asked == Asking.REASON) {
            withRun(r -> desktop.send(new Event.SkipStep(r.id(), index, words)));
        } else {
            desktop.send(new Event.AddNote(of.name(), words));
        }
        ask(Asking.NOTHING);
        focus();
    }

    private void withRun(java.util.function.Consumer<Run> act) {
        Run shown = run;
        if (shown != null) {
            act.accept(shown);
        }
    }

    boolean isRunButton(@Nullable Object node) {
        return node == runIt;
    }

    /// Whether this button can be seen and pressed.
    private boolean ready(Button button) {
        boolean seen = isVisible() && button.isVisible() && button.getParent().isVisible();
        return seen && !button.isDisabled();
    }

    /// Puts the focus on the one next action.
    void focus() {
        for (Button button : new Button[] {runIt, done, cancel}) {
            if (ready(button)) {
                Focus.on(button);
                return;
            }
        }
    }
}
