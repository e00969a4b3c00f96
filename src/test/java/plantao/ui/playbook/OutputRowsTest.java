package plantao.ui.playbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javafx.collections.ListChangeListener;
import org.junit.jupiter.api.Test;
import plantao.playbook.Output;

class OutputRowsTest {
    private final Output output = new Output();
    private final OutputRows rows = new OutputRows();
    private final List<Integer> changes = new ArrayList<>();

    OutputRowsTest() {
        rows.over(List.of(new OutputRow.Remark("head")));
        rows.addListener((ListChangeListener<OutputRow>) change -> {
            while (change.next()) {
                changes.add(change.getAddedSize());
            }
        });
    }

    private void print(int from, int to) {
        for (int i = from; i < to; i++) {
            output.add(new Output.Line(Instant.EPOCH, "line " + i, false));
        }
    }

    private List<String> texts() {
        return rows.stream()
                .map(r -> r instanceof OutputRow.Line line ? line.line().text() : "-")
                .toList();
    }

    @Test
    void whatTricklesInIsAddedAtTheEnd() {
        print(0, 3);
        assertThat(rows.grow(output, true)).isTrue();
        print(3, 5);
        assertThat(rows.grow(output, true)).isTrue();
        assertThat(rows.grow(output, true)).isFalse();
        assertThat(texts()).containsExactly("-", "line 0", "line 1", "line 2", "line 3", "line 4");
        assertThat(changes).containsExactly(3, 2);
        assertThat(rows.lines()).isEqualTo(5);
    }

    @Test
    void ofAFloodTheLastLinesAreRowsAndAllThatIsKeptOnceItIsOver() {
        print(0, 50_000);
        rows.grow(output, true);
        assertThat(rows).hasSize(1 + OutputRows.FLOOD);
        assertThat(texts()).endsWith("line 49999");
        assertThat(rows.lines()).isEqualTo(Output.KEPT);
        print(50_000, 50_001);
        rows.grow(output, true);
        assertThat(rows).hasSize(1 + Output.KEPT);
        assertThat(texts()).endsWith("line 50000").doesNotHaveDuplicates();
        assertThat(changes).containsExactly(OutputRows.FLOOD, Output.KEPT);
    }

    @Test
    void theRestOfAFloodComesEvenIfNothingMoreIsPrinted() {
        print(0, 1000);
        rows.grow(output, true);
        assertThat(rows.grow(output, true)).isTrue();
        assertThat(rows).hasSize(1 + 1000);
    }

    @Test
    void whoScrollsBackSeesRowsThatStandStill() {
        print(0, 50_000);
        rows.grow(output, true);
        print(50_000, 50_100);
        assertThat(rows.back()).isEqualTo(Output.KEPT - 100 - OutputRows.FLOOD);
        List<String> before = texts();
        assertThat(before).startsWith("-", "line 48100").endsWith("line 49999");
        print(50_100, 60_000);
        assertThat(rows.grow(output, false)).isFalse();
        assertThat(texts()).isEqualTo(before);
        rows.grow(output, true);
        assertThat(texts()).endsWith("line 59999");
    }

    @Test
    void anotherStepBeginsAnew() {
        print(0, 10);
        rows.grow(output, true);
        rows.grow(new Output(), true);
        assertThat(texts()).containsExactly("-");
    }
}
