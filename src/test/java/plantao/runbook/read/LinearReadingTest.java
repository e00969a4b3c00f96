package plantao.runbook.read;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plantao.runbook.Problem;
import plantao.runbook.Runbook;

/// Twice the text takes twice the work. The work is counted in bytes allocated, which the load of the machine does
/// not change.
class LinearReadingTest {
    private static final int SIZE = 120_000;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @ParameterizedTest
    @CsvSource({
        "'', '> > > > > > > > > > > > > > > > > > > > > > x\\n'",
        "'', '                    - deep\\n'",
        "'', '`\\n'",
        "'', '[[[[[[[[[[[[[[[[[[[[\\n'",
        "'', '*a **b _c ~~d [e](f <g \\n'",
        "'', '[a]: b\\n'",
        "'', '# h\\n'",
        "'', '**Symptoms:**\\n'",
        "'**Key:** value\\n', 'more words\\n'",
        "'', '## Alerts\\n- API down > 5%\\n### API down\\n**Symptoms:** errors\\n\\n**Solution:**\\n1. `ls -la`\\n\\n'",
        "'## Template\\n', 'Use `a-YYYY.md`:\\n```\\nHello\\n```\\n'",
        "'```bash\\n', 'if x\\n'",
        "'```bash\\n', 'cat <<EOF\\n'",
        "'```bash\\n', 'echo it''s\\n'",
        "'```bash\\n', 'a \\\\\\n'",
        "'```bash\\npsql x\\n', 'select 1\\n'",
        "'```sql\\n', 'select 1\\n'",
        "'|a|b|\\n|-|-|\\n', '|c|d|\\n'",
        "'## Checklist\\n', '- [ ] a\\n'",
        "'', 'Then:\\n\\n- [ ] a\\n\\n'",
        "'', '**5. Queue**\\n\\n'",
        "'', '*Look:* x\\n'",
        "'## Numbers\\n', '**Queue:** normal under 5; critical over 9\\n'",
        "'', 'Ana → Bia (5 min) → Caio (9 min)\\n'",
        "'', '<details>\\n\\n'",
        "'', 'aÃ§Ã£o\\n'"
    })
    void readsTwiceTheTextWithTwiceTheWork(String head, String piece) {
        String unit = piece.replace("\\n", "\n").replace("\\\\", "\\");
        String start = head.replace("\\n", "\n");
        work(start + unit.repeat(SIZE / 4 / unit.length()));
        long once = work(start + unit.repeat(SIZE / unit.length()));
        long twice = work(start + unit.repeat(2 * SIZE / unit.length()));
        assertThat((double) twice / once).as("growth of the work").isLessThan(2.6);
    }

    @Test
    void readsTheBeginningOfALongLine() {
        Runbook r = Texted.of("# Title\n\n" + "word ".repeat(1_000_000) + "\n\n## Deploy\n\n1. `ls -la`\n");
        assertThat(r.title()).isEqualTo("Title");
        assertThat(r.procedures()).hasSize(1);
        assertThat(r.problems())
                .filteredOn(p -> p.code().equals("line-too-long"))
                .singleElement()
                .satisfies(p -> assertThat(p.origin().line()).isEqualTo(3));
    }

    @Test
    void readsUpToALimitAndSaysWhere() {
        String line = "words that say nothing, again and again and again\n";
        Runbook r = Texted.of("# Title\n" + line.repeat(50_000_000 / line.length()));
        int last = (PreparedText.LONGEST - "# Title\n".length()) / line.length() + 1;
        assertThat(r.coverage().lines()).isEqualTo(last);
        assertThat(r.problems())
                .filteredOn(p -> p.code().equals("file-too-large"))
                .singleElement()
                .satisfies(p -> {
                    assertThat(p.severity()).isEqualTo(Problem.Severity.ERROR);
                    assertThat(p.origin().line()).isEqualTo(last);
                });
    }

    private static long work(String text) {
        long before = THREADS.getCurrentThreadAllocatedBytes();
        Runbook r = Texted.of(text);
        long after = THREADS.getCurrentThreadAllocatedBytes();
        assertThat(r.coverage().lines())
                .isEqualTo(r.coverage().structured() + r.coverage().prose());
        return after - before;
    }
}
