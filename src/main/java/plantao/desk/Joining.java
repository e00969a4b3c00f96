package plantao.desk;

import java.time.Instant;
import java.util.List;
import plantao.alert.Alert;
import plantao.journal.Detail;
import plantao.journal.Entry;

/// What other consoles of the team wrote comes onto this one's board.
final class Joining {
    private Joining() {}

    /// The entries take their places among those that are here; an alert that somebody looks after there is looked
    /// after here too.
    static Outcome taken(Board board, List<Entry> entries, Stamp stamp) {
        Board next = board.withJournal(board.journal().merged(entries));
        for (Entry entry : entries) {
            if (entry.detail() instanceof Detail.AlertAcknowledged seen) {
                next = next.with(entry.system(), s -> acknowledged(s, seen, entry, stamp));
            }
        }
        return Outcome.of(next);
    }

    private static SystemBoard acknowledged(
            SystemBoard system, Detail.AlertAcknowledged seen, Entry entry, Stamp stamp) {
        return system.withAlerts(system.alerts().stream()
                .map(a -> a.rule().id().equals(seen.alert()) && before(a, entry)
                        ? a.acknowledged(entry.operator(), stamp.now())
                        : a)
                .toList());
    }

    /// Whether the alert was there when they saw to it: an old entry says nothing of what fires now.
    private static boolean before(Alert alert, Entry entry) {
        Instant since = alert.since();
        return since != null && !entry.at().isBefore(since);
    }
}
