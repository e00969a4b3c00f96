package plantao.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

/// The remark of practice stands once, behind the title.
class PracticeRemarkTest {
    private static final Locale PT = Locale.of("pt", "BR");

    @Test
    void itIsWrittenOnceWhateverTheLanguage() {
        String once = PracticeRemark.marked("# Slow\n\nText\n", PT);
        assertThat(once).isEqualTo("# Slow\n\n> **Treino:** nada disto aconteceu no sistema real.\n\nText\n");
        assertThat(PracticeRemark.marked(once, Locale.ENGLISH)).isEqualTo(once);
    }

    @Test
    void aDocumentWithoutATitleBeginsWithIt() {
        assertThat(PracticeRemark.marked("Text\n", Locale.ENGLISH))
                .startsWith("> **Practice:** ")
                .endsWith("\n\nText\n");
        assertThat(PracticeRemark.marked("# Only", PT)).startsWith("# Only\n\n> **Treino:**");
        assertThat(PracticeRemark.marked("", PT)).isEmpty();
    }
}
