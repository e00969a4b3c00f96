package plantao.desk;

import java.util.Optional;
import java.util.UUID;
import plantao.journal.Detail;
import plantao.journal.FollowUp;
import plantao.journal.FollowUpText;

/// What is to be done after incidents.
final class FollowUpHandler {
    private FollowUpHandler() {}

    static Outcome add(Board board, Event.AddFollowUp e, EventContext stamp) {
        FollowUpText typed = FollowUpText.of(e.typed());
        if (typed.text().isBlank()) {
            return Outcome.of(board);
        }
        UUID id = stamp.ids().get();
        return LogHandler.record(
                board,
                stamp,
                e.system(),
                id.toString(),
                new Detail.FollowUpAdded(id, e.incident(), typed.text(), typed.owner(), typed.due()));
    }

    static Outcome tick(Board board, Event.TickFollowUp e, EventContext stamp) {
        return find(board, e.system(), e.key())
                .filter(f -> f.open() == e.done())
                .map(f -> LogHandler.record(
                        board, stamp, e.system(), f.key(), new Detail.FollowUpDone(f.key(), f.text(), e.done())))
                .orElseGet(() -> Outcome.of(board));
    }

    static Outcome give(Board board, Event.GiveFollowUp e, EventContext stamp) {
        FollowUpText typed = FollowUpText.of(e.typed());
        String owner = typed.owner().isEmpty() ? typed.text() : typed.owner();
        return find(board, e.system(), e.key())
                .map(f -> LogHandler.record(
                        board,
                        stamp,
                        e.system(),
                        f.key(),
                        new Detail.FollowUpGiven(f.key(), f.text(), owner, typed.due())))
                .orElseGet(() -> Outcome.of(board));
    }

    private static Optional<FollowUp> find(Board board, String system, String key) {
        return board.journal().followUps(system).stream()
                .filter(f -> f.key().equals(key))
                .findFirst();
    }
}
