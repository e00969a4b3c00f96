package plantao.ui.playbook;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntFunction;
import plantao.playbook.Output;
import plantao.playbook.Run;
import plantao.playbook.StepResult;
import plantao.playbook.StepState;

/// Which steps of a run have an output to show, and its rows.
final class OutputBlocks {
    private OutputBlocks() {}

    /// The steps that ran or are running, in the order they ended; the one that runs is last.
    static List<Integer> steps(Run run) {
        List<Integer> all = new ArrayList<>();
        for (int i = 0; i < run.states().size(); i++) {
            StepState state = run.states().get(i);
            if (state.status() == StepState.Status.RUNNING || state.result() != null) {
                all.add(i);
            }
        }
        all.sort(Comparator.comparing((Integer i) -> run.states().get(i).status() == StepState.Status.RUNNING)
                .thenComparing(i -> run.states().get(i).at() == null
                        ? run.started()
                        : run.states().get(i).at()));
        return all;
    }

    /// The rows of a step that has ended: its lines as far as this session still has them, else the excerpt.
    ///
    /// @param none what to say when nothing was printed
    /// @param dropped says that earlier lines are no longer here, given how many
    static List<OutputRow> ended(StepState state, Output output, String none, IntFunction<String> dropped) {
        List<OutputRow> rows = new ArrayList<>();
        List<Output.Line> lines = output.tail(Output.KEPT);
        long gone = output.lines() - lines.size();
        if (gone > 0) {
            rows.add(new OutputRow.Remark(dropped.apply((int) Math.min(Integer.MAX_VALUE, gone))));
        }
        lines.forEach(l -> rows.add(new OutputRow.Line(l)));
        if (state.result() instanceof StepResult.NotStarted(String reason)) {
            rows.add(new OutputRow.Remark(reason));
        } else if (lines.isEmpty()
                && state.excerpt() != null
                && !state.excerpt().isBlank()) {
            state.excerpt().lines().forEach(l -> rows.add(OutputRow.of(l, state.at())));
        }
        if (rows.isEmpty()) {
            rows.add(new OutputRow.Remark(none));
        }
        return rows;
    }
}
