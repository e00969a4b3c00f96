package plantao.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/// Notices to the operator.
final class NoticeHandler {
    private static final int MOST = 5;

    private NoticeHandler() {}

    /// Tells something, once: the same text that still stands is not repeated.
    static Outcome tell(Board board, Board.Notice.Level level, String text, EventContext stamp) {
        List<Board.Notice> all = new ArrayList<>(board.notices());
        all.removeIf(n -> n.text().equals(text));
        all.addFirst(new Board.Notice(stamp.ids().get(), stamp.now(), level, text, null));
        return Outcome.of(board.withNotices(all.subList(0, Math.min(MOST, all.size()))));
    }

    /// Tells of a file that was written; an earlier one is not news any more.
    static Outcome written(Board board, String file, EventContext stamp) {
        List<Board.Notice> all = new ArrayList<>(board.notices());
        all.removeIf(n -> n.file() != null);
        String text = "Saved as " + file + ".";
        all.addFirst(new Board.Notice(stamp.ids().get(), stamp.now(), Board.Notice.Level.INFO, text, file));
        return Outcome.of(board.withNotices(all.subList(0, Math.min(MOST, all.size()))));
    }

    /// Opens the file that a notice tells of, or its folder, in the desktop's own program for it.
    static Outcome open(Board board, UUID id, boolean folder) {
        List<Effect> open = board.notices().stream()
                .filter(n -> n.id().equals(id))
                .map(Board.Notice::file)
                .filter(Objects::nonNull)
                .map(file -> folder ? file.substring(0, Math.max(1, file.lastIndexOf('/'))) : file)
                .<Effect>map(Effect.OpenAddress::new)
                .toList();
        return new Outcome(board, open);
    }

    static Outcome dismiss(Board board, UUID id) {
        return Outcome.of(board.withNotices(
                board.notices().stream().filter(n -> !n.id().equals(id)).toList()));
    }
}
