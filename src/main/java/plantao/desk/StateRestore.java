package plantao.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import plantao.alert.Alert;
import plantao.journal.AlertMemory;

/// Alerts and services as the log knows them, after the console was started again: acknowledgements, latches, hold
/// times and outages go on.
final class StateRestore {
    /// A hold time goes on over a pause of at most this length (as Prometheus' `for` does: "outage tolerance").
    static final Duration TOLERANCE = Duration.ofHours(1);

    private StateRestore() {}

    /// Every system with what its entries say of its alerts and silences.
    static Board all(Board board, EventContext stamp) {
        Board next = board;
        for (SystemBoard system : board.systems()) {
            next = one(next, system.name(), stamp);
        }
        return next;
    }

    static Board one(Board board, String name, EventContext stamp) {
        // A practice stack is made anew: what fired in an earlier session is over, whether anybody saw it or not.
        boolean practised = board.practice().state() != PracticeBoard.State.OFF;
        Map<String, AlertMemory> known = practised ? Map.of() : board.journal().alerts(name);
        Map<String, Instant> down = down(board, name, stamp);
        Board restored = known.isEmpty() && down.isEmpty()
                ? board
                : board.with(
                        name,
                        s -> s.withAlerts(s.alerts().stream()
                                        .map(a -> restored(a, known.get(a.rule().id()), stamp.now()))
                                        .toList())
                                .withServices(s.services().stream()
                                        .map(t -> restored(t, down.get(t.name())))
                                        .toList()));
        return SilenceHandler.refreshed(restored, name, stamp);
    }

    /// The services of a system that this console last saw down, with since when; none in practice.
    static Map<String, Instant> down(Board board, String system, EventContext stamp) {
        return board.practice().state() == PracticeBoard.State.OFF
                ? board.journal().down(system, stamp.device())
                : Map.of();
    }

    private static ServiceTile restored(ServiceTile tile, @Nullable Instant fell) {
        return fell == null || tile.probe() == null
                ? tile
                : tile.with(tile.health().resumed(fell, tile.probe().failures()));
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
