package plantao.playbook;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Several checks of a run, one after the other: all that only read, or those that were made before, once more.
///
/// @param waiting the steps still to be run, by index
/// @param before how the steps stood that are run once more; empty for a first round
/// @param back the step that is large again afterwards, or null to go on behind the last check
public record CheckRound(
        List<Integer> waiting,
        Map<Integer, StepState> before,
        @Nullable Integer back) {
    public CheckRound {
        waiting = List.copyOf(waiting);
        before = Map.copyOf(before);
    }

    /// Whether it repeats what was done before: what comes of it is compared.
    public boolean again() {
        return !before.isEmpty();
    }

    /// The round without its next step.
    public CheckRound rest() {
        return new CheckRound(waiting.subList(1, waiting.size()), before, back);
    }
}
