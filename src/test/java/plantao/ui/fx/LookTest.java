package plantao.ui.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javafx.css.CssParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class LookTest {

    private static final Pattern COLOUR = Pattern.compile(":[^;]*(#[0-9a-fA-F]{3,8}\\b|rgba?\\()");

    @ParameterizedTest
    @EnumSource
    void everyStylesheetParses(Theme theme) throws IOException {
        CssParser.errorsProperty().clear();
        for (String sheet : theme.stylesheets()) {
            assertThat(new CssParser().parse(URI.create(sheet).toURL()).getRules())
                    .as(sheet)
                    .isNotEmpty();
        }
        assertThat(CssParser.errorsProperty()).isEmpty();
    }

    @Test
    void onlyTheTwoThemesNameColours() throws IOException {
        for (String sheet : Theme.LIGHT.stylesheets()) {
            if (!sheet.endsWith("/light.css")) {
                assertThat(COLOUR.matcher(text(sheet)).find()).as(sheet).isFalse();
            }
        }
    }

    @Test
    void bothThemesDefineTheSameVariables() throws IOException {
        assertThat(variables(Theme.LIGHT)).isNotEmpty().isEqualTo(variables(Theme.DARK));
    }

    static Stream<String> textsAsDrawn() {
        return Stream.of("⚠️=⚠", "👩‍💻=👩💻", "a\u0303=ã", "plain=plain", "1️⃣=1\u20E3", "🔧 ok=🔧 ok");
    }

    @ParameterizedTest
    @MethodSource("textsAsDrawn")
    void textIsDrawnWithoutSelectorsAndJoiners(String pair) {
        assertThat(Fonts.drawable(pair.substring(0, pair.indexOf('='))))
                .isEqualTo(pair.substring(pair.indexOf('=') + 1));
    }

    private static java.util.List<String> variables(Theme theme) throws IOException {
        return Pattern.compile("(-plantao-[a-z0-9-]+):")
                .matcher(text(theme.stylesheets().getFirst()))
                .results()
                .map(m -> m.group(1))
                .sorted()
                .toList();
    }

    private static String text(String sheet) throws IOException {
        try (InputStream in = URI.create(sheet).toURL().openStream()) {
            return new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        }
    }
}
