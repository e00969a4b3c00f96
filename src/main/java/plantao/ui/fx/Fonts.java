package plantao.ui.fx;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.List;
import javafx.scene.text.Font;

/// The bundled fonts: the window looks the same on every computer, with emoji and symbols in it.
public final class Fonts {

    /// Text, weight 400, and 600 as its bold: ask for the weight, since JavaFX finds no bold of "Plantao Sans
    /// SemiBold". All digits have one width.
    public static final String SANS = "Plantao Sans";
    /// Text, weight 500.
    public static final String SANS_MEDIUM = "Plantao Sans Medium";
    /// Commands and output, weights 400 and 700 (bold), no ligatures.
    public static final String MONO = "Plantao Mono";

    private static final int JOINER = 0x200D;
    private static final List<String> FILES = List.of(
            "PlantaoSans-Regular.ttf",
            "PlantaoSans-Medium.ttf",
            "PlantaoSans-SemiBold.ttf",
            "PlantaoMono-Regular.ttf",
            "PlantaoMono-Bold.ttf");

    private Fonts() {}

    /// Makes the fonts known to JavaFX. Call it once, before the first scene is shown.
    ///
    /// @throws IllegalStateException if a font is missing from the program or cannot be read
    public static void load() {
        for (String file : FILES) {
            try (var in = Fonts.class.getResourceAsStream("/plantao/ui/fonts/" + file)) {
                if (in == null || Font.loadFont(in, 14) == null) {
                    throw new IllegalStateException(
                            "The bundled font " + file + " cannot be read; install Plantão again.");
                }
            } catch (IOException e) {
                throw new UncheckedIOException("The bundled font " + file + " cannot be read.", e);
            }
        }
    }

    /// `text` as these fonts draw it best: accents composed, variation selectors and joiners of emoji left out.
    /// With those in it, JavaFX hands the line to the system's text layout, which draws boxes for them.
    /// For drawing only; what is stored, copied or run stays as it was written.
    public static String drawable(String text) {
        if (text.chars().allMatch(c -> c < 0x300)) {
            return text;
        }
        var kept = new StringBuilder(text.length());
        Normalizer.normalize(text, Normalizer.Form.NFC)
                .chars()
                .filter(c -> c != JOINER && (c < 0xFE00 || c > 0xFE0F))
                .forEach(c -> kept.append((char) c));
        return kept.toString();
    }
}
