package plantao.ui.playbook;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import plantao.desk.Board;
import plantao.journal.Incident;
import plantao.journal.SimilarIncident;
import plantao.playbook.Run;
import plantao.ui.fx.Nodes;
import plantao.ui.fx.UiContext;
import plantao.ui.incident.SeenPanel;

/// Beside a playbook: earlier incidents like the one it is walked for, and what worked.
final class BeforePanel extends VBox {
    private static final int MOST = 3;

    private final SeenPanel seen;
    private @Nullable UUID shown;
    private int size = -1;

    BeforePanel(UiContext desktop) {
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
        List<SimilarIncident> all = SimilarIncident.of(board.journal().incidents(), subject(run, board));
        List<SimilarIncident> few = all.stream()
                .filter(s -> s.why().stream().anyMatch(w -> w.kind() != SimilarIncident.Kind.SERVICE))
                .limit(MOST)
                .toList();
        seen.show(few);
        Nodes.show(this, !few.isEmpty());
    }

    /// The incident it is walked for, else the playbook alone.
    private static SimilarIncident.Subject subject(Run run, Board board) {
        Incident open = board.journal().openIncident(board.selected()).orElse(null);
        if (open == null) {
            return SimilarIncident.Subject.of(board.selected(), run.title(), run.started());
        }
        SimilarIncident.Subject s = SimilarIncident.Subject.of(open);
        Instant began = open.began();
        return new SimilarIncident.Subject(
                s.system(), s.self(), s.alert(), Set.of(run.title()), s.services(), s.causes(), began);
    }
}
