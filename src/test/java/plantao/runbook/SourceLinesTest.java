package plantao.runbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import plantao.runbook.LineRole.Kind;
import plantao.runbook.read.RunbookReader;

class SourceLinesTest {
    private static final String TEXT = """
            # Bakery

            ## Metrics

            | Metric | Normal | Warning | Critical |
            |---|---|---|---|
            | Oven latency (p95) | < 500 ms | > 1 s | > 3 s |

            ## Alerts

            1. **Oven down** (no answer for 2 min)

            ## Incidents

            ### Oven does not answer

            **Symptoms:**

            - Timeouts at the counter

            **Diagnosis:**

            ```bash
            # 1. Look at the oven
            ovenctl status \\
              --all
            ```

            Nobody knows why it is blue.

            | Colour | Meaning |
            |---|---|
            | blue | none |
            """;

    private static List<SourceLine> lines(Map<String, String> files, String file) {
        return SourceLines.of(RunbookReader.read("bakery", files), file);
    }

    private static LineRole of(String part) {
        return lines(Map.of("runbook.md", TEXT), "runbook.md").stream()
                .filter(l -> l.text().contains(part))
                .findFirst()
                .orElseThrow()
                .became();
    }

    @Test
    void everyLineIsThereInOrder() {
        List<SourceLine> all = lines(Map.of("runbook.md", TEXT), "runbook.md");
        assertThat(all.stream().map(SourceLine::text))
                .containsExactlyElementsOf(TEXT.lines().toList());
        assertThat(all.getLast().number()).isEqualTo(all.size());
    }

    @Test
    void theOriginsSayWhatALineBecame() {
        assertThat(of("## Metrics").kind()).isEqualTo(Kind.SECTION);
        assertThat(of("Oven latency")).isEqualTo(new LineRole(Kind.METRIC, "p95", null, null, false));
        assertThat(of("Oven down")).isEqualTo(new LineRole(Kind.ALERT, null, 120, null, false));
        assertThat(of("### Oven does not").kind()).isEqualTo(Kind.PLAYBOOK);
        assertThat(of("Timeouts").kind()).isEqualTo(Kind.SYMPTOM);
        assertThat(of("1. Look at").kind()).isEqualTo(Kind.STEP);
        assertThat(of("ovenctl").kind()).isEqualTo(Kind.COMMAND);
    }

    @Test
    void whatBelongsTogetherStaysTogether() {
        assertThat(of("--all"))
                .matches(LineRole::continued)
                .extracting(LineRole::kind)
                .isEqualTo(Kind.COMMAND);
        assertThat(of("| Metric |").kind()).isEqualTo(Kind.TABLE_HEADER);
        assertThat(of("|---|---|---|---|").kind()).isEqualTo(Kind.MARK);
        assertThat(of("**Symptoms:**").kind()).isEqualTo(Kind.LEAD);
    }

    @Test
    void whatBecameNothingIsProse() {
        assertThat(of("Nobody knows").kind()).isEqualTo(Kind.PROSE);
        assertThat(of("| Colour |").kind()).isEqualTo(Kind.PROSE);
        assertThat(of("| blue |").kind()).isEqualTo(Kind.PROSE);
    }

    @Test
    void otherFilesHaveLinesToo() {
        Map<String, String> files = Map.of("runbook.md", TEXT, "console.yaml", "system: bakery\n");
        assertThat(lines(files, "console.yaml"))
                .containsExactly(new SourceLine(1, "system: bakery", LineRole.of(Kind.SETTING)));
        assertThat(lines(files, "nowhere.md")).isEmpty();
    }

    @Test
    void anUnfinishedTextIsNoTrouble() {
        for (String text : List.of("", "```", "|a|\n|-|", "---", "---\na: b\n---", "> ```\n> x", "~~~~\n```\n~~~~\n")) {
            List<SourceLine> all = lines(Map.of("a.md", text + "\n"), "a.md");
            assertThat(all).as(text).hasSize((int) (text + "\n").lines().count());
        }
    }
}
