package plantao.journal;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import plantao.runbook.Risk;

/// A procedure that was walked: what somebody changed on purpose.
///
/// @param kind the procedure's kind (`deploy`, `rollback`, `backup`, …)
/// @param ended null while it goes on
/// @param ran how many commands' steps ran to a good end
/// @param failed how many steps did not end well and were not run well later
/// @param byHand how many were done by hand, the items of its checklists among them
/// @param left out: how many were skipped
public record Change(
        UUID run,
        String title,
        String kind,
        int line,
        String operator,
        Instant began,
        @Nullable Instant ended,
        int ran,
        int failed,
        int byHand,
        int left) {

    /// The changes among these entries, oldest first: procedures in which something was done. Looking is none.
    public static List<Change> of(List<Entry> entries) {
        Map<UUID, Walk> walks = new LinkedHashMap<>();
        for (Entry entry : entries) {
            if (entry.detail() instanceof Detail.RunStarted d
                    && d.procedure() != null
                    && !d.procedure().equals("monitoring")) {
                walks.put(d.run(), new Walk(entry, d));
            }
            walks.values().forEach(w -> w.next(entry));
        }
        return walks.values().stream().filter(w -> w.touched).map(Walk::change).toList();
    }

    private enum How {
        RAN,
        FAILED,
        BY_HAND,
        LEFT
    }

    /// A change while it is read. Lives only inside one call.
    private static final class Walk {
        private final Entry first;
        private final Detail.RunStarted started;
        private final Map<Integer, How> steps = new LinkedHashMap<>();
        private boolean touched;
        private @Nullable Instant ended;

        Walk(Entry first, Detail.RunStarted started) {
            this.first = first;
            this.started = started;
        }

        void next(Entry entry) {
            switch (entry.detail()) {
                case Detail.StepRan d when d.run().equals(started.run()) -> ran(d);
                case Detail.StepDone d
                when d.run().equals(started.run()) -> {
                    steps.put(d.step(), How.BY_HAND);
                    touched = true;
                }
                case Detail.StepSkipped d when d.run().equals(started.run()) -> steps.put(d.step(), How.LEFT);
                case Detail.RunEnded d when d.run().equals(started.run()) -> ended = entry.at();
                default -> {}
            }
        }

        private void ran(Detail.StepRan step) {
            boolean good = step.outcome().equals("exited") && Integer.valueOf(0).equals(step.exit());
            steps.put(step.step(), good ? How.RAN : How.FAILED);
            touched |= step.risk() != Risk.SAFE;
        }

        private int count(How how) {
            return (int) steps.values().stream().filter(how::equals).count();
        }

        Change change() {
            String kind = started.procedure();
            return new Change(
                    started.run(),
                    started.title(),
                    kind == null ? "other" : kind,
                    started.line(),
                    first.operator(),
                    first.at(),
                    ended,
                    count(How.RAN),
                    count(How.FAILED),
                    count(How.BY_HAND),
                    count(How.LEFT));
        }
    }
}
