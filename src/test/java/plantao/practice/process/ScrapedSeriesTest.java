package plantao.practice.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ScrapedSeriesTest {
    private final ScrapedSeries series = new ScrapedSeries();

    private void scrape(double time, String... lines) {
        series.take(String.join("\n", lines), Map.of("job", "api"), time);
    }

    private List<ScrapedSeries.Point> ask(String query) {
        return series.find(PromQl.read(query), 60);
    }

    @Test
    void findsTheNewestSampleByNameAndLabels() {
        scrape(10, "# HELP x about", "x{status=\"2xx\"} 1", "x{status=\"5xx\"} 2", "y 3");
        scrape(20, "x{status=\"2xx\"} 5", "x{status=\"5xx\"} 7", "y 4");
        assertThat(ask("x{status=~\"5.*\"}"))
                .singleElement()
                .satisfies(p -> assertThat(p.value()).isEqualTo(7));
        assertThat(ask("y")).containsExactly(new ScrapedSeries.Point(Map.of("__name__", "y", "job", "api"), 4));
        assertThat(ask("x{job!=\"api\"}")).isEmpty();
    }

    @Test
    void aRateForgivesACounterThatBeganAgain() {
        scrape(0, "n 100");
        scrape(20, "n 140");
        scrape(40, "n 10");
        assertThat(ask("rate(n[5m])").getFirst().value()).isEqualTo(50 / 40.0);
        assertThat(ask("increase(n[1m])").getFirst().value()).isEqualTo(30, within(1e-9));
    }

    @Test
    void quantilesLieWithinTheBucketThatHoldsTheRank() {
        scrape(0, "t_bucket{le=\"0.5\"} 0", "t_bucket{le=\"1\"} 0", "t_bucket{le=\"+Inf\"} 0");
        scrape(50, "t_bucket{le=\"0.5\"} 50", "t_bucket{le=\"1\"} 100", "t_bucket{le=\"+Inf\"} 100");
        assertThat(ask("histogram_quantile(0.95,rate(t_bucket[5m]))").getFirst().value())
                .isEqualTo(0.95, within(1e-9));
    }

    @Test
    void sharesAreComputed() {
        scrape(0, "n{s=\"2xx\"} 0", "n{s=\"5xx\"} 0");
        scrape(50, "n{s=\"2xx\"} 90", "n{s=\"5xx\"} 10");
        assertThat(ask("100 * sum(rate(n{s=\"5xx\"}[5m])) / sum(rate(n[5m])) > 5")
                        .getFirst()
                        .value())
                .isEqualTo(10, within(1e-9));
        assertThat(ask("sum by (s) (n)")).hasSize(2);
    }

    @Test
    void saysWhatItCannotRead() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PromQl.read("rate(n)"))
                .withMessageContaining("range");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PromQl.read("sum(n"))
                .withMessageContaining("end of input");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PromQl.read("n ?? 2"))
                .withMessageContaining("??");
    }
}
