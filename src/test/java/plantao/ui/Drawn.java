package plantao.ui;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.Scene;
import plantao.desk.Board;
import plantao.playbook.Outputs;
import plantao.ui.fx.Navigation;
import plantao.ui.fx.Screen;
import plantao.ui.fx.Theme;
import plantao.ui.fx.UiContext;
import plantao.ui.settings.CallingPanel;
import plantao.ui.settings.Preferences;
import plantao.values.ResolvedCommand;

/// Whole windows' contents that are laid out and not shown, to be measured. On JavaFX's thread, with the fonts
/// loaded.
final class Drawn {
    private static final ResolvedCommand NOTHING =
            new ResolvedCommand("", Map.of(), List.of(), List.of(), List.of(), null);

    private Drawn() {}

    static Scene scene(Board board, Screen screen, Theme theme, Locale locale, int width, int height) {
        UiContext desktop = new UiContext(
                new SimpleObjectProperty<>(board),
                _ -> {},
                new Outputs(),
                new NoDrafts(),
                (_, _) -> NOTHING,
                new Navigation(screen),
                locale,
                ZoneOffset.UTC);
        Preferences none = new Preferences(theme, _ -> {}, _ -> {}, _ -> {}, () -> CallingPanel.NONE);
        Scene scene = new Scene(new Shell(desktop, none).root(), width, height);
        theme.applyTo(scene);
        // What changes with the width is laid out in the pulse after.
        for (int pulse = 0; pulse < 3; pulse++) {
            scene.getRoot().applyCss();
            scene.getRoot().layout();
        }
        return scene;
    }

    /// Whether neither it nor what holds it is hidden.
    static boolean seen(Node node) {
        for (Node n = node; n != null; n = n.getParent()) {
            if (!n.isVisible()) {
                return false;
            }
        }
        return true;
    }
}
