package plantao.ui.playbook;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import plantao.desk.Preflight;
import plantao.playbook.Run;
import plantao.playbook.ShellTools;
import plantao.ui.fx.Texts;
import plantao.ui.fx.UiContext;

/// What the steps ahead will need and do not have; away when there is nothing.
final class PreflightPanel extends VBox {
    private final UiContext desktop;
    private final Texts texts;
    private final VBox body = new VBox(10);
    private @Nullable List<Preflight.Lack> shown;
    private @Nullable Run looked;

    PreflightPanel(UiContext desktop) {
        this.desktop = desktop;
        this.texts = desktop.texts(PreflightPanel.class);
        setId("preflight");
        getStyleClass().add("panel");
        HBox header = new HBox(new FontIcon("fth-tool"), PlaybookNodes.word(texts.get("lack"), "t-name"));
        header.getStyleClass().add("panel-header");
        body.setPadding(new Insets(10, 16, 12, 16));
        getChildren().setAll(header, body);
        PlaybookNodes.show(this, false);
    }

    void show(Run run) {
        Set<String> programs = desktop.outputs().tools().here().orElse(Set.of());
        if (programs.isEmpty() || !run.open()) {
            PlaybookNodes.show(this, false);
            looked = null;
            return;
        }
        if (run.equals(looked)) {
            return;
        }
        looked = run;
        List<Preflight.Lack> lacks = Preflight.of(run, programs);
        PlaybookNodes.show(this, !lacks.isEmpty());
        if (!lacks.equals(shown)) {
            shown = lacks;
            body.getChildren().setAll(lacks.stream().map(this::row).toList());
        }
    }

    /// What is missing and what to do about it.
    static String words(Preflight.Kind kind, String name, Texts texts) {
        return switch (kind) {
            case PROGRAM ->
                ShellTools.bringing(name)
                        .map(p -> texts.get("lack.program", name, p))
                        .orElseGet(() -> texts.get("lack.own", name));
            case COMPOSE -> texts.get("lack.compose");
            case VARIABLE -> texts.get("lack.variable", name);
            case CONNECTION -> texts.get("lack.connection", name);
        };
    }

    private HBox row(Preflight.Lack lack) {
        String steps = lack.steps().stream().map(i -> String.valueOf(i + 1)).collect(Collectors.joining(", "));
        String key = lack.steps().size() == 1 ? "lack.step" : "lack.steps";
        return row(words(lack.kind(), lack.name(), texts), texts.get(key, steps));
    }

    static HBox row(String text, String where) {
        VBox words = new VBox(2, PlaybookNodes.label(text, "t-body"), PlaybookNodes.label(where, "t-muted"));
        HBox row = new HBox(8, new FontIcon("fth-alert-circle"), PlaybookNodes.grow(words));
        row.setAlignment(Pos.TOP_LEFT);
        return row;
    }
}
