package plantao.journal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The runs that were begun and not ended: each with all that was written down of it, in order.
record OpenRuns(Map<UUID, List<Entry>> open) {
    static final OpenRuns EMPTY = new OpenRuns(Map.of());

    OpenRuns next(Entry entry) {
        UUID run = run(entry.detail());
        if (run == null) {
            return this;
        }
        List<Entry> before = open.get(run);
        boolean begins = entry.detail() instanceof Detail.RunStarted;
        if (before == null && !begins) {
            return this;
        }
        Map<UUID, List<Entry>> next = new LinkedHashMap<>(open);
        if (entry.detail() instanceof Detail.RunEnded) {
            next.remove(run);
        } else {
            List<Entry> all = new ArrayList<>(before == null ? List.of() : before);
            all.add(entry);
            next.put(run, List.copyOf(all));
        }
        return new OpenRuns(next);
    }

    /// The run that an entry is of; null where it is of none.
    static @Nullable UUID run(Detail detail) {
        return switch (detail) {
            case Detail.RunStarted d -> d.run();
            case Detail.WayChosen d -> d.run();
            case Detail.ValueGiven d -> d.run();
            case Detail.StepBegun d -> d.run();
            case Detail.StepRan d -> d.run();
            case Detail.Rechecked d -> d.run();
            case Detail.StepDone d -> d.run();
            case Detail.StepSkipped d -> d.run();
            case Detail.SymptomMarked d -> d.run();
            case Detail.CauseMarked d -> d.run();
            case Detail.RunEnded d -> d.run();
            default -> null;
        };
    }
}
