package plantao.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import plantao.probe.Check.Figure;
import plantao.probe.Figures.Figured;

/// Every expected number was worked out by hand.
class FiguresTest {
    private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");

    private static Scrape scrape(Figure figure, int second, String... lines) {
        List<Sample> samples = new ArrayList<>();
        for (String line : lines) {
            if (ExpositionText.read(line, name -> true) instanceof ExpositionText.Line.Wanted(Sample sample)) {
                samples.add(sample);
            } else {
                throw new AssertionError(line);
            }
        }
        return new Scrape(figure, samples, START.plusSeconds(second), 7_000_000_000L + second * 1_000_000_000L);
    }

    private static double value(Figure figure, @Nullable Scrape before, Scrape after) {
        return ((Figured.Value) Figures.of(figure, before, after)).value();
    }

    private static String none(Figure figure, @Nullable Scrape before, Scrape after) {
        return ((Figured.None) Figures.of(figure, before, after)).why();
    }

    @Test
    void gaugeSumsMatchingSeries() {
        Figure gauge = new Figure.Gauge("mem", Map.of("env", "a"), 100);
        Scrape page =
                scrape(gauge, 0, "mem{env=\"a\",pod=\"1\"} 0.25", "mem{env=\"a\",pod=\"2\"} 0.5", "mem{env=\"b\"} 9");
        assertThat(value(gauge, null, page)).isEqualTo(75);
        assertThat(none(gauge, null, scrape(gauge, 0, "mem{env=\"b\"} 9")))
                .isEqualTo("no sample mem{env=a} on the page");
        assertThat(none(gauge, null, scrape(gauge, 0, "mem{env=\"a\"} NaN"))).isEqualTo("mem is not a number");
        assertThat(none(gauge, null, scrape(gauge, 0, "mem{env=\"a\"} +Inf"))).isEqualTo("mem is not a number");
    }

    @Test
    void ratePerSecondWithAResetOfOneSeries() {
        Figure rate = new Figure.Rate("cpu", Map.of(), 100);
        Scrape before = scrape(rate, 0, "cpu{core=\"0\"} 100", "cpu{core=\"1\"} 50");
        // core 0: +4; core 1 began anew: 0 → 2; core 2 is new: 0 → 4. 10 in 10 s, times 100.
        Scrape after = scrape(rate, 10, "cpu{core=\"0\"} 104", "cpu{core=\"1\"} 2", "cpu{core=\"2\"} 4");
        assertThat(value(rate, before, after)).isCloseTo(100, within(1e-9));
        assertThat(none(rate, null, after)).startsWith("first scrape");
        assertThat(none(rate, scrape(rate, 0, new String[0]), after)).startsWith("first scrape");
    }

    @Test
    void aClockThatJumpedGivesNoRate() {
        Figure rate = new Figure.Rate("cpu", Map.of(), 1);
        Scrape before = scrape(rate, 0, "cpu 1");
        Scrape jumped = new Scrape(
                rate, scrape(rate, 0, "cpu 2").samples(), START.plusSeconds(3600), before.nanos() + 15_000_000_000L);
        assertThat(none(rate, before, jumped)).startsWith("the clock jumped");
    }

    @Test
    void shareOfStatusClass() {
        Figure share = new Figure.Share("req", Map.of("status", "5xx"), "req", Map.of(), 100);
        Scrape before = scrape(share, 0, "req{status=\"200\"} 1000", "req{status=\"500\"} 10");
        // whole: 90 + 6 + 4 = 100; part: 6 (500) + 4 (503, new) = 10.
        Scrape after = scrape(share, 15, "req{status=\"200\"} 1090", "req{status=\"500\"} 16", "req{status=\"503\"} 4");
        assertThat(value(share, before, after)).isCloseTo(10, within(1e-9));
        Scrape calm = scrape(share, 30, "req{status=\"200\"} 1100", "req{status=\"500\"} 16", "req{status=\"503\"} 4");
        assertThat(value(share, after, calm)).isEqualTo(0);
    }

