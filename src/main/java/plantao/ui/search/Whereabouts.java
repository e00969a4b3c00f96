package plantao.ui.search;

import java.util.UUID;
import plantao.desk.Board;
import plantao.desk.Event;
import plantao.journal.Detail;
import plantao.journal.Entry;
import plantao.journal.Incident;
import plantao.ui.fx.Desktop;
import plantao.ui.fx.Screen;

/// Where on the screens an entry is to be seen in what it belongs to.
final class Whereabouts {
    private Whereabouts() {}

    /// Goes there. @return false when it stands for itself
    static boolean go(Desktop desktop, Entry entry) {
        Board board = desktop.now();
        if (board.system(entry.system()).isEmpty()) {
            return false;
        }
        UUID handoff = handoff(entry);
        Incident incident = board.journal().incidents().reversed().stream()
                .filter(i -> i.system().equals(entry.system()) && within(i, entry))
                .findFirst()
                .orElse(null);
        if (handoff == null && incident == null) {
            return false;
        }
        desktop.send(new Event.SelectSystem(entry.system()));
        if (handoff != null) {
            desktop.navigation().go(Screen.HANDOFFS, handoff);
        } else {
            desktop.navigation().go(Screen.INCIDENTS, incident.id());
        }
        return true;
    }

    private static @org.jspecify.annotations.Nullable UUID handoff(Entry entry) {
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
