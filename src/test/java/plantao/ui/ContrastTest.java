package plantao.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxToolkit;
import plantao.desk.Board;
import plantao.ui.fx.Fonts;
import plantao.ui.fx.Screen;
import plantao.ui.fx.Theme;

/// Every word on every screen stands out from what is behind it, in both themes: 4.5 to 1, large text 3 to 1
/// (WCAG 2.2, success criterion 1.4.3; what is switched off is excepted there too).
class ContrastTest {
    private static final double LARGE = 24;
    private static final double LARGE_BOLD = 18.5;

    @BeforeAll
    static void start() throws TimeoutException {
        FxToolkit.registerPrimaryStage();
        FxToolkit.setupFixture(Fonts::load);
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void everyWordStandsOut(Theme theme) throws TimeoutException {
        Set<String> faint = new TreeSet<>();
        List<Text> measured = new ArrayList<>();
        FxToolkit.setupFixture(() -> {
            for (Screen screen : Screen.values()) {
                for (Board board : new Board[] {Samples.calm(), Samples.trouble(), Samples.incident()}) {
                    Scene scene = Drawn.scene(board, screen, theme, Locale.ENGLISH, 1440, 900);
                    scene.getRoot().lookupAll("*").stream()
                            .filter(Text.class::isInstance)
                            .map(Text.class::cast)
                            .filter(ContrastTest::seen)
                            .peek(measured::add)
                            .forEach(text -> judge(text, screen, faint));
                }
            }
        });
        assertThat(faint).isEmpty();
        assertThat(measured).hasSizeGreaterThan(1000);
    }

    @Test
    void aFaintWordIsFound() {
        Text faint = new Text("faint");
        faint.setFill(Color.web("#8b949e"));
        Set<String> found = new TreeSet<>();
        judge(faint, Screen.BOARD, found);
        assertThat(found).hasSize(1);
    }

    private static void judge(Text text, Screen screen, Set<String> faint) {
        if (text.getFill() instanceof Color colour) {
            Color behind = behind(text);
            double contrast = contrast(over(colour, behind), behind);
            boolean large = text.getFont().getSize() >= LARGE
                    || text.getFont().getSize() >= LARGE_BOLD
                            && text.getFont().getStyle().contains("SemiBold");
            if (contrast < (large ? 3 : 4.5)) {
                faint.add("%s: \"%s\" %s on %s, %.2f to 1 %s"
                        .formatted(
                                screen,
                                text.getText(),
                                colour,
                                behind,
                                contrast,
                                text.getParent() == null ? "" : text.getParent().getStyleClass()));
            }
        }
    }

    private static boolean seen(Text text) {
        return Drawn.seen(text) && !text.isDisabled() && !text.getText().isBlank();
    }

    /// What is painted behind a node by its parents, from the window's ground up.
    private static Color behind(Node node) {
        @Nullable Node parent = node.getParent();
        if (parent == null) {
            return Color.WHITE;
        }
        Color ground = behind(parent);
        if (parent instanceof Region region && region.getBackground() != null) {
            for (BackgroundFill fill : region.getBackground().getFills()) {
                ground = fill.getFill() instanceof Color colour ? over(colour, ground) : ground;
            }
        }
        return ground;
    }

    private static Color over(Color colour, Color ground) {
        double part = colour.getOpacity();
        return Color.color(
                colour.getRed() * part + ground.getRed() * (1 - part),
                colour.getGreen() * part + ground.getGreen() * (1 - part),
                colour.getBlue() * part + ground.getBlue() * (1 - part));
    }

    private static double contrast(Color one, Color other) {
        double a = luminance(one) + 0.05;
        double b = luminance(other) + 0.05;
        return Math.max(a, b) / Math.min(a, b);
    }

    private static double luminance(Color colour) {
        return 0.2126 * linear(colour.getRed())
                + 0.7152 * linear(colour.getGreen())
                + 0.0722 * linear(colour.getBlue());
    }

    private static double linear(double part) {
        return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }
}
