package plantao.ui;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;
import plantao.desk.Board;
import plantao.playbook.Outputs;
import plantao.ui.fx.Latest;
import plantao.ui.fx.Navigation;
import plantao.ui.fx.Screen;
import plantao.ui.fx.Theme;
import plantao.ui.fx.UiContext;
import plantao.ui.handoff.HandoffsView;
import plantao.ui.settings.CallingPanel;
import plantao.ui.settings.Preferences;

/// Draws screens as pictures, off-screen. JavaFX must have been started.
public final class Pictures {
    private final Outputs outputs;
    private final UiContext.Drafts drafts;
    private final UiContext.Preview preview;
    private final Latest<Runnable> painter = new Latest<>(Runnable::run);

    public Pictures(Outputs outputs, UiContext.Drafts drafts, UiContext.Preview preview) {
        this.outputs = outputs;
        this.drafts = drafts;
        this.preview = preview;
    }

    /// One screen of a board as a PNG file's bytes. Waits for the JavaFX thread; must not be called on it.
    ///
    /// @param screen a screen's key, or `figures`; any other word for the first choice
    public byte[] png(Board board, String screen, Theme theme, Locale locale, int width, int height) {
        CompletableFuture<WritableImage> image = new CompletableFuture<>();
        painter.accept(() -> {
            try {
                image.complete(draw(board, screen, theme, locale, width, height));
            } catch (RuntimeException e) {
                image.completeExceptionally(e);
            }
        });
        return encoded(image.join());
    }

    private WritableImage draw(Board board, String screen, Theme theme, Locale locale, int width, int height) {
        Navigation navigation = new Navigation(screenOf(screen));
        UiContext desktop = new UiContext(
                new SimpleObjectProperty<>(board),
                _ -> {},
                outputs,
                drafts,
                preview,
                navigation,
                locale,
                ZoneId.systemDefault());
        Preferences none = new Preferences(theme, _ -> {}, _ -> {}, _ -> {}, () -> CallingPanel.NONE);
        Scene scene = new Scene(new Shell(desktop, none).root(), width, height);
        if (screen.equals(HandoffsView.FIGURES)) {
            navigation.go(Screen.HANDOFFS, HandoffsView.FIGURES);
        }
        theme.applyTo(scene);
        scene.getRoot().applyCss();
        scene.getRoot().layout();
        scene.getRoot().layout();
        return scene.snapshot(null);
    }

    private static Screen screenOf(String key) {
        for (Screen screen : Screen.values()) {
            if (screen.key().equals(key)) {
                return screen;
            }
        }
        return Screen.BOARD;
    }

    private static byte[] encoded(WritableImage image) {
        int w = (int) image.getWidth();
        int h = (int) image.getHeight();
        int[] pixels = new int[w * h];
        image.getPixelReader().getPixels(0, 0, w, h, PixelFormat.getIntArgbInstance(), pixels, 0, w);
        BufferedImage buffer = new BufferedImage(w, h, BufferedImage.TYPE_INT_RGB);
        buffer.setRGB(0, 0, w, h, pixels, 0, w);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(buffer, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException("a picture could not be encoded", e);
        }
        return out.toByteArray();
    }
}
