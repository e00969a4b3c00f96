package plantao.desk;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import plantao.alert.Truth;
import plantao.journal.Detail;
import plantao.journal.ItemKey;
import plantao.journal.Shift;
import plantao.runbook.Origin;

/// What is done about the items of checklists and about scheduled work.
final class ChecklistHandler {
    private ChecklistHandler() {}

    /// Makes the entry's detail.
    private interface Said {
        Detail of(UUID shift, int line);
    }

    static Outcome tick(Board board, Event.TickItem e, EventContext stamp) {
        return say(
                board,
                e.system(),
                e.item(),
                stamp,
                (shift, line) -> new Detail.ItemTicked(
                        shift,
                        e.item().checklist(),
                        e.item().item(),
                        line,
                        e.evidence(),
                        otherwise(board, e.system(), e.item(), false)));
    }

    static Outcome untick(Board board, Event.UntickItem e, EventContext stamp) {
        boolean touched =
                board.journal().items(e.system()).stream().anyMatch(i -> i.key().equals(e.item()))
                        || otherwise(board, e.system(), e.item(), true) != null;
        return touched
                ? say(
                        board,
                        e.system(),
                        e.item(),
                        stamp,
                        (shift, line) -> new Detail.ItemUnticked(
                                shift,
                                e.item().checklist(),
                                e.item().item(),
                                line,
                                otherwise(board, e.system(), e.item(), true)))
                : Outcome.of(board);
    }

    static Outcome skip(Board board, Event.SkipItem e, EventContext stamp) {
        return say(
                board,
                e.system(),
                e.item(),
                stamp,
                (shift, line) -> new Detail.ItemSkipped(
                        shift,
                        e.item().checklist(),
                        e.item().item(),
                        line,
                        e.reason().strip()));
    }

    static Outcome defer(Board board, Event.DeferItem e, EventContext stamp) {
        return say(
                board,
                e.system(),
                e.item(),
                stamp,
                (shift, line) -> new Detail.ItemDeferred(
                        shift,
                        e.item().checklist(),
                        e.item().item(),
                        line,
                        e.reason().strip(),
                        e.until()));
    }

    static Outcome note(Board board, Event.NoteItem e, EventContext stamp) {
        return e.text().isBlank()
                ? Outcome.of(board)
                : say(
                        board,
                        e.system(),
                        e.item(),
                        stamp,
                        (shift, line) -> new Detail.ItemNoted(
                                shift,
                                e.item().checklist(),
                                e.item().item(),
                                line,
                                e.text().strip()));
    }

    static Outcome assign(Board board, Event.AssignItem e, EventContext stamp) {
        return say(
                board,
                e.system(),
                e.item(),
                stamp,
                (shift, line) -> new Detail.ItemAssigned(
                        shift,
                        e.item().checklist(),
                        e.item().item(),
                        line,
                        e.owner().strip()));
    }

    /// What the board says of an item when an operator says otherwise; null when it says nothing else.
    private static @Nullable String otherwise(Board board, String system, ItemKey item, boolean holds) {
        ClosedLoop.Said said = ClosedLoop.of(board, system, item);
        return said == null || (said.truth() == Truth.HOLDS) != holds ? null : said.words();
    }

    /// Nothing requires ceremony: what is done without a shift starts one. An item the runbook no longer has can
    /// still be settled when the log knows it: a deferred one must not stay open for ever.
    private static Outcome say(Board board, String system, ItemKey item, EventContext stamp, Said said) {
        @Nullable Integer line = line(board, system, item);
        if (line == null) {
            return Outcome.of(board);
        }
        Optional<Shift> current = board.journal().currentShift(system);
        if (current.isEmpty()) {
            return ShiftHandler.start(board, new Event.StartShift(system, board.operator()), stamp)
                    .then(b -> say(b, system, item, stamp, said));
        }
        UUID shift = current.get().id();
        return LogHandler.record(board, stamp, system, shift.toString(), said.of(shift, line));
    }

    private static @Nullable Integer line(Board board, String system, ItemKey item) {
        Origin origin = board.system(system)
                .map(s -> ItemKey.all(s.runbook()).get(item))
                .orElse(null);
        if (origin != null) {
            return origin.line();
        }
        return board.journal().items(system).stream()
                .filter(i -> i.key().equals(item))
                .findFirst()
                .map(i -> i.line())
                .orElse(null);
    }
}
