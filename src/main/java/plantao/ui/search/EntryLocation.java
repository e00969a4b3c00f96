package plantao.ui.search;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import plantao.desk.Board;
import plantao.desk.Event;
import plantao.journal.Detail;
import plantao.journal.Entry;
import plantao.journal.Incident;
import plantao.ui.fx.Screen;
import plantao.ui.fx.UiContext;

/// Where on the screens an entry is to be seen in what it belongs to.
final class EntryLocation {
    private EntryLocation() {}

    /// Goes there.
    ///
    /// @return false when it stands for itself
    static boolean go(UiContext desktop, Entry entry) {
        Board board = desktop.now();
        if (board.system(entry.system()).isEmpty()) {
            return false;
        }
        @Nullable UUID handoff = handoff(entry);
        @Nullable
        Incident incident = board.journal().incidents().reversed().stream()
                .filter(i -> i.system().equals(entry.system()) && within(i, entry))
                .findFirst()
                .orElse(null);
        if (handoff != null) {
            go(desktop, entry, Screen.HANDOFFS, handoff);
        } else if (incident != null) {
            go(desktop, entry, Screen.INCIDENTS, incident.id());
        } else {
            return false;
        }
        return true;
    }

    private static void go(UiContext desktop, Entry entry, Screen screen, UUID chosen) {
        desktop.send(new Event.SelectSystem(entry.system()));
        desktop.navigation().go(screen, chosen);
    }

    private static @Nullable UUID handoff(Entry entry) {
        return switch (entry.detail()) {
            case Detail.HandoffWritten d -> d.handoff();
            case Detail.HandoffAccepted d -> d.handoff();
            case Detail.HandoffRemarked d -> d.handoff();
            default -> null;
        };
    }

    private static boolean within(Incident incident, Entry entry) {
        return !entry.at().isBefore(incident.began())
                && (incident.closed() == null || !entry.at().isAfter(incident.closed()));
    }
}
