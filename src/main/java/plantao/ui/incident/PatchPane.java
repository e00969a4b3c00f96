package plantao.ui.incident;

import java.util.UUID;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import plantao.desk.Board;
import plantao.desk.Drafts;
import plantao.desk.Event;
import plantao.export.RunbookPatch;
import plantao.journal.Incident;
import plantao.ui.fx.Copy;
import plantao.ui.fx.Fonts;
import plantao.ui.fx.Nodes;
import plantao.ui.fx.Texts;
import plantao.ui.fx.UiContext;

/// What the incident taught about the runbook: a diff to take to the team. The runbook itself is never written.
final class PatchPane extends VBox {
    private final UiContext desktop;
    private final Texts texts;
    private final TextFlow flow = new TextFlow();
    private final Label about = new Label();
    private final HBox actions;
    private RunbookPatch patch = new RunbookPatch("", 0);
    private @Nullable UUID shown;
    private int told = -1;

    PatchPane(UiContext desktop, Texts texts) {
        this.desktop = desktop;
        this.texts = texts;
        Button copy = new Button(texts.get("patch.copy"), new FontIcon("fth-copy"));
        copy.setId("patch-copy");
        copy.setOnAction(_ -> {
            Copy.text(patch.diff());
            about.setText(texts.get("copied"));
        });
        Button save = new Button(texts.get("patch.save"), new FontIcon("fth-download"));
        save.setId("patch-save");
        save.setOnAction(_ -> save());
        actions = new HBox(8, copy, save);
        actions.setMinWidth(USE_PREF_SIZE);
        about.getStyleClass().add("t-muted");
        about.setWrapText(true);
        about.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(about, Priority.ALWAYS);
        HBox head = new HBox(8, about, actions);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("message-head");
        flow.getStyleClass().add("message-paper");
        ScrollPane scroll = new ScrollPane(flow);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(head, scroll);
        setId("patch");
    }

    private void save() {
        if (shown != null) {
            desktop.now()
                    .journal()
                    .incident(shown)
                    .ifPresent(i -> desktop.send(new Event.ExportFile(
                            i.system(), "patch", "incident-" + i.number() + "-runbook.patch", patch.diff())));
        }
    }

    /// @return how many places the diff changes
    int show(Incident i, Board board) {
        if (!i.id().equals(shown) || told != i.timeline().size()) {
            shown = i.id();
            told = i.timeline().size();
            RunbookPatch now = Drafts.patch(board, i, desktop.locale());
            if (!now.equals(patch) || about.getText().isEmpty()) {
                patch = now;
                draw();
            }
        }
        return patch.changes();
    }

    private void draw() {
        about.setText(texts.get(patch.changes() == 0 ? "patch.none" : "patch.about"));
        Nodes.show(actions, patch.changes() > 0);
        flow.getChildren().clear();
        patch.diff().lines().forEach(line -> {
            Text text = new Text(Fonts.drawable(line) + "\n");
            boolean head = line.startsWith("+++") || line.startsWith("---") || line.startsWith("@@");
            text.getStyleClass()
                    .addAll("t-mono", head ? "patch-head" : line.startsWith("+") ? "patch-new" : "patch-old");
            flow.getChildren().add(text);
        });
    }
}
