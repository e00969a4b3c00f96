package plantao.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import plantao.alert.Alert;
import plantao.journal.AlertMemory;

/// Alerts as the log knows them, after the console was started again: acknowledgements, latches and hold times go
/// on.
final class Restoring {
    /// A hold time goes on over a pause of at most this length (as Prometheus' `for` does: "outage tolerance").
    static final Duration TOLERANCE = Duration.ofHours(1);

    private Restoring() {}

    /// Every system with what its entries say of its alerts and silences.
    static Board all(Board board, Stamp stamp) {
        Board next = board;
        for (SystemBoard system : board.systems()) {
            next = one(next, system.name(), stamp);
        }
        return next;
    }

    static Board one(Board board, String name, Stamp stamp) {
        // A practice stack is made anew: what fired in an earlier session is over, whether anybody saw it or not.
        boolean practised = board.practice().state() != PracticeBoard.State.OFF;
        Map<String, AlertMemory> known = practised ? Map.of() : board.journal().alerts(name);
        Board restored = known.isEmpty()
                ? board
                : board.with(
                        name,
                        s -> s.withAlerts(s.alerts().stream()
                                .map(a -> restored(a, known.get(a.rule().id()), stamp.now()))
                                .toList()));
        return Muting.refreshed(restored, name, stamp);
    }

    static Alert restored(Alert alert, @Nullable AlertMemory memory, Instant now) {
        if (memory == null) {
            return alert;
        }
        Instant since = memory.since();
        Instant fired = memory.fired();
        if (fired == null) {
            boolean recent =
                    Duration.between(since, now).compareTo(alert.rule().hold().plus(TOLERANCE)) < 0;
            return recent ? alert.restored(new Alert.State.Pending(since)) : alert;
        }
        if (memory.cleared() != null) {
            return alert.restored(new Alert.State.Cleared(since, fired, memory.cleared()));
        }
        return alert.restored(
                memory.by() == null || memory.at() == null
                        ? new Alert.State.Firing(since, fired)
                        : new Alert.State.Acknowledged(since, fired, memory.by(), memory.at(), memory.note()));
    }
}
