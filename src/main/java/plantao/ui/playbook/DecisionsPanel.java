package plantao.ui.playbook;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import plantao.desk.RunReferences;
import plantao.desk.SystemBoard;
import plantao.playbook.Run;
import plantao.runbook.Decision;
import plantao.ui.fx.Fonts;
import plantao.ui.fx.Texts;
import plantao.ui.fx.UiContext;

/// The runbook's rules that decide what to do: under each action the conditions that ask for it.
final class DecisionsPanel extends VBox {
    private final Texts texts;
    private @Nullable UUID shown;

    DecisionsPanel(UiContext desktop) {
        this.texts = desktop.texts(DecisionsPanel.class);
        setSpacing(16);
    }

    void show(SystemBoard system, Run run) {
        if (run.id().equals(shown)) {
            return;
        }
        shown = run.id();
        List<Decision> decisions = RunReferences.deciding(system.runbook(), run);
        getChildren().setAll(decisions.stream().map(this::panel).toList());
        PlaybookNodes.show(this, !decisions.isEmpty());
    }

    private VBox panel(Decision decision) {
        HBox header = new HBox(
                new FontIcon("fth-git-merge"),
                PlaybookNodes.grow(PlaybookNodes.label(Fonts.drawable(decision.title()), "t-name")));
        header.getStyleClass().add("panel-header");
        Tooltip.install(
                header,
                new Tooltip(texts.get("line", String.valueOf(decision.origin().line()))));
        Map<String, VBox> actions = new LinkedHashMap<>();
        VBox body = new VBox(12);
        body.setPadding(new Insets(10, 16, 12, 16));
        for (Decision.Rule rule : decision.rules()) {
            VBox list = actions.computeIfAbsent(rule.action(), action -> {
                String words = action.strip().replaceFirst("[,;:]$", "");
                VBox group = new VBox(4, PlaybookNodes.label(Fonts.drawable(words) + ":", "t-state"));
                body.getChildren().add(group);
                return group;
            });
            HBox row = new HBox(
                    8,
                    new FontIcon("fth-chevron-right"),
                    PlaybookNodes.grow(PlaybookNodes.label(Fonts.drawable(rule.condition()), "t-body")));
            row.setAlignment(Pos.TOP_LEFT);
            list.getChildren().add(row);
        }
        VBox panel = new VBox(header, body);
        panel.getStyleClass().add("panel");
        return panel;
    }
}
