package plantao.runbook.command;

import org.jspecify.annotations.Nullable;
import plantao.runbook.Origin;
import plantao.runbook.Phase;
import plantao.runbook.Step;
import plantao.runbook.text.Vocabulary;

/// What surrounds a fence or list: every step made from it takes these over.
///
/// @param title what a step is called that has no words of its own
public record StepFrame(
        String file,
        @Nullable String option,
        Phase phase,
        Step.@Nullable Window window,
        String title,
        Vocabulary vocabulary) {
    /// A place in this file.
    public Origin at(int line) {
        return new Origin(file, line);
    }

    /// The same with another phase.
    public StepFrame in(Phase other) {
        return new StepFrame(file, option, other, window, title, vocabulary);
    }

    /// The same with another title.
    public StepFrame titled(String other) {
        return new StepFrame(file, option, phase, window, other, vocabulary);
    }
}
