package plantao.ui.playbook;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import plantao.playbook.Output;
import plantao.playbook.StepState;

/// A row of the output: the head of a step that was run, or a line it printed.
sealed interface OutputRow {

    /// @param command what ran
    record Head(int step, String command, StepState state) implements OutputRow {}

    record Line(Output.Line line) implements OutputRow {}

    /// What the console says about the output: that there is none, that earlier lines were dropped.
    record Remark(String text) implements OutputRow {}

    /// A line that is only known from the excerpt.
    static OutputRow of(String text, @Nullable Instant at) {
        return new Line(new Output.Line(at == null ? Instant.EPOCH : at, text, false));
    }
}
