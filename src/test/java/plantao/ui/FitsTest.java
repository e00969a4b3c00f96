package plantao.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.text.Text;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kordamp.ikonli.javafx.FontIcon;
import org.testfx.api.FxToolkit;
import plantao.desk.Board;
import plantao.ui.fx.Fonts;
import plantao.ui.fx.Screen;
import plantao.ui.fx.Theme;

/// Every screen fits into the smallest window and into a small computer's, in both languages: nothing lies beside
/// the window, and no short word (a button, a heading, a state) is cut.
class FitsTest {
    /// Longer texts end in an ellipsis where there is no room, and are read whole elsewhere.
    private static final int SHORT = 24;

    @BeforeAll
    static void start() throws TimeoutException {
        FxToolkit.registerPrimaryStage();
        FxToolkit.setupFixture(Fonts::load);
    }

    @ParameterizedTest
    @CsvSource({"en, 1024, 640", "pt-BR, 1024, 640", "en, 1280, 720", "pt-BR, 1280, 720"})
    void everyScreenFits(String language, int width, int height) throws TimeoutException {
        Set<String> found = new TreeSet<>();
        for (Screen screen : Screen.values()) {
            FxToolkit.setupFixture(() -> {
                for (Board board : new Board[] {Samples.trouble(), Samples.incident()}) {
                    Scene scene =
                            Drawn.scene(board, screen, Theme.LIGHT, Locale.forLanguageTag(language), width, height);
                    scene.getRoot().lookupAll("*").stream()
                            .filter(Drawn::seen)
                            .filter(Labeled.class::isInstance)
                            .map(Labeled.class::cast)
                            .forEach(label -> judge(label, screen, width, found));
                }
            });
        }
        assertThat(found).isEmpty();
    }

    private static void judge(Labeled label, Screen screen, int width, Set<String> found) {
        String words = label.getText();
        if (words == null || words.isBlank()) {
            return;
        }
        if (label.localToScene(label.getLayoutBounds()).getMaxX() > width) {
            found.add(screen + ": \"" + words + "\" lies beside the window");
        }
        for (Node part : label.getChildrenUnmodifiable()) {
            if (words.length() <= SHORT
                    && part instanceof Text drawn
                    && !(part instanceof FontIcon)
                    && !drawn.getText().equals(words)) {
                found.add(screen + ": \"" + words + "\" is cut to \"" + drawn.getText() + "\"");
            }
        }
    }
}
