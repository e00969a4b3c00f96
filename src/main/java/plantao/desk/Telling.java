package plantao.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// Notices to the operator.
final class Telling {
    private static final int MOST = 5;

    private Telling() {}

    /// Tells something, once: the same text that still stands is not repeated.
    static Outcome tell(Board board, Board.Notice.Level level, String text, Stamp stamp) {
        List<Board.Notice> all = new ArrayList<>(board.notices());
        all.removeIf(n -> n.text().equals(text));
        all.addFirst(new Board.Notice(stamp.ids().get(), stamp.now(), level, text));
        return Outcome.of(board.withNotices(all.subList(0, Math.min(MOST, all.size()))));
    }

    static Outcome dismiss(Board board, UUID id) {
        return Outcome.of(board.withNotices(
                board.notices().stream().filter(n -> !n.id().equals(id)).toList()));
    }
}
