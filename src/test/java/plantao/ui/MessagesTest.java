package plantao.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every text exists in every language, and every text is used.
class MessagesTest {
    private static final Path RESOURCES = Path.of("src/main/resources/plantao/ui");
    private static final Path SOURCES = Path.of("src/main/java/plantao/ui");
    private static final Pattern ASKED =
            Pattern.compile("(?:texts|words)\\s*\\.get\\(\\s*\"([a-zA-Z0-9.\\-]+)\"\\s*[,)]");
    private static final Pattern IN_FXML = Pattern.compile("=\"%([a-zA-Z0-9.\\-]+)\"");

    static Stream<Path> packages() throws IOException {
        try (Stream<Path> files = Files.walk(RESOURCES)) {
            return files
                    .filter(f -> f.endsWith("messages_en.properties"))
                    .map(Path::getParent)
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("packages")
    void bothLanguagesHaveTheSameKeys(Path folder) throws IOException {
        assertThat(keys(folder, "pt_BR")).isEqualTo(keys(folder, "en")).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("packages")
    void everyTextThatIsAskedForExists(Path folder) throws IOException {
        Set<String> asked = new TreeSet<>();
        ASKED.matcher(text(folder, ".java")).results().forEach(m -> asked.add(m.group(1)));
        IN_FXML.matcher(text(folder, ".fxml")).results().forEach(m -> asked.add(m.group(1)));
        assertThat(keys(folder, "en")).containsAll(asked);
    }

    @ParameterizedTest
    @MethodSource("packages")
    void everyTextIsUsed(Path folder) throws IOException {
        String used = text(folder, ".java") + text(folder, ".fxml");
        List<String> unused =
                keys(folder, "en").stream().filter(key -> !mentioned(used, key)).toList();
        assertThat(unused).isEmpty();
    }

    /// The key itself, or a beginning of it that something is added to (`"state." + …`).
    private static boolean mentioned(String text, String key) {
        boolean begun = false;
        for (int dot = key.indexOf('.'); dot >= 0; dot = key.indexOf('.', dot + 1)) {
            begun |= text.contains("\"" + key.substring(0, dot + 1) + "\"");
        }
        return begun || text.contains("\"" + key + "\"") || text.contains("\"%" + key + "\"");
    }

    private static Set<String> keys(Path folder, String language) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(folder.resolve("messages_" + language + ".properties"))) {
            properties.load(reader);
        }
        return new TreeSet<>(properties.stringPropertyNames());
    }

    private static String text(Path folder, String ending) throws IOException {
        Path code = SOURCES.resolve(RESOURCES.relativize(folder));
        try (Stream<Path> files = Stream.concat(Files.list(folder), Files.list(code))) {
            return files.filter(f -> f.toString().endsWith(ending))
                    .sorted()
                    .map(MessagesTest::read)
                    .collect(Collectors.joining("\n"));
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
