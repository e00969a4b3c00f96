package plantao.ui.playbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import plantao.ui.fx.Texts;

class MessagesTest {
    private static final Set<String> BUILT =
            Set.of("shelf.level.", "shelf.kind.", "phase.", "cause.", "fact.", "risk.", "confirm.risk.");

    @Test
    void bothLanguagesHaveTheSameKeys() {
        assertThat(keys(Locale.of("pt", "BR"))).isEqualTo(keys(Locale.ENGLISH));
    }

    @Test
    void everyKeyIsUsed() throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Stream.concat(
                Files.walk(Path.of("src/main/java/plantao/ui/playbook")),
                Files.walk(Path.of("src/main/resources/plantao/ui/playbook")))) {
            for (Path file : files.filter(
                            f -> f.toString().endsWith(".java") || f.toString().endsWith(".fxml"))
                    .toList()) {
                all.append(Files.readString(file));
            }
        }
        assertThat(keys(Locale.ENGLISH))
                .allMatch(k -> all.indexOf("\"" + k + "\"") >= 0
                        || all.indexOf("\"%" + k + "\"") >= 0
                        || BUILT.stream().anyMatch(k::startsWith));
    }

    private static Set<String> keys(Locale locale) {
        return new TreeSet<>(Texts.of(PlaybooksView.class, locale).bundle().keySet());
    }
}
