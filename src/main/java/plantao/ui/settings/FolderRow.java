package plantao.ui.settings;

import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import plantao.desk.SystemBoard;
import plantao.runbook.Runbook;
import plantao.ui.fx.Fonts;
import plantao.ui.fx.Texts;

/// An opened runbook: where it lies, what was understood of it, whether it may run.
final class FolderRow extends HBox {
    private final Texts texts;
    private final Label name = new Label();
    private final Label source = new Label();
    private final Label about = new Label();
    private final Label trust = new Label();

    FolderRow(Texts texts) {
        this.texts = texts;
        getStyleClass().add("list-row");
        name.getStyleClass().add("t-name");
        source.getStyleClass().add("t-mono");
        source.setWrapText(true);
        about.getStyleClass().add("t-muted");
        about.setWrapText(true);
        trust.getStyleClass().add("chip");
        VBox words = new VBox(2, name, source, about);
        words.setPadding(new javafx.geometry.Insets(8, 0, 8, 0));
        HBox.setHgrow(words, Priority.ALWAYS);
        getChildren().addAll(words, trust);
    }

    void show(SystemBoard system) {
        Runbook runbook = system.runbook();
        name.setText(Fonts.drawable(system.name()));
        source.setText(runbook.source());
        about.setText(Fonts.drawable(runbook.title())
                + " · " + texts.get("folders.services", runbook.services().size())
                + " · " + texts.get("folders.playbooks", runbook.playbooks().size())
                + " · " + texts.get("folders.problems", runbook.problems().size()));
        boolean full = system.trust().full();
        trust.getStyleClass().setAll("label", "chip", full ? "muted" : "warning");
        trust.setText(
                full
                        ? texts.get("folders.reading")
                        : texts.get("folders.waiting", system.trust().waiting().size()));
    }
}
