package plantao.ui.playbook;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import plantao.playbook.Run;
import plantao.playbook.StepResult;
import plantao.playbook.StepState;
import plantao.runbook.Phase;
import plantao.runbook.Step;
import plantao.ui.fx.Figures;
import plantao.ui.fx.Fonts;
import plantao.ui.fx.Mark;
import plantao.ui.fx.Texts;

/// What a step's state is called.
record StepWords(Texts texts, Figures figures) {

    static Mark.Kind mark(StepState state, boolean current) {
        return switch (state.status()) {
            case RUNNING -> Mark.Kind.CURRENT;
            case DONE -> Mark.Kind.DONE;
            case FAILED -> Mark.Kind.ALERT_ACKED;
            case SKIPPED -> Mark.Kind.SKIPPED;
            case TODO -> current ? Mark.Kind.CURRENT : Mark.Kind.TODO;
        };
    }

    /// The colour's style class for the sub-line.
    static String colour(StepState state, boolean current) {
        return switch (state.status()) {
            case FAILED -> "c-danger";
            case RUNNING -> "c-accent";
            case TODO -> current ? "c-accent" : "c-muted";
            case DONE, SKIPPED -> "c-muted";
        };
    }

    /// The line under a step's title.
    String under(Run run, int index, Instant now) {
        StepState state = run.states().get(index);
        String at = state.at() == null ? "" : figures.utcShort(state.at()) + " · ";
        return switch (state.status()) {
            case RUNNING ->
                texts.get(
                        "state.running", figures.length(Duration.between(state.at() == null ? now : state.at(), now)));
            case DONE ->
                at
                        + (state.result() == null || !state.result().good()
                                ? texts.get("state.byhand")
                                : result(state.result()));
            case FAILED -> at + (state.result() == null ? texts.get("state.lost") : result(state.result()));
            case SKIPPED -> at + texts.get("state.skipped", Fonts.drawable(String.valueOf(state.reason())));
            case TODO -> {
                if (index == run.current() && run.open()) {
                    yield texts.get("state.current");
                }
                Step step = run.steps().get(index);
                boolean told = step.condition() == null
                        || step.title()
                                .toLowerCase(Locale.ROOT)
                                .contains(step.condition().toLowerCase(Locale.ROOT));
                yield !told
                        ? Fonts.drawable(String.valueOf(step.condition()))
                        : step.manual() || step.commands().isEmpty() ? texts.get("state.manual") : "";
            }
        };
    }

    /// Whether a step has words of its own: not just its command again.
    static boolean named(Step step) {
        return step.commands().stream().noneMatch(c -> c.text().startsWith(step.title()));
    }

    /// How a step's commands ended.
    String result(StepResult result) {
        return switch (result) {
            case StepResult.Exited(int status, Duration took, int _) ->
                texts.get(status == 0 ? "result.good" : "result.bad", String.valueOf(status), figures.took(took));
            case StepResult.TimedOut(Duration after) -> texts.get("result.timeout", figures.length(after));
            case StepResult.Cancelled(Duration after) -> texts.get("result.cancelled", figures.took(after));
            case StepResult.NotStarted _ -> texts.get("result.notstarted");
        };
    }

    String phase(StepSections.Section section) {
        String name = texts.get("phase." + section.phase().name().toLowerCase(Locale.ROOT));
        Step.Window window = section.window();
        String when = window == null
                ? ""
                : " · "
                        + texts.get(
                                "window",
                                figures.number(window.fromSeconds() / 60.0),
                                figures.number(window.toSeconds() / 60.0));
        if (section.option() != null && section.phase() == Phase.OTHER) {
            return Fonts.drawable(section.option()) + when;
        }
        return section.option() == null ? name + when : name + " · " + Fonts.drawable(section.option()) + when;
    }
}
