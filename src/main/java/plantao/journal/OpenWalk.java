package plantao.journal;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A playbook that was opened and not ended.
///
/// @param step the title of the step that was dealt with last, at `at`; null when none was
public record OpenWalk(
        String title,
        Instant opened,
        @Nullable String step,
        @Nullable Instant at) {

    /// Those among these entries, in the order they were opened. Procedures are told as changes ([Change]).
    public static List<OpenWalk> of(List<Entry> entries) {
        Map<UUID, OpenWalk> open = new LinkedHashMap<>();
        for (Entry entry : entries) {
            switch (entry.detail()) {
                case Detail.RunStarted d
                when d.procedure() == null -> open.put(d.run(), new OpenWalk(d.title(), entry.at(), null, null));
                case Detail.StepRan d -> open.computeIfPresent(d.run(), (_, w) -> w.after(d.title(), entry.at()));
                case Detail.StepDone d -> open.computeIfPresent(d.run(), (_, w) -> w.after(d.title(), entry.at()));
                case Detail.StepSkipped d -> open.computeIfPresent(d.run(), (_, w) -> w.after(d.title(), entry.at()));
                case Detail.RunEnded d -> open.remove(d.run());
                default -> {}
            }
        }
        return List.copyOf(open.values());
    }

    private OpenWalk after(String title, Instant when) {
        return new OpenWalk(this.title, opened, title, when);
    }
}
