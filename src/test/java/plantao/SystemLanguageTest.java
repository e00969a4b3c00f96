package plantao;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SystemLanguageTest {
    @ParameterizedTest
    @CsvSource({
        "pt_BR.UTF-8, pt-BR",
        "pt_BR.UTF-8@euro, pt-BR",
        "pt, pt",
        "de_DE, de-DE",
        "C.UTF-8, en",
        "C, en",
        "POSIX, en",
        "'', en",
        "'; rm', en"
    })
    void aLanguageWithoutALocaleOfTheLibraryCounts(String lang, String tag) {
        assertThat(SystemLanguage.of(Locale.ENGLISH, Map.of("LANG", lang))).isEqualTo(Locale.forLanguageTag(tag));
    }

    @Test
    void theFirstThatIsSetCounts() {
        Map<String, String> environment = Map.of("LC_ALL", "", "LC_MESSAGES", "en_US.UTF-8", "LANG", "pt_BR.UTF-8");
        assertThat(SystemLanguage.of(Locale.ENGLISH, environment)).isEqualTo(Locale.US);
    }

    @Test
    void whatJavaFoundStaysWhenItIsNoFallback() {
        Locale found = Locale.of("pt", "BR");
        assertThat(SystemLanguage.of(found, Map.of("LANG", "en_US.UTF-8"))).isEqualTo(found);
    }
}
