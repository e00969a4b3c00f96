package plantao.ui.playbook;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import plantao.desk.Event;
import plantao.desk.RunReferences;
import plantao.playbook.Alternatives;
import plantao.playbook.Run;
import plantao.playbook.StepState;
import plantao.runbook.Runbook;
import plantao.ui.fx.Fonts;
import plantao.ui.fx.Texts;
import plantao.ui.fx.UiContext;

/// Where the walk can turn off: the ways among which one is taken, and the sections a step points to.
///
/// @param jump opens a playbook or procedure, to come back from
record Signposts(UiContext desktop, Texts texts, Consumer<RunReferences.Goal> jump) {

    /// What stands above a step that belongs to one of several ways.
    List<Node> ways(Run run, int step) {
        return Alternatives.at(run.steps(), step)
                .map(w -> List.of(choice(run, step, w)))
                .orElse(List.of());
    }

    private Node choice(Run run, int step, Alternatives ways) {
        boolean decided = ways.ways().stream().anyMatch(w -> leftOut(run, w));
        FlowPane buttons = new FlowPane(8, 8);
        for (Alternatives.Way way : ways.ways()) {
            boolean taken = decided && !leftOut(run, way);
            Button button = PlaybookNodes.button(Fonts.drawable(way.name()), taken ? "fth-check" : null, null);
            if (!decided && way.equals(ways.holding(step))) {
                button.getStyleClass().add("accent");
            }
            button.setDisable(taken || !run.open() || run.running() >= 0);
            button.setOnAction(_ -> desktop.send(
                    new Event.ChooseAlternative(run.id(), way.from(), texts.get("way.reason", way.name()))));
            buttons.getChildren().add(button);
        }
        String words =
                texts.get(decided ? "way.taken" : "way.choose", ways.ways().size());
        return new VBox(6, PlaybookNodes.label(words, "t-state"), buttons);
    }

    private static boolean leftOut(Run run, Alternatives.Way way) {
        return run.states().subList(way.from(), way.to()).stream()
                .allMatch(s -> s.status() == StepState.Status.SKIPPED);
    }

    /// What stands below a step's words: what can be opened of the sections it points to.
    List<Node> references(Runbook runbook, Run run, int step) {
        List<Node> all = new ArrayList<>();
        for (RunReferences.Reference r : RunReferences.in(runbook, run.steps().get(step), run.origin())) {
            if (r.goals().isEmpty()) {
                continue;
            }
            FlowPane buttons = new FlowPane(8, 8);
            for (RunReferences.Goal goal : r.goals()) {
                Button button = PlaybookNodes.button(Fonts.drawable(goal.title()), "fth-corner-down-right", null);
                button.setDisable(!run.open());
                button.setOnAction(_ -> jump.accept(goal));
                buttons.getChildren().add(button);
            }
            // what is pointed to by its name says it on the button
            all.add(
                    r.number().isEmpty()
                            ? buttons
                            : new VBox(
                                    6,
                                    PlaybookNodes.label(
                                            texts.get("reference", r.number(), Fonts.drawable(r.title())), "t-muted"),
                                    buttons));
        }
        return all;
    }
}
