package plantao;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import plantao.desk.OperatorPlace;
import plantao.runbook.MessageSettings;
import plantao.ui.settings.CallingPanel;

class PreferencesFileTest {
    private static final SavedPreferences ALL = new SavedPreferences(
            "pt-BR",
            "dark",
            new SavedPreferences.Place(-1200, 40.5, 1600, 900, true),
            List.of("/srv/Plantão de São João/runbook #1=a", "/b\nc"),
            "João da Silva",
            new CallingPanel.Choice(true, false),
            true,
            List.of(
                    own("#incidents", MessageSettings.Kind.SLACK, "SLACK_WEBHOOK"),
                    own("Página | de = status", MessageSettings.Kind.WEBHOOK, "pass show 'on call'/status"),
                    own("Clientes", MessageSettings.Kind.MAIL, "a@example.org, b@example.org")));

    private static OperatorPlace own(String name, MessageSettings.Kind kind, String from) {
        return new OperatorPlace("Loja", ((OperatorPlace.Typed.Good) OperatorPlace.typed(name, kind, from)).place());
    }

    @TempDir
    Path temp;

    private Path file() {
        return temp.resolve("preferences.properties");
    }

    @Test
    void whatIsWrittenIsReadAgain() throws IOException {
        new PreferencesFile(temp.resolve("not/yet")).write(ALL);
        assertThat(new PreferencesFile(temp.resolve("not/yet")).read()).isEqualTo(new PreferencesFile.Kept(ALL, null));
    }

    @Test
    void atTheFirstStartThereIsNothingAndNothingToSay() {
        assertThat(new PreferencesFile(temp).read()).isEqualTo(new PreferencesFile.Kept(SavedPreferences.NONE, null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "theme=\\u00zz",
                "theme=mauve",
                "window=1 2 3",
                "window=1 2 NaN 4",
                "window=1 2 Infinity 4 maximised",
                "language=12345678901",
                "operator=\\u0020",
                "place.1.kind=pigeon",
                "place.1.kind=slack\nplace.1.system=Shop\nplace.1.name=x\nplace.1.from=https://hooks.example.org/t0ken",
                "call.tone=loud"
            })
    void aDamagedValueCostsItselfAndSaysSo(String line) throws IOException {
        Files.writeString(file(), line + "\n");
        PreferencesFile.Kept kept = new PreferencesFile(temp).read();
        assertThat(kept.preferred()).isEqualTo(SavedPreferences.NONE);
        assertThat(kept.problem()).contains(file().toString());
    }

    @Test
    void aDamagedValueLeavesTheOthersAlone() throws IOException {
        Files.writeString(file(), "theme=mauve\nlanguage=en\nfolder.1=/a\n");
        SavedPreferences kept = new PreferencesFile(temp).read().preferred();
        assertThat(kept)
                .isEqualTo(new SavedPreferences(
                        "en", null, null, List.of("/a"), null, CallingPanel.Choice.BOTH, false, List.of()));
    }

    @Test
    void bytesThatAreNoTextAndAFolderInItsPlaceAreNoCrash() throws IOException {
        Files.write(file(), new byte[] {(byte) 0xc3, 0x28, 0, 7});
        assertThat(new PreferencesFile(temp).read().problem()).contains("damaged");
        Files.delete(file());
        Files.createDirectory(file());
        assertThat(new PreferencesFile(temp).read().problem()).isNotNull();
    }

    @Test
    void everyChangeIsOnTheDiskWhenKeepingEnds() throws IOException {
        List<String> failures = new ArrayList<>();
        try (PreferencesWriter keeping =
                new PreferencesWriter(new PreferencesFile(temp), SavedPreferences.NONE, failures::add)) {
            keeping.change(p -> p.withOperator("Ana"));
            keeping.change(p -> p.withFolders(List.of("/a")));
        }
        assertThat(new PreferencesFile(temp).read().preferred())
                .isEqualTo(new SavedPreferences(
                        null, null, null, List.of("/a"), "Ana", CallingPanel.Choice.BOTH, false, List.of()));
        assertThat(failures).isEmpty();
    }

    @Test
    void whereNothingCanBeWrittenItIsSaidOnce() throws IOException {
        Files.writeString(temp.resolve("config"), "a file where the folder should be");
        List<String> failures = new ArrayList<>();
        try (PreferencesWriter keeping = new PreferencesWriter(
                new PreferencesFile(temp.resolve("config")), SavedPreferences.NONE, failures::add)) {
            keeping.change(p -> p.withOperator("Ana"));
            keeping.change(p -> p.withOperator("Rui"));
        }
        assertThat(failures).singleElement().asString().contains("could not be kept");
    }
}
