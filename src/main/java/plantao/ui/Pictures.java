package plantao.ui;

import java.util.concurrent.CompletableFuture;
import javafx.application.Platform;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import plantao.desk.Board;
import plantao.ui.fx.Fonts;
import plantao.ui.fx.Latest;
import plantao.ui.fx.Navigation;
import plantao.ui.fx.Preferences;
import plantao.ui.fx.Screen;
import plantao.ui.fx.Theme;

/// Draws the window without showing it. Needs a running toolkit: see [#startHeadless()].
public final class Pictures {
    private final Outside outside;
    private final Latest<Runnable> drawing = new Latest<>(Runnable::run);

    public Pictures(Outside outside) {
        this.outside = outside;
    }

    /// Starts JavaFX without a display, once in a process, and loads the fonts.
    public static void startHeadless() {
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        CompletableFuture<Void> ready = new CompletableFuture<>();
        Platform.startup(() -> {
            Platform.setImplicitExit(false);
            Fonts.load();
            ready.complete(null);
        });
        ready.join();
    }

    /// One screen of a board, `width` × `height` px, as a PNG; the first screen when no system is open. Not for the
    /// JavaFX thread: it waits for it. One call at a time.
    public synchronized byte[] png(Board board, Screen screen, Theme theme, Preferences preferences, int width, int height) {
        CompletableFuture<byte[]> picture = new CompletableFuture<>();
        drawing.accept(() -> picture.completeAsync(() -> draw(board, screen, theme, preferences, width, height), Runnable::run));
        return picture.join();
    }

    private byte[] draw(Board board, Screen screen, Theme theme, Preferences preferences, int width, int height) {
        Surface surface = new Surface(board, outside, new SimpleObjectProperty<>(preferences), new Navigation.Goal(screen, null));
        Scene scene = new Scene(surface.root(), width, height);
        theme.applyTo(scene);
        // what is laid out by the width it was given needs a second pass
        for (int pass = 0; pass < 2; pass++) {
            surface.root().applyCss();
            surface.root().layout();
        }
        return Png.of(scene.snapshot(null));
    }
}
