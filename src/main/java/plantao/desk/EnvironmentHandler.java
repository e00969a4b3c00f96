package plantao.desk;

import java.util.List;
import plantao.journal.Detail;
import plantao.values.Target;

/// Which of a system's environments is on the board.
final class EnvironmentHandler {
    private EnvironmentHandler() {}

    /// Binds probes, gauges and alerts to another environment; what was read of the one before does not count for
    /// it. Runs stay bound to the environment they were begun in.
    static Outcome choose(Board board, Event.ChooseTarget e, EventContext stamp) {
        SystemBoard before = board.system(e.system()).orElse(null);
        if (before == null || before.target().id().equals(e.target())) {
            return Outcome.of(board);
        }
        Target wanted = before.targets().stream()
                .filter(t -> t.id().equals(e.target()))
                .findFirst()
                .orElse(null);
        if (wanted == null) {
            return Outcome.of(board);
        }
        SystemBoard after =
                SystemBoardFactory.carriedOver(before, SystemBoardFactory.bound(before, wanted, stamp.now()));
        return changed(board.with(e.system(), _ -> after), before, after, stamp)
                .then(b -> new Outcome(b, List.of(new Effect.Probe(after))));
    }

    /// The environment on the board is another one now.
    static Outcome changed(Board board, SystemBoard before, SystemBoard now, EventContext stamp) {
        return LogHandler.record(
                board,
                stamp,
                now.name(),
                now.target().id(),
                new Detail.EnvironmentChosen(
                        before.target().id(), now.target().id(), now.target().label()));
    }
}
