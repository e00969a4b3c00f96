package plantao.ui.handoff;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import plantao.desk.Board;
import plantao.journal.Handoff;
import plantao.journal.Shift;

/// What lies on the screen: the draft of the shift going on, or a handoff that was written.
sealed interface HandoffPage {
    UUID id();

    /// The shift goes on; its handoff is still being written.
    record Draft(UUID id, String from, Instant started, int entries) implements HandoffPage {}

    /// Written, and accepted or not.
    record Written(Handoff handoff) implements HandoffPage {
        @Override
        public UUID id() {
            return handoff.id();
        }

        boolean waits() {
            return handoff.accepted() == null;
        }
    }

    /// All of a system: the draft first, then the newest.
    static List<HandoffPage> all(Board board) {
        List<HandoffPage> all = new ArrayList<>();
        board.shift().map(HandoffPage::draft).ifPresent(all::add);
        board.journal().handoffs().reversed().stream()
                .filter(h -> h.system().equals(board.selected()))
                .map(Written::new)
                .forEach(all::add);
        return List.copyOf(all);
    }

    private static Draft draft(Shift s) {
        return new Draft(s.id(), s.operator(), s.started(), s.entries().size());
    }

    /// The wanted one; else the one that waits to be accepted while nobody is on call, else the first.
    static @Nullable HandoffPage chosen(List<HandoffPage> all, @Nullable UUID wanted) {
        Optional<HandoffPage> found =
                all.stream().filter(p -> p.id().equals(wanted)).findFirst();
        return found.orElse(all.isEmpty() ? null : all.getFirst());
    }
}
