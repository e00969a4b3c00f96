package plantao.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import plantao.runbook.read.LoadedRunbook;
import plantao.runbook.read.RunbookFolder;

class TranslationTest {
    private static final Pattern ENGLISH =
            Pattern.compile("\\b(the|is|are|was|not|there|could|which|should|it)\\b", Pattern.CASE_INSENSITIVE);
    private final Translation portuguese = Translation.in(Locale.of("pt", "BR"));

    @Test
    void englishStaysAsItIs() {
        assertThat(Translation.in(Locale.ENGLISH).of("no answer in 2 s")).isEqualTo("no answer in 2 s");
    }

    @Test
    void whatIsFilledInStays() {
        assertThat(portuguese.of("no answer in 2 s")).isEqualTo("sem resposta em 2 s");
        assertThat(portuguese.of("LLEN jobs → 12, above 10")).isEqualTo("LLEN jobs → 12, acima de 10");
        assertThat(portuguese.of("GET / → 200, but `state` is red, not == green"))
                .isEqualTo("GET / → 200, mas `state` é red, e não == green");
        assertThat(portuguese.of("name look-up of api.example.org got no answer in 3 s"))
                .isEqualTo("a busca do nome api.example.org não teve resposta em 3 s");
        assertThat(portuguese.of("The alert \"Disk is the one\" fires at > 90 %, which is none of the bounds of"
                        + " \"Disk\" (> 85%, line 119). Make the two agree, or say why they differ."))
                .isEqualTo("O alerta \"Disk is the one\" dispara em > 90 %, que não é nenhum dos limites de"
                        + " \"Disk\" (> 85%, linha 119). Faça os dois concordarem, ou diga por que diferem.");
    }

    @Test
    void theReasonsOfALogThatCannotBeWrittenAreSaid() {
        String said = portuguese.of("The log could not be written: the disk is full (/data/log). Make room on it."
                + " Nothing is lost: what happens now is kept aside and goes into the log as soon as it can be"
                + " written. Waiting in /tmp/unsaved.jsonl.");

        assertThat(said)
                .isEqualTo("O diário não pôde ser gravado: o disco está cheio (/data/log). Libere espaço nele."
                        + " Nada se perde: o que acontece agora fica guardado à parte e entra no diário assim que ele"
                        + " puder ser escrito. À espera em /tmp/unsaved.jsonl.");
    }

    @Test
    void everyPhraseIsSaidAsItStandsWhateverStandsBeforeIt() {
        assertThat(SaidPhrases.all())
                .hasSizeGreaterThan(400)
                .allSatisfy((english, said) ->
                        assertThat(portuguese.of(filled(english))).isEqualTo(filled(said)));
    }

    private static String filled(String phrase) {
        return phrase.replaceFirst("^=", "").replaceAll("\\{(\\d)}", "Xx$1");
    }

    @Test
    void everyProblemOfTheBundledRunbooksIsSaid() {
        assertThat(RunbookFolder.load(Path.of("runbooks")))
                .filteredOn(LoadedRunbook.Read.class::isInstance)
                .flatExtracting(l -> ((LoadedRunbook.Read) l).runbook().problems())
                .isNotEmpty()
                .allSatisfy(p -> assertThat(portuguese.of(p.message()).replaceAll("\"[^\"]*\"|`[^`]*`|\\([^)]*\\)", ""))
                        .doesNotContainPattern(ENGLISH));
    }

    @Test
    void whatARunbookThatCannotBeOpenedIsSaid() {
        assertThat(RunbookFolder.load(Path.of("no-such-folder")))
                .allSatisfy(l -> assertThat(portuguese.of(((LoadedRunbook.Failed) l).reason()))
                        .startsWith("Não há arquivo nem pasta"));
    }
}
