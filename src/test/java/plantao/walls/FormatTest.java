package plantao.walls;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// One layout for all sources. `packaging/format` puts right what fails here.
class FormatTest {

    @Test
    void sourcesAreFormatted() {
        List<String> wrong = Stream.of("src/main/java", "src/test/java")
                .flatMap(folder -> BundledNames.files(Path.of(folder)).stream())
                .filter(file -> file.toString().endsWith(".java"))
                .parallel()
                .map(FormatTest::complaint)
                .filter(Objects::nonNull)
                .toList();
        assertThat(wrong).as("Not formatted; run packaging/format").isEmpty();
    }

    @Test
    void longCommentsAreWrappedAndNewLanguageIsKept() {
        String source = """
                package a;

                /// A comment that is too long for a line, so that it has to be wrapped; who knows nothing of three
                /// slashes breaks it.
                record A(int b) {
                    static int of(Object o) {
                        return o instanceof A(int _) ? 1 : 0;
                    }
                }
                """;
        assertThat(Layout.of(source)).isEqualTo(source);
        String untidy = source.replace("three\n/// slashes", "three slashes (of Java 23), breaks")
                .replace("        return", "  return");
        assertThat(Layout.of(untidy)).contains("\n/// ", "        return").doesNotContain("\nbreaks");
    }

    /// What is wrong with a file; with the property `plantao.format` it is put right where it can be.
    private static String complaint(Path file) {
        try {
            String source = Files.readString(file);
            String wanted = Layout.of(source);
            if (wanted.equals(source)) {
                return null;
            }
            if (Boolean.getBoolean("plantao.format")) {
                Files.writeString(file, wanted);
                return null;
            }
            return file.toString();
        } catch (IllegalStateException e) {
            return file + ": " + e.getMessage();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
