package plantao.runbook.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import plantao.runbook.Mentions;
import plantao.runbook.Problem;
import plantao.runbook.Runbook;
import plantao.runbook.Step;

/// Whatever is written, reading ends without an exception, every line that is not blank is structure or prose, and
/// every place named is a line of the text.
class GeneratedMarkdownTest {
    private static final String[] STARTS = {
        "# ",
        "## ",
        "### ",
        "#### ",
        "",
        "",
        "",
        "- ",
        "* ",
        "+ ",
        "1. ",
        "2) ",
        "> ",
        "> > ",
        "    ",
        "\t",
        "  - ",
        "   1. ",
        "- [ ] ",
        "- [x] ",
        "□ ",
        "| ",
        "```",
        "```bash",
        "```sql",
        "~~~",
        "```mermaid",
        "---",
        "===",
        "<details>",
        "$ ",
        "# ",
        "**",
        "__",
        "[ref]: "
    };
    private static final String[] WORDS = {
        "Alerts",
        "Symptoms:",
        "**Symptoms:**",
        "**Diagnóstico**",
        "Rollback",
        "Contatos",
        "Métricas",
        "API",
        "down",
        "> 5%",
        "< 500ms",
        "p95",
        "`kubectl get pods`",
        "`",
        "``",
        "rm -rf /tmp/x",
        "psql",
        "SELECT 1;",
        "<pod>",
        "{id}",
        "$URL",
        "https://example.org/a?b=c",
        "[link](#x)",
        "![",
        "](",
        "|",
        "|---|",
        ":",
        "—",
        "🚨",
        "P1",
        "(15 min)",
        "segunda-feira 10:00",
        "a@b.org",
        "+55 11 99999-9999",
        "'",
        "\"",
        "\\",
        "<<EOF",
        "EOF",
        "if",
        "fi",
        "graph TB",
        "A --> B",
        "\u0000",
        "\uD83D",
        "Ã§",
        "√ß",
        "\r",
        "\u2028",
        "TBD",
        "version: 1",
        "```",
        "---",
        "&gt;",
        "<br>"
    };

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89})
    void everyLineIsStructureOrProse(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 40; round++) {
            String text = markdown(random, 1 + random.nextInt(120));
            Runbook r = Texted.of(text);
            String unified = Texts.unified(text);
            int lines = unified.split("\n", -1).length;
            assertThat(r.coverage().lines())
                    .as(text)
                    .isEqualTo((int) java.util.Arrays.stream(unified.split("\n", -1))
                            .filter(l -> !l.isBlank())
                            .count())
                    .isEqualTo(r.coverage().structured() + r.coverage().prose());
            assertThat(r.problems())
                    .extracting(Problem::origin)
                    .as(text)
                    .allMatch(o -> o.line() >= 1 && o.line() <= lines);
            assertThat(r.playbooks().stream().flatMap(p -> p.steps().stream()).map(Step::origin))
                    .as(text)
                    .allMatch(o -> o.line() >= 1 && o.line() <= lines);
            assertThat(r.placeholders().stream().map(Mentions::places))
                    .as(text)
                    .allSatisfy(p -> assertThat(p).allMatch(o -> o.line() >= 1 && o.line() <= lines));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {4, 6, 9})
    void readsTheSameTextTheSameWayTwice(long seed) {
        String text = markdown(new Random(seed), 400);
        assertThat(Texted.of(text)).isEqualTo(Texted.of(text));
    }

    private static String markdown(Random random, int lines) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < lines; i++) {
            out.append(STARTS[random.nextInt(STARTS.length)]);
            for (int w = random.nextInt(6); w > 0; w--) {
                out.append(WORDS[random.nextInt(WORDS.length)]).append(random.nextInt(5) == 0 ? "" : " ");
            }
            out.append(random.nextInt(7) == 0 ? "\n\n" : random.nextInt(9) == 0 ? "\r\n" : "\n");
        }
        return out.toString();
    }
}
