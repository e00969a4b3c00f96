package plantao;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import plantao.cli.PlantaoCommand;
import plantao.store.JournalStore;
import plantao.store.StoreException;

/// Documents from a log that a window has open all the while.
class ExportVerbTest {
    @TempDir
    Path temp;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int export(String... arguments) {
        CommandLine line = PlantaoCommand.of(
                Main.rooms(Map.of(
                        "XDG_DATA_HOME",
                        temp.resolve("data").toString(),
                        "XDG_CONFIG_HOME",
                        temp.resolve("config").toString(),
                        "XDG_STATE_HOME",
                        temp.resolve("state").toString(),
                        "QUEUE_TOKEN",
                        LogHolder.SECRET)),
                false);
        line.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        return line.execute(
                Stream.concat(Stream.of("export"), Stream.of(arguments)).toArray(String[]::new));
    }

    private Path runbook() throws IOException {
        Path folder = Files.createDirectories(temp.resolve("shop"));
        Files.writeString(folder.resolve("runbook.md"), """
                # Shop

                ## Services

                | Service |
                |---|
                | Catalogue |
                | Queue |
                """);
        Files.writeString(
                folder.resolve("console.yaml"), "variables:\n  QUEUE_TOKEN: {env: QUEUE_TOKEN, secret: true}\n");
        return folder;
    }

    @Test
    void documentsAreWrittenWhileAWindowHasTheLogOpen() throws Exception {
        Path log = temp.resolve("data/plantao/log");
        Files.createDirectories(log);
        String runbook = "--runbook=" + runbook();
        Process window = LogHolder.start(log);
        try (BufferedReader said = window.inputReader()) {
            assertThat(said.readLine()).isEqualTo("open");

            assertThat(export("incident", runbook, "--language=en", "--format=html"))
                    .as(err.toString())
                    .isZero();
            assertThat(out.toString())
                    .startsWith("<!doctype html>\n<html lang=\"en\">")
                    .contains("<h1>Incident 7: Orders are lost</h1>", "<code>queue restart | tee log</code>, exit 0")
                    .doesNotContain(LogHolder.SECRET);
            assertThat(export("incident", runbook, "--language=en"))
                    .as(err.toString())
                    .isZero();
            assertThat(out.toString())
                    .startsWith("# Incident 7: Orders are lost\n")
                    .contains("SEV 2", "18:00–18:11 UTC", "2026-03-01", "`queue restart | tee log`, exit 0", "done")
                    .doesNotContain(LogHolder.SECRET);

            assertThat(export("handoff", runbook, "--language=en")).isZero();
            assertThat(out.toString())
                    .contains("# Handoff: shop", "Catalogue down: connection refused", "Orders are lost");

            assertThat(export("log", "--system=SHOP", runbook, "--language=pt-BR"))
                    .isZero();
            assertThat(out.toString())
                    .startsWith("# Registro: shop\n\n## 2026-03-01 (UTC)\n")
                    .contains("Ana assume o plantão")
                    .doesNotContain(LogHolder.SECRET);
            assertThat(export("log", "--since=2026-03-02", runbook)).isEqualTo(1);

            Path papers = temp.resolve("papers");
            assertThat(export("postmortem", "--incident=7", "--out", papers.toString(), runbook))
                    .isZero();
            Path file = papers.resolve("2026-03-01-orders-are-lost.md");
            assertThat(out.toString().strip()).isEqualTo(file.toString());
            assertThat(file)
                    .content()
                    .startsWith("# Incident: Orders are lost\n")
                    .contains("18:10: Incident 7 declared by Ana");

            Files.writeString(file, "Edited by hand.\n");
            assertThat(export("postmortem", "--out", papers.toString(), runbook))
                    .isZero();
            assertThat(file).hasContent("Edited by hand.\n");
            assertThat(papers.resolve("2026-03-01-orders-are-lost-2.md")).exists();

            assertThatThrownBy(() -> JournalStore.open(log))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("in use by another window");
            assertThat(window.isAlive()).isTrue();
        } finally {
            window.destroyForcibly();
        }
        try (Stream<Path> left = Files.list(log)) {
            assertThat(left.map(p -> p.getFileName().toString()).toList())
                    .as("nothing of the exporting is left")
                    .containsExactlyInAnyOrder("log.mv.db", "open.sock", "ahead.jsonl");
        }
    }

    @Test
    void whatIsNotInTheLogIsSaid() {
        assertThat(export("handoff")).isEqualTo(1);
        assertThat(err.toString()).contains("the log has no such handoff");
        assertThat(export("handoff", "--system", "shop")).isEqualTo(2);
        assertThat(err.toString()).contains("knows no system \"shop\"").contains("empty");
        assertThat(export("log", "--since", "yesterday")).isEqualTo(2);
        assertThat(err.toString()).contains("--since takes").contains("yesterday");
        assertThat(export("letter")).isEqualTo(2);
        assertThat(temp.resolve("data")).doesNotExist();
    }

    @Test
    void aLogThatIsNoLogIsNamed() throws IOException {
        Path log = Files.createDirectories(temp.resolve("data/plantao/log")).resolve("log.mv.db");
        Files.writeString(log, "no database");
        assertThat(export("log")).isEqualTo(2);
        assertThat(err.toString()).contains(log.toString()).contains("could not be opened");
        assertThat(log).hasContent("no database");
    }
}
