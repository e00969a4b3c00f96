package plantao.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import plantao.runbook.lint.RuleTable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The promise to CI: what is printed in which format, and the exit status.
class LintCommandTest {
    private static final String UNCLOSED = "# Shop\n\n## Deploy\n\n```bash\nls\n";
    private static final String FAULTLESS = "# Shop\n\n## Deploy\n\n1. Look: `ls -la`\n";

    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final StringWriter err = new StringWriter();
    private final CommandLine line = new CommandLine(new LintCommand(
            new PrintStream(out), Clock.fixed(Instant.parse("2026-11-22T08:00:00Z"), ZoneOffset.UTC), Set.of("ls")));

    @BeforeEach
    void commandLine() {
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setErr(new PrintWriter(err));
    }

    @Test
    void printsOneClickableLineAProblem() throws IOException {
        Path file = Files.writeString(folder.resolve("shop.md"), UNCLOSED);
        assertThat(line.execute(file.toString())).isEqualTo(1);
        assertThat(text())
                .startsWith(file + ":5: error unclosed-fence: The code block")
                .endsWith("\n1 error, 0 warnings, 0 hints in 1 file\n");
    }

    @Test
    void theExitStatusObeysTheLevel() throws IOException {
        String good = Files.writeString(folder.resolve("good.md"), FAULTLESS).toString();
        assertThat(line.execute(good, "--fail-on", "hint")).isZero();
        String open = Files.writeString(folder.resolve("open.md"), FAULTLESS + "\n## Rollback\n\n_TODO_\n")
                .toString();
        assertThat(line.execute(open)).isZero();
        assertThat(line.execute(open, "--fail-on", "error")).isZero();
        assertThat(line.execute(open, "--fail-on", "warning")).isEqualTo(1);
        assertThat(line.execute(open, "--fail-on", "hint", "--ignore", "stub-section"))
                .isZero();
    }

    @Test
    void whatCannotBeReadIsAnError() throws IOException {
        assertThat(line.execute(folder.resolve("nowhere.md").toString())).isEqualTo(2);
        assertThat(err.toString()).contains("nowhere.md");
        String good = Files.writeString(folder.resolve("good.md"), FAULTLESS).toString();
        assertThat(line.execute(good, folder.resolve("nowhere.md").toString())).isEqualTo(1);
        assertThat(text()).contains("nowhere.md:1: error unreadable-file: ");
        assertThat(line.execute()).isEqualTo(2);
    }

    @Test
    void printsJsonForScripts() throws IOException {
        Path file = Files.writeString(folder.resolve("shop.md"), UNCLOSED);
        line.execute("--format", "json", file.toString());
        JsonNode all = JsonMapper.builder().build().readTree(text());
        assertThat(all.at("/problems/0/code").asString()).isEqualTo("unclosed-fence");
        assertThat(all.at("/problems/0/line").asInt()).isEqualTo(5);
        assertThat(all.at("/summary/errors").asInt()).isEqualTo(1);
    }

    @Test
    void printsSarifAsTheStandardWantsIt() throws IOException {
        Path system = Files.createDirectories(folder.resolve("meu sistema"));
        Files.writeString(system.resolve("runbook.md"), UNCLOSED);
        Files.writeString(system.resolve("console.yaml"), "servces: {}\n");
        assertThat(line.execute("--format", "sarif", folder.toString())).isEqualTo(1);
        JsonNode log = JsonMapper.builder().build().readTree(text());
        assertThat(log.path("version").asString()).isEqualTo("2.1.0");
        JsonNode run = log.path("runs").get(0);
        assertThat(run.at("/tool/driver/name").asString()).isEqualTo("plantao");
        JsonNode rules = run.at("/tool/driver/rules");
        assertThat(rules.size()).isEqualTo(RuleTable.ALL.size());
        rules.forEach(r -> {
            assertThat(r.path("id").asString()).isNotBlank();
            assertThat(r.at("/shortDescription/text").asString()).isNotBlank();
            assertThat(r.at("/defaultConfiguration/level").asString()).isIn("error", "warning", "note");
        });
        JsonNode results = run.path("results");
        assertThat(results.size()).isGreaterThanOrEqualTo(2);
        results.forEach(r -> {
            assertThat(rules.get(r.path("ruleIndex").asInt()).path("id")).isEqualTo(r.path("ruleId"));
            assertThat(r.path("level").asString()).isIn("error", "warning", "note");
            assertThat(r.at("/message/text").asString()).isNotBlank();
            assertThat(r.at("/locations/0/physicalLocation/artifactLocation/uri")
                            .asString())
                    .startsWith("file:///")
                    .contains("/meu%20sistema/");
            assertThat(r.at("/locations/0/physicalLocation/region/startLine").asInt())
                    .isPositive();
        });
        assertThat(results.valueStream().map(r -> r.path("ruleId").asString()))
                .contains("unclosed-fence", "unknown-config-key");
    }

    @Test
    void listsItsRules() {
        assertThat(line.execute("--rules")).isZero();
        assertThat(text()).contains("alert-without-playbook", "threshold-contradiction");
    }

    private String text() {
        String text = out.toString(StandardCharsets.UTF_8);
        out.reset();
        return text;
    }
}
