package plantao.ui.playbook;

import java.util.List;
import java.util.Set;
import javafx.geometry.Insets;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import plantao.desk.Preflight;
import plantao.desk.SystemBoard;
import plantao.runbook.Runbook;
import plantao.ui.fx.Fonts;
import plantao.ui.fx.Latest;
import plantao.ui.fx.Texts;
import plantao.ui.fx.UiContext;
import plantao.values.Target;

/// What anything in the runbook would lack in this shift's environment, with what to install; away when there is
/// nothing. It is looked for in the background, once for each version and environment.
public final class ShiftPreflight extends VBox {
    private static final double HIGHEST = 260;

    private final UiContext desktop;
    private final Texts texts;
    private final VBox body = new VBox(10);
    private final Label count = PlaybookNodes.word("", "t-muted");
    private final Latest<List<Preflight.Missing>> found = new Latest<>(this::draw);
    private @Nullable Runbook looked;
    private @Nullable Target target;

    public ShiftPreflight(UiContext desktop) {
        this.desktop = desktop;
        this.texts = desktop.texts(ShiftPreflight.class);
        setId("shift-preflight");
        getStyleClass().add("panel");
        setMinHeight(USE_PREF_SIZE);
        HBox header = new HBox(new FontIcon("fth-tool"), PlaybookNodes.word(texts.get("lack.shift"), "t-name"), count);
        header.getStyleClass().add("panel-header");
        body.setPadding(new Insets(10, 16, 12, 16));
        FittingScroll scroll = new FittingScroll(body, 0);
        scroll.setMaxHeight(HIGHEST);
        scroll.setFocusTraversable(false);
        getChildren().setAll(header, scroll);
        PlaybookNodes.show(this, false);
    }

    /// Looks again when the runbook or the environment is another one.
    public void show(SystemBoard system) {
        Set<String> programs = desktop.outputs().tools().here().orElse(Set.of());
        boolean same = system.runbook() == looked && system.target().equals(target);
        if (programs.isEmpty() || same) {
            return;
        }
        looked = system.runbook();
        target = system.target();
        Thread.ofPlatform().daemon().name("preflight").start(() -> found.accept(Preflight.of(system, programs)));
    }

    private void draw(List<Preflight.Missing> all) {
        PlaybookNodes.show(this, !all.isEmpty());
        count.setText(texts.get("lack.count", all.size()));
        body.getChildren().setAll(all.stream().map(this::row).toList());
    }

    private HBox row(Preflight.Missing missing) {
        String first = Fonts.drawable(missing.titles().getFirst());
        int more = missing.titles().size() - 1;
        return PreflightPanel.row(
                PreflightPanel.words(missing.kind(), missing.name(), texts),
                more == 0 ? first : texts.get("lack.titles", first, more));
    }
}
