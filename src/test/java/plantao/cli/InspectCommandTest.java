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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The promise to scripts: keys, units, exit status, what goes to which stream.
class InspectCommandTest {
    private static final String SHOP = """
            # Loja — Operação

            ## Serviços

            | Serviço | Provedor | URL |
            |---|---|---|
            | API | Acme | https://api.example.org |

            ## Métricas

            | Métrica | Normal | Alerta | Crítico |
            |---|---|---|---|
            | Memória | < 4 GB (de 8 GB) | 4-6 GB | > 6 GB |

            ## Alertas

            - API fora do ar por 2 minutos
            """;

    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final StringWriter err = new StringWriter();
    private final CommandLine line = new CommandLine(new InspectCommand(new PrintStream(out)));

    @BeforeEach
    void commandLine() {
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setErr(new PrintWriter(err));
    }

    @Test
    void printsOneObjectWithEveryKey() throws IOException {
        Path file = Files.writeString(folder.resolve("loja.md"), SHOP);
        assertThat(line.execute(file.toString(), "--format", "json")).isZero();
        JsonNode all = json();
        assertThat(all.propertyNames())
                .containsExactly(
                        "source",
                        "title",
                        "version",
                        "updated",
                        "owner",
                        "language",
                        "services",
                        "vendors",
                        "environments",
                        "dashboards",
                        "logPatterns",
                        "decisions",
                        "healthEndpoints",
                        "metrics",
                        "alerts",
                        "playbooks",
                        "procedures",
                        "checklists",
                        "maintenance",
                        "contacts",
                        "escalation",
                        "templates",
                        "objectives",
                        "placeholders",
                        "variables",
                        "links",
                        "diagram",
                        "problems",
                        "coverage");
        assertThat(all.get("version").isNull()).isTrue();
        assertThat(all.get("vendors")).isEmpty();
        assertThat(all.get("services").get(0).toString()).isEqualTo("""
                        {"name":"API","provider":"Acme","url":"https://api.example.org","responsibility":null,\
                        "sla":null,"group":null,"line":7}""");
        JsonNode memory = all.get("metrics").get(0);
        assertThat(memory.get("normal").toString()).isEqualTo("""
                        {"op":"<","value":4,"unit":"GB","of":8,"raw":"< 4 GB (de 8 GB)"}""");
        assertThat(memory.get("line").asInt()).isEqualTo(13);
        assertThat(all.get("alerts").get(0).get("forSeconds").asInt()).isEqualTo(120);
        assertThat(all.get("alerts").get(0).get("playbook").isNull()).isTrue();
        JsonNode coverage = all.get("coverage");
        assertThat(coverage.get("lines").asInt())
                .isEqualTo(coverage.get("structured").asInt()
                        + coverage.get("prose").asInt());
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void namesTheFileBesideEveryLineOfASystemOfSeveral() throws IOException {
        Files.writeString(folder.resolve("runbook.md"), SHOP);
        Files.writeString(
                folder.resolve("api-down.md"),
                "# ApiDown\n\n## Sintomas\n\n- erro 503\n\n## Resolução\n\n```bash\nsystemctl restart api\n```\n");
        assertThat(line.execute(folder.toString(), "--format=json")).isZero();
        JsonNode all = json();
        assertThat(all.isObject()).isTrue();
        assertThat(all.get("services").get(0).get("file").asString()).isEqualTo("runbook.md");
        JsonNode playbook = all.get("playbooks").get(0);
        assertThat(playbook.get("file").asString()).isEqualTo("api-down.md");
        assertThat(playbook.get("symptoms").get(0).get("file").asString()).isEqualTo("api-down.md");
        assertThat(playbook.get("steps")
                        .get(0)
                        .get("commands")
                        .get(0)
                        .get("file")
                        .asString())
                .isEqualTo("api-down.md");
        assertThat(all.get("links").get(0).get("files").get(0).asString()).isEqualTo("runbook.md");
    }

    @Test
    void printsAnArrayForSeveralSystems() throws IOException {
        Path one = Files.writeString(folder.resolve("one.md"), SHOP);
        Path two = Files.writeString(folder.resolve("two.md"), SHOP);
        assertThat(line.execute(
                        one.toString(),
                        two.toString(),
                        folder.resolve("none.md").toString(),
                        "--format",
                        "json"))
                .isZero();
        assertThat(json().isArray()).isTrue();
        assertThat(json()).hasSize(2);
        assertThat(err.toString()).contains("none.md");
    }

    @Test
    void saysOnStandardErrorWhyNothingCouldBeRead() {
        assertThat(line.execute(folder.resolve("none.md").toString(), "--format", "json"))
                .isEqualTo(2);
        assertThat(out.size()).isZero();
        assertThat(err.toString()).contains("none.md").contains("Check the path");
        assertThat(line.execute("--format", "json")).isEqualTo(2);
    }

    @Test
    void printsALineForEachThingAsText() throws IOException {
        Path file = Files.writeString(folder.resolve("loja.md"), SHOP);
        assertThat(line.execute(file.toString())).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8))
                .startsWith("Loja — Operação\n")
                .contains("\nServices (1)\n  line 7  API · Acme · https://api.example.org\n")
                .contains("normal < 4 GB (de 8 GB) · warning 4-6 GB · critical > 6 GB")
                .contains("→ no playbook");
    }

    private JsonNode json() {
        return new JsonMapper().readTree(out.toString(StandardCharsets.UTF_8));
    }
}
