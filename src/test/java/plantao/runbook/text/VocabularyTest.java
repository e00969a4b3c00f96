package plantao.runbook.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

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
