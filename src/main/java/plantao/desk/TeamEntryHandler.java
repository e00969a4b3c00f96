package plantao.desk;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import plantao.alert.Alert;
import plantao.journal.AlertMemory;
import plantao.journal.Detail;
import plantao.journal.Entry;

/// What other consoles of the team wrote comes onto this one's board.
final class TeamEntryHandler {
    private TeamEntryHandler() {}

    /// The entries take their places among those that are here; an alert that somebody looks after there is looked
    /// after here too, and what is kept quiet there is quiet here.
    static Outcome taken(Board board, List<Entry> entries, EventContext stamp) {
        Board next = board.withJournal(board.journal().merged(entries));
        Set<String> seen = new LinkedHashSet<>();
        Set<String> muted = new LinkedHashSet<>();
        for (Entry entry : entries) {
            switch (entry.detail()) {
                case Detail.AlertAcknowledged _ -> seen.add(entry.system());
                case Detail.Silenced _, Detail.SilenceLifted _ -> muted.add(entry.system());
                default -> {}
            }
        }
        for (String system : seen) {
            Map<String, AlertMemory> known = next.journal().alerts(system);
            next = next.with(
                    system,
                    s -> s.withAlerts(s.alerts().stream()
                            .map(a -> attended(a, known.get(a.rule().id())))
                            .toList()));
        }
        for (String system : muted) {
            next = SilenceHandler.refreshed(next, system, stamp);
        }
        return Outcome.of(next);
    }

    /// An alert as the team's log has it: looked after by whoever acknowledged it, wherever they sit. The log's
    /// order decides whether they meant this firing, not clocks, which differ.
    ///
    /// @param memory null when the log knows of nothing that waits
    static Alert attended(Alert alert, @Nullable AlertMemory memory) {
        return switch (alert.state()) {
            case Alert.State.Firing f
            when memory != null && memory.cleared() == null && memory.by() != null && memory.at() != null ->
                alert.acknowledged(memory.by(), memory.at(), memory.note());
            case Alert.State.Cleared _ when memory == null -> alert.dropped();
            default -> alert;
        };
    }
}
