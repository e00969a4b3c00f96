package plantao.ui.playbook;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import plantao.playbook.Run;
import plantao.playbook.StepState;
import plantao.runbook.Phase;
import plantao.runbook.Step;

/// The steps of a run as they are listed: stretches of one phase, one way and one response window.
final class StepSections {
    private StepSections() {}

    /// A stretch of steps.
    ///
    /// @param from the index of its first step
    /// @param to the index behind its last step
    record Section(Phase phase, @Nullable String option, Step.@Nullable Window window, int from, int to) {
        int settled(Run run) {
            return (int) run.states().subList(from, to).stream()
                    .filter(StepState::settled)
                    .count();
        }
    }

    static List<Section> of(List<Step> steps) {
        List<Section> all = new ArrayList<>();
        int from = 0;
        for (int i = 1; i <= steps.size(); i++) {
            if (i == steps.size() || !together(steps.get(from), steps.get(i))) {
                Step first = steps.get(from);
                all.add(new Section(first.phase(), first.option(), first.window(), from, i));
                from = i;
            }
        }
        return all;
    }

    private static boolean together(Step a, Step b) {
        return a.phase() == b.phase()
                && Objects.equals(a.option(), b.option())
                && Objects.equals(a.window(), b.window());
    }

    /// Where the causes stand: behind the diagnosis that the steps begin with, else before everything.
    static int causesAt(List<Section> sections) {
        int at = 0;
        while (at < sections.size() && sections.get(at).phase() == Phase.DIAGNOSIS) {
            at++;
        }
        return at;
    }
}
