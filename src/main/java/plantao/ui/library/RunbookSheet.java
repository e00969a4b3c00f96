package plantao.ui.library;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import plantao.runbook.Problem;
import plantao.runbook.Runbook;
import plantao.runbook.SourceLine;
import plantao.runbook.SourceLines;

/// One file of a runbook, ready to be shown.
///
/// @param worst the worst problem of each line that has one
record RunbookSheet(Runbook runbook, String file, List<SourceLine> lines, Map<Integer, Problem> worst) {

    static RunbookSheet of(Runbook runbook, String file) {
        Map<Integer, Problem> worst = new HashMap<>();
        for (Problem problem : runbook.problems()) {
            if (problem.origin().file().equals(file)) {
                worst.merge(
                        problem.origin().line(), problem, (a, b) -> a.severity().compareTo(b.severity()) <= 0 ? a : b);
            }
        }
        return new RunbookSheet(runbook, file, SourceLines.of(runbook, file), Map.copyOf(worst));
    }

    /// The worst problem on these lines, or null.
    @Nullable
    Problem worst(int first, int last) {
        Problem found = null;
        for (int line = first; line <= last; line++) {
            Problem problem = worst.get(line);
            if (problem != null && (found == null || problem.severity().compareTo(found.severity()) < 0)) {
                found = problem;
            }
        }
        return found;
    }
}
