package plantao.walls;

import static org.assertj.core.api.Assertions.assertThat;

import com.palantir.javaformat.java.Formatter;
import com.palantir.javaformat.java.FormatterException;
import com.palantir.javaformat.java.ImportOrderer;
import com.palantir.javaformat.java.JavaFormatterOptions;
import com.palantir.javaformat.java.RemoveUnusedImports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// One layout for all sources. `packaging/format` puts right what fails here.
class FormatTest {

    private static final Formatter FORMATTER = Formatter.createFormatter(JavaFormatterOptions.builder()
            .style(JavaFormatterOptions.Style.PALANTIR)
            .build());

    @Test
    void sourcesAreFormatted() {
        List<Path> wrong = Stream.of("src/main/java", "src/test/java")
                .flatMap(folder -> BundledNames.files(Path.of(folder)).stream())
                .filter(file -> file.toString().endsWith(".java"))
                .parallel()
                .filter(file -> !formatted(file))
                .toList();
        assertThat(wrong).as("Not formatted; run packaging/format").isEmpty();
    }

    @Test
    void newCommentsAndNewLanguageAreKept() throws FormatterException {
        String source = """
                package a;

                /// A comment that is too long for a line, so that a formatter has to wrap it; and one that knows nothing of three slashes breaks it.
                record A(int b) {
                    static int of(Object o) {
                        return o instanceof A(int _) ? 1 : 0;
                    }
                }
                """;
        String wrapped = source.replace("of three slashes", "of\n/// three slashes");
        assertThat(format(source)).isEqualTo(wrapped).isEqualTo(format(wrapped));
    }

    // Not formatSourceAndFixImports: it also cuts long texts in pieces.
    private static String format(String source) throws FormatterException {
        String ordered = ImportOrderer.reorderImports(source, JavaFormatterOptions.Style.PALANTIR);
        return FORMATTER.formatSource(RemoveUnusedImports.removeUnusedImports(ordered));
    }

    /// Whether the file is as it should be; with the property `plantao.format` it is made so.
    private static boolean formatted(Path file) {
        try {
            String source = Files.readString(file);
            String wanted = format(source);
            if (!wanted.equals(source) && Boolean.getBoolean("plantao.format")) {
                Files.writeString(file, wanted);
                return true;
            }
            return wanted.equals(source);
        } catch (IOException | FormatterException e) {
            throw new IllegalStateException(file + ": " + e.getMessage(), e);
        }
    }
}
