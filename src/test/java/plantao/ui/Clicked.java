package plantao.ui;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import javafx.application.Platform;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.image.WritableImage;
import plantao.desk.Board;
import plantao.desk.Previews;
import plantao.playbook.Outputs;
import plantao.ui.fx.Navigation;
import plantao.ui.fx.Screen;
import plantao.ui.fx.Theme;
import plantao.ui.fx.UiContext;
import plantao.ui.settings.CallingPanel;
import plantao.ui.settings.Preferences;

/// The board as it looks after some clicks.
public final class Clicked {
    private Clicked() {}

    /// Draws it.
    ///
    /// @param clicks selectors of buttons and tiles, clicked in this order
    public static WritableImage board(
            Board board,
            UiContext.Drafts drafts,
            Theme theme,
            Locale locale,
            int width,
            int height,
            List<String> clicks) {
        CompletableFuture<WritableImage> image = new CompletableFuture<>();
        Platform.runLater(() -> {
            UiContext desktop = new UiContext(
                    new SimpleObjectProperty<>(board),
                    _ -> {},
                    new Outputs(),
                    drafts,
                    Previews::of,
                    new Navigation(Screen.BOARD),
                    locale,
                    ZoneId.of("UTC"));
            Preferences none = new Preferences(theme, _ -> {}, _ -> {}, _ -> {}, () -> CallingPanel.NONE);
            Scene scene = new Scene(new Shell(desktop, none).root(), width, height);
            theme.applyTo(scene);
            lay(scene);
            for (String click : clicks) {
                Node node = scene.getRoot().lookup(click);
                if (node instanceof ButtonBase button) {
                    button.fire();
                } else if (node != null) {
                    node.getOnMouseClicked().handle(null);
                }
                lay(scene);
            }
            image.complete(scene.snapshot(null));
        });
        return image.join();
    }

    private static void lay(Scene scene) {
        scene.getRoot().applyCss();
        scene.getRoot().layout();
        scene.getRoot().layout();
    }
}
