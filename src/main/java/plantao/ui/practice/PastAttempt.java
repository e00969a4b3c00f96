package plantao.ui.practice;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import plantao.journal.Detail;
import plantao.journal.Entry;

/// A scenario that was practised and ended, as the log tells of it.
///
/// @param id of the entry it began with
/// @param title as the log has it
record PastAttempt(UUID id, String system, String title, ScenarioProgress progress) {

    private record Begun(Entry entry, Detail.ScenarioBegun detail, List<Entry> since) {}

    /// What was practised to its end, the last first.
    static List<PastAttempt> all(List<Entry> entries) {
        Map<String, Begun> going = new HashMap<>();
        List<PastAttempt> ended = new ArrayList<>();
        for (Entry entry : entries) {
            @Nullable Begun begun = going.get(entry.system());
            if (entry.detail() instanceof Detail.ScenarioBegun detail) {
                going.put(entry.system(), new Begun(entry, detail, new ArrayList<>()));
            } else if (begun != null) {
                begun.since().add(entry);
                if (entry.detail() instanceof Detail.ScenarioEnded) {
                    going.remove(entry.system());
                    ended.addFirst(scored(begun, entry.at()));
                }
            }
        }
        return ended;
    }

    private static PastAttempt scored(Begun begun, Instant until) {
        boolean alerted = begun.since().stream().anyMatch(e -> e.detail() instanceof Detail.AlertFired);
        return new PastAttempt(
                begun.entry().id(),
                begun.entry().system(),
                begun.detail().title(),
                ScenarioProgress.fold(begun.entry().at(), begun.since(), false, alerted, until));
    }
}
