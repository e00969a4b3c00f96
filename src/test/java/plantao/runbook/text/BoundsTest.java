package plantao.runbook.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plantao.runbook.Bound;
import plantao.runbook.Comparison;

class BoundsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "< 500ms;<;500;ms",
                ">1s;>;1;s",
                "< 80 (de 100);<;80;",
                "> 6 GB (de 8 GB);>;6;GB",
                "p95 > 2s;>;2;s",
                "< 200ms (95th percentile);<;200;ms",
                "> 5/min;>;5;/min",
                "≥ 3;>=;3;",
                "≤ 90%;<=;90;%",
                "> 50 jobs;>;50;count",
                "Menor a 1 s;<;1;s",
                "acima de 85%;>;85;%",
                "> 99.999%;>;99.999;%",
                "**> 1.000 tarefas**;>;1000;count",
                "> 5% for 5 min;>;5;%",
                "up == 0;=;0;"
            })
    void readsComparisons(String cell, String sign, double value, String unit) {
        Bound b = Bounds.compared(cell);
        assertThat(b).isNotNull();
        assertThat(b.op().sign()).isEqualTo(sign);
        assertThat(b.value()).isEqualTo(value);
        assertThat(b.unit()).isEqualTo(unit);
    }

    @ParameterizedTest
    @CsvSource({"-", "—", "N/A", "✓", "imediato", "see above"})
    void givesNothingForWords(String cell) {
        assertThat(Bounds.cell(cell, Comparison.ABOVE)).isNull();
    }

    @Test
    void takesTheEndOfARangeThatTheDirectionPointsTo() {
        assertThat(Bounds.cell("70-85%", Comparison.ABOVE))
                .satisfies(b -> assertThat(b.value()).isEqualTo(70));
        assertThat(Bounds.cell("70-85%", Comparison.BELOW))
                .satisfies(b -> assertThat(b.value()).isEqualTo(85));
        assertThat(Bounds.cell("2+", Comparison.ABOVE))
                .satisfies(b -> assertThat(b.op()).isEqualTo(Comparison.AT_LEAST));
    }

    @Test
    void keepsTheWholeALimitIsAPartOf() {
        assertThat(Bounds.compared("< 80 (de 100)"))
                .satisfies(b -> assertThat(b.of()).isEqualTo(100.0));
        assertThat(Bounds.compared("< 200ms (95th percentile)"))
                .satisfies(b -> assertThat(b.of()).isNull());
        assertThat(Bounds.percentile("Query time (95th percentile)")).isEqualTo(95);
        assertThat(Bounds.percentile("Disk p")).isNull();
    }
}