    @Test
    void shareOfNothingIsNoData() {
        Figure share = new Figure.Share("bad", Map.of(), "all", Map.of(), 100);
        Scrape page = scrape(share, 0, "bad 1", "all 5");
        assertThat(none(share, page, scrape(share, 15, "bad 1", "all 5")))
                .isEqualTo("no new all since the last scrape");
        assertThat(none(share, page, scrape(share, 15, "bad 2"))).isEqualTo("no sample all on the page");
        // Never a bad one, so no series of it: none of ten.
        assertThat(value(share, scrape(share, 0, "all 5"), scrape(share, 15, "all 15")))
                .isEqualTo(0);
    }

    @Test
    void quantileOfTheIncreaseOnly() {
        Figure p95 = new Figure.Quantile(0.95, "lat", Map.of("route", "api"), 1000);
        Scrape before = scrape(p95, 0, hist("api", 100, 200, 300, 300));
        // increases 50, 80, 100, 100: rank 95 lies in (0.5, 1], 15 of 20 in: 0.5 + 0.5 · 0.75 = 0.875 s.
        Scrape after = scrape(p95, 15, hist("api", 150, 280, 400, 400));
        assertThat(value(p95, before, after)).isCloseTo(875, within(1e-6));
        assertThat(none(p95, after, after)).isEqualTo("no new lat since the last scrape");
        // All began anew: the counts themselves. rank 9.5 of 10 beyond the last finite bound → 1 s.
        assertThat(value(p95, after, scrape(p95, 30, hist("api", 1, 2, 3, 10)))).isEqualTo(1000);
        assertThat(none(p95, before, scrape(p95, 15, hist("web", 1, 2, 3, 4)))).startsWith("no sample lat_bucket");
    }

    @Test
    void quantileSumsSeriesOfOtherLabels() {
        Figure median = new Figure.Quantile(0.5, "lat_bucket", Map.of(), 1);
        Scrape before = scrape(median, 0, join(hist("a", 0, 0, 0, 0), hist("b", 0, 0, 0, 0)));
        // 10 + 0, 10 + 0, 10 + 10, 10 + 10: rank 10 is reached at the first bound: 0 + 0.1 · 10/10.
        Scrape after = scrape(median, 15, join(hist("a", 10, 10, 10, 10), hist("b", 0, 0, 10, 10)));
        assertThat(value(median, before, after)).isCloseTo(0.1, within(1e-9));
    }

    @Test
    void quantileEdges() {
        assertThat(Histogram.quantile(0.5, buckets(1, 10)))
                .as("no infinite bucket")
                .isNaN();
        assertThat(Histogram.quantile(0.5, buckets(Double.POSITIVE_INFINITY, 10)))
                .as("only the infinite one")
                .isNaN();
        assertThat(Histogram.quantile(0.5, buckets(-1, 10, Double.POSITIVE_INFINITY, 10)))
                .isEqualTo(-1);
        assertThat(Histogram.quantile(0.25, buckets(2, 8, Double.POSITIVE_INFINITY, 8)))
                .isEqualTo(0.5);
        assertThat(Histogram.quantile(1, buckets(2, 8, 4, 8, Double.POSITIVE_INFINITY, 8)))
                .isEqualTo(2);
    }

    private static List<Histogram.Bucket> buckets(double... pairs) {
        List<Histogram.Bucket> buckets = new ArrayList<>();
        for (int i = 0; i < pairs.length; i += 2) {
            buckets.add(new Histogram.Bucket(pairs[i], pairs[i + 1]));
        }
        return buckets;
    }

    private static String[] hist(String route, int a, int b, int c, int all) {
        return new String[] {
            "lat_bucket{route=\"" + route + "\",le=\"0.1\"} " + a,
            "lat_bucket{route=\"" + route + "\",le=\"0.5\"} " + b,
            "lat_bucket{route=\"" + route + "\",le=\"1\"} " + c,
            "lat_bucket{route=\"" + route + "\",le=\"+Inf\"} " + all
        };
    }

    private static String[] join(String[] a, String[] b) {
        List<String> all = new ArrayList<>(List.of(a));
        all.addAll(List.of(b));
        return all.toArray(String[]::new);
    }
}
