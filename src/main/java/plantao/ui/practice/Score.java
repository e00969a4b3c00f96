package plantao.ui.practice;

import java.util.ArrayList;
import java.util.List;
import plantao.ui.fx.Figures;
import plantao.ui.fx.Texts;

/// How well a scenario was handled, in words: how soon, by how many steps, at what cost.
record Score(Texts texts, Figures figures) {

    String of(ScenarioProgress made) {
        List<String> parts = new ArrayList<>();
        if (made.alerted()) {
            parts.add(texts.get("score.acknowledged", after(made, ScenarioProgress.Stage.ACKNOWLEDGED)));
        }
        parts.add(texts.get("score.mitigated", after(made, ScenarioProgress.Stage.MITIGATED)));
        ScenarioProgress.Steps steps = made.steps();
        parts.add(texts.get("score.steps", steps.run(), steps.skipped()));
        parts.add(
                made.down().isZero() ? texts.get("score.never") : texts.get("score.down", figures.length(made.down())));
        parts.add(texts.get("score.harm", steps.disrupting(), steps.destroying()));
        return String.join(" · ", parts);
    }

    private String after(ScenarioProgress made, ScenarioProgress.Stage stage) {
        return made.after(stage)
                .map(d -> texts.get("stage.after", figures.length(d)))
                .orElseGet(() -> texts.get("score.not"));
    }
}
