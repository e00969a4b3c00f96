package plantao.runbook.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

class VocabularyTest {

    /// They are taken as they stand; one that is not in normal form would never match a text.
    @Test
    void phrasesStandInNormalForm() {
        List<String> phrases = all(Vocabulary.resource("roles.json").path("phrases"));
        assertThat(phrases)
                .hasSizeGreaterThan(1000)
                .allSatisfy(phrase -> assertThat(phrase).isEqualTo(Words.normal(phrase)));
    }

    @Test
    void conceptsStandFolded() {
        List<String> words = all(Vocabulary.resource("concepts.json"));
        assertThat(words)
                .hasSizeGreaterThan(100)
                .allSatisfy(word -> assertThat(word).isEqualTo(Words.folded(word)));
    }

    /// Of two lists of one name the first would be lost without a word.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "roles.json",
                "concepts.json",
                "words.json",
                "columns.json",
                "commands.json",
                "printed.json",
                "risk/programs.json",
                "risk/wrappers.json",
                "risk/verbs.json",
                "risk/languages.json",
                "risk/powershell.json"
            })
    void noListStandsTwice(String file) throws IOException {
        ObjectMapper strict = JsonMapper.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build();
        try (InputStream in = Vocabulary.class.getResourceAsStream("/plantao/runbook/" + file)) {
            assertThat(strict.readTree(in).isObject()).isTrue();
        }
    }

    @Test
    void shippedPhrasesAreFound() {
        assertThat(Vocabulary.standard().exact(Words.normal("## Verificação Pós-Deploy".substring(3))))
                .isNotNull();
    }

    private static List<String> all(JsonNode lists) {
        List<String> all = new ArrayList<>();
        lists.properties().forEach(e -> all.addAll(Vocabulary.strings(e.getValue())));
        return all;
    }
}
