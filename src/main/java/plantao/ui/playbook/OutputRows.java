package plantao.ui.playbook;

import java.util.ArrayList;
import java.util.List;
import javafx.collections.ModifiableObservableListBase;
import org.jspecify.annotations.Nullable;
import plantao.playbook.Output;
import plantao.playbook.StepState;

/// The rows of the output list: what the steps that are over printed, then the lines of the one that runs.
///
/// A change of many rows is one event. While lines pour in, only the last few are rows: nobody reads the others as
/// they pass, and the list pays for each. Who has scrolled back sees rows that stand still.
final class OutputRows extends ModifiableObservableListBase<OutputRow> {
    /// So many new lines in one look are a flood, and so many rows are shown of it.
    static final int FLOOD = 300;

    private final List<OutputRow> rows = new ArrayList<>();
    private @Nullable Output live;
    private int from;
    private long over;
    private long seen;
    private boolean partly;

    /// Shows these instead, and forgets the running step.
    void over(List<OutputRow> ended) {
        replace(0, size(), ended);
        live = null;
        from = ended.size();
        over = ended.stream().filter(OutputRow.Line.class::isInstance).count();
        seen = 0;
        partly = false;
    }

    /// Draws the heads of running steps again: time has passed.
    void tick() {
        for (int i = 0; i < from; i++) {
            if (rows.get(i) instanceof OutputRow.Head head && head.state().status() == StepState.Status.RUNNING) {
                set(i, head);
            }
        }
    }

    /// How many lines can be scrolled to, or could be if they did not pour in.
    long lines() {
        return over + Math.min(Output.KEPT, seen);
    }

    /// Shows what the running step has printed since the last look.
    ///
    /// @param following whether its end is looked at; else rows that are there stay
    /// @return whether there is anything new
    boolean grow(Output output, boolean following) {
        boolean other = output != live;
        if (other) {
            live = output;
            seen = 0;
            partly = false;
            replace(from, size(), List.of());
        }
        List<Output.Line> fresh;
        synchronized (output) {
            long all = output.lines();
            long more = all - seen;
            boolean room = size() - from + more <= Output.KEPT;
            if (more == 0 && !(partly && following) || !following && !room) {
                return other;
            }
            seen = all;
            if (following && more > FLOOD) {
                partly = true;
                fresh = output.tail(FLOOD);
            } else if (following && (partly || !room)) {
                partly = false;
                fresh = output.tail(Output.KEPT);
            } else {
                append(output.tail((int) more));
                return true;
            }
        }
        replace(from, size(), lines(fresh));
        return true;
    }

    /// Brings the lines that were left out while they poured in, without newer ones: somebody scrolls back.
    ///
    /// @return how many rows are there now before those that were
    int back() {
        Output output = live;
        if (output == null || !partly) {
            return 0;
        }
        partly = false;
        List<Output.Line> all;
        int newer;
        synchronized (output) {
            all = output.tail(Output.KEPT);
            newer = (int) Math.min(all.size(), output.lines() - seen);
        }
        int missing = Math.max(0, all.size() - newer - (size() - from));
        replace(from, from, lines(all.subList(0, missing)));
        return missing;
    }

    private void append(List<Output.Line> fresh) {
        replace(size(), size(), lines(fresh));
    }

    private static List<OutputRow> lines(List<Output.Line> lines) {
        return lines.stream().<OutputRow>map(OutputRow.Line::new).toList();
    }

    private void replace(int begin, int end, List<? extends OutputRow> with) {
        beginChange();
        if (end > begin) {
            List<OutputRow> gone = rows.subList(begin, end);
            List<OutputRow> removed = List.copyOf(gone);
            gone.clear();
            nextRemove(begin, removed);
        }
        if (!with.isEmpty()) {
            rows.addAll(begin, with);
            nextAdd(begin, begin + with.size());
        }
        endChange();
    }

    @Override
    public OutputRow get(int index) {
        return rows.get(index);
    }

    @Override
    public int size() {
        return rows.size();
    }

    @Override
    protected void doAdd(int index, OutputRow row) {
        rows.add(index, row);
    }

    @Override
    protected OutputRow doSet(int index, OutputRow row) {
        return rows.set(index, row);
    }

    @Override
    protected OutputRow doRemove(int index) {
        return rows.remove(index);
    }
}
