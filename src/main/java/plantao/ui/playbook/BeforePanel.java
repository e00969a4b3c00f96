package plantao.ui.playbook;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import plantao.desk.Board;
import plantao.journal.Incident;
import plantao.journal.SeenBefore;
import plantao.playbook.Run;
import plantao.ui.fx.Desktop;
import plantao.ui.fx.Nodes;
import plantao.ui.incident.SeenPanel;

/// Beside a playbook: earlier incidents like the one it is walked for, and what worked.
final class BeforePanel extends VBox {
    private static final int MOST = 3;

    private final SeenPanel seen;
    private @Nullable UUID shown;
    private int size = -1;

    BeforePanel(Desktop desktop) {
        seen = new SeenPanel(desktop);
        getChildren().setAll(SeenPanel.titled(desktop.texts(BeforePanel.class).get("seen.title"), seen));
        Nodes.show(this, false);
    }

    void show(Run run, Board board) {
        int now = board.journal().entries().size();
        if (now == size && run.id().equals(shown)) {
            return;
        }
        size = now;
        shown = run.id();
        List<SeenBefore> all = SeenBefore.of(board.journal().incidents(), subject(run, board));
        List<SeenBefore> few = all.stream()
                .filter(s -> s.why().stream().anyMatch(w -> w.kind() != SeenBefore.Kind.SERVICE))
                .limit(MOST)
                .toList();
        seen.show(few);
        Nodes.show(this, !few.isEmpty());
    }

    /// The incident it is walked for, else the playbook alone.
    private static SeenBefore.Subject subject(Run run, Board board) {
        Incident open = board.journal().openIncident(board.selected()).orElse(null);
        if (open == null) {
            return SeenBefore.Subject.of(board.selected(), run.title(), run.started());
        }
        SeenBefore.Subject s = SeenBefore.Subject.of(open);
        Instant began = open.began();
        return new SeenBefore.Subject(
                s.system(), s.self(), s.alert(), Set.of(run.title()), s.services(), s.causes(), began);
    }
}
