package plantao.ui.incident;

import java.util.List;
import java.util.UUID;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import plantao.journal.Entry;
import plantao.journal.Incident;
import plantao.journal.Repeats;
import plantao.ui.fx.Figures;
import plantao.ui.fx.RowSync;
import plantao.ui.fx.Texts;

/// An incident's entries as they come; stays at the end while one looks at the end.
final class Timeline {
    private final Texts texts;
    private final TimelineWords telling;
    private final ScrollPane scroll;
    private final Label count;
    private final Button which;
    private final RowSync<Entry, TimelineRow> rows;
    private boolean all;
    private boolean live;
    private boolean atEnd;
    private @Nullable List<Entry> drawn;
    private @Nullable UUID incident;

    Timeline(Texts texts, Figures figures, VBox box, ScrollPane scroll, Label count, Button which) {
        this.texts = texts;
        this.telling = new TimelineWords(texts, figures);
        this.scroll = scroll;
        this.count = count;
        this.which = which;
        rows = new RowSync<>(
                box.getChildren(), Entry::id, e -> new TimelineRow(e, telling.of(e), figures), (_, _) -> {});
        which.setOnAction(_ -> {
            all = !all;
            draw();
        });
        // Asked before the scroll pane keeps its place, as it does when its content grows; followed after that.
        box.layoutBoundsProperty().addListener((_, _, _) -> atEnd = scroll.getVvalue() > 0.98);
        box.heightProperty().addListener((_, before, after) -> follow(before.doubleValue(), after.doubleValue()));
    }

    void show(Incident i) {
        if (i.timeline() != drawn) {
            boolean other = !i.id().equals(incident);
            incident = i.id();
            live = i.resolved() == null;
            drawn = i.timeline();
            draw();
            if (other) {
                scroll.setVvalue(live ? 1 : 0);
            }
        }
    }

    private void draw() {
        List<Entry> entries = drawn == null ? List.of() : drawn;
        List<Entry> shown = all
                ? entries
                : Repeats.without(entries).stream()
                        .filter(e -> telling.of(e).key())
                        .toList();
        rows.show(shown);
        count.setText(texts.get("timeline.count", String.valueOf(shown.size()), String.valueOf(entries.size())));
        which.setText(texts.get(all ? "timeline.key" : "timeline.all"));
        which.setVisible(all || shown.size() < entries.size());
    }

    /// Keeps the end in sight when the list grows while its end was in sight.
    private void follow(double before, double after) {
        double view = scroll.getViewportBounds().getHeight();
        boolean first = before <= view;
        if (after > before && after > view && (first || atEnd)) {
            scroll.setVvalue(first && !live ? 0 : 1);
        }
    }
}
