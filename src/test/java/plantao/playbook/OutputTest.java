package plantao.playbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class OutputTest {
    private final Output output = new Output();

    private void add(String text) {
        output.add(new Output.Line(Instant.EPOCH, text, false));
    }

    @Test
    void keepsTheLastLinesAndCountsAll() {
        for (int i = 0; i < Output.KEPT + 5; i++) {
            add("line " + i);
        }
        assertThat(output.lines()).isEqualTo(Output.KEPT + 5);
        assertThat(output.tail(Integer.MAX_VALUE)).hasSize(Output.KEPT);
        assertThat(output.tail(1).getFirst().text()).isEqualTo("line " + (Output.KEPT + 4));
        assertThat(output.tail(0)).isEmpty();
    }

    @Test
    void keepsFewerOfVeryLongOnes() {
        for (int i = 0; i < 200; i++) {
            add("x".repeat(60_000));
        }
        assertThat(output.tail(Output.KEPT).stream()
                        .mapToLong(l -> l.text().length())
                        .sum())
                .isLessThan(5_000_000);
        assertThat(output.lines()).isEqualTo(200);
        add("y".repeat(6_000_000));
        assertThat(output.tail(9)).hasSize(1);
    }

    @Test
    void tellsListenersUntilTheyAreClosed() throws Exception {
        AtomicInteger told = new AtomicInteger();
        AutoCloseable listening = output.listen(told::incrementAndGet);
        add("a");
        listening.close();
        add("b");
        assertThat(told).hasValue(1);
    }
}
