package plantao.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxToolkit;
import plantao.desk.Drafts;
import plantao.desk.Previews;
import plantao.playbook.Outputs;
import plantao.ui.fx.Fonts;
import plantao.ui.fx.Screen;
import plantao.ui.fx.Theme;
import plantao.ui.fx.UiContext;

/// Every screen is drawn, in both languages and both themes, full and empty.
class FxmlTest {
    private final Pictures pictures = new Pictures(new Outputs(), new LogDrafts(), Previews::of);

    @BeforeAll
    static void toolkit() throws TimeoutException {
        FxToolkit.registerPrimaryStage();
        Fonts.load();
    }

    @ParameterizedTest
    @CsvSource({"en, LIGHT", "pt-BR, DARK"})
    void everyScreenIsDrawn(String language, Theme theme) {
        Locale locale = Locale.forLanguageTag(language);
        for (Screen screen : Screen.values()) {
            assertThat(pictures.png(Samples.incident(), screen.key(), theme, locale, 1280, 720))
                    .as(screen.key())
                    .hasSizeGreaterThan(10_000);
            assertThat(pictures.png(Samples.plain(0), screen.key(), theme, locale, 1024, 640))
                    .as(screen + ", empty")
                    .hasSizeGreaterThan(5_000);
        }
        assertThat(pictures.png(Samples.calm().withSystems(java.util.List.of()), "start", theme, locale, 1280, 720))
                .hasSizeGreaterThan(10_000);
    }

    @Test
    void everyFxmlFileHasItsView() throws java.io.IOException {
        Path resources = Path.of("src/main/resources");
        Set<String> orphans = new TreeSet<>();
        try (Stream<Path> files = Files.walk(resources)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".fxml")).collect(Collectors.toSet())) {
                String view = resources.relativize(file).toString().replace(".fxml", "View.java");
                if (!Files.exists(Path.of("src/main/java").resolve(view))) {
                    orphans.add(view);
                }
            }
        }
        assertThat(orphans).isEmpty();
    }

    private static final class LogDrafts implements UiContext.Drafts {
        @Override
        public String handoff(plantao.desk.Board board, java.util.UUID shift, Locale locale, java.time.ZoneId zone) {
            return Drafts.handoff(board, shift, locale, zone);
        }

        @Override
        public String postmortem(
                plantao.desk.Board board, java.util.UUID incident, Locale locale, java.time.ZoneId zone) {
            return Drafts.postmortem(board, incident, locale, zone);
        }

        @Override
        public String fileName(plantao.desk.Board board, String what, java.util.UUID subject) {
            return what + ".md";
        }
    }
}
