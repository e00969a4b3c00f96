package plantao.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.json.JsonMapper;

/// What `lint --format sarif` prints, held against the standard's own schema.
class SarifSchemaTest {
    private static final Schema SARIF = schema();

    @TempDir
    Path folder;

    private static Schema schema() {
        try (InputStream in = SarifSchemaTest.class.getResourceAsStream("sarif-2.1.0-rtm.5.json")) {
            assertThat(in).isNotNull();
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_4)
                    .getSchema(JsonMapper.builder().build().readTree(in));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static List<Error> errors(String json) {
        return SARIF.validate(
                json,
                InputFormat.JSON,
                context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
    }

    private String sarif(Path... paths) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        CommandLine line = new CommandLine(new LintCommand(
                new PrintStream(out),
                Clock.fixed(Instant.parse("2026-11-22T08:00:00Z"), ZoneOffset.UTC),
                Set.of("ls")));
        line.setCaseInsensitiveEnumValuesAllowed(true);
        String[] arguments = new String[paths.length + 2];
        arguments[0] = "--format";
        arguments[1] = "sarif";
        for (int i = 0; i < paths.length; i++) {
            arguments[i + 2] = paths[i].toString();
        }
        line.execute(arguments);
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void everyKindOfReportIsValid() throws IOException {
        Files.createDirectories(folder.resolve("ação & fila/a"));
        Files.writeString(folder.resolve("ação & fila/a/x y #1.md"), "# Shop\n\n## Deploy\n\n```bash\nrm -rf /data\n");
        Files.write(folder.resolve("binary.md"), new byte[] {0, 1, 2, 3, 0});
        Files.writeString(
                folder.resolve("dated.md"), "---\nlast_reviewed_on: 2024-01-01\nreview_in: 6 months\n---\n# A\n");
        String json = sarif(folder);
        assertThat(json).contains("unclosed-fence", "review-overdue");
        assertThat(errors(json)).isEmpty();
        assertThat(errors(sarif(Path.of("runbooks")))).isEmpty();
    }

    @Test
    void aReportWithoutProblemsIsValid() throws IOException {
        Path file = Files.writeString(folder.resolve("good.md"), "# Shop\n\n## Deploy\n\n1. Look: `ls -la`\n");
        assertThat(errors(sarif(file))).isEmpty();
    }

    @Test
    void theSchemaRefusesWhatIsWrong() throws IOException {
        Path file = Files.writeString(folder.resolve("open.md"), "# Shop\n\n## Deploy\n\n```bash\nls\n");
        String json = sarif(file);
        assertThat(errors(json.replaceFirst("\"startLine\" ?: ?\\d+", "\"startLine\": 0")))
                .isNotEmpty();
        assertThat(errors(json.replaceFirst("\"level\" ?: ?\"error\"", "\"level\": \"bad\"")))
                .isNotEmpty();
    }
}
