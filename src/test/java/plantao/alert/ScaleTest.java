package plantao.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import plantao.runbook.Bound;
import plantao.runbook.Comparison;
import plantao.runbook.Metric;
import plantao.runbook.Origin;

class ScaleTest {
    private static Bound bound(Comparison op, double value, @Nullable String unit) {
        return bound(op, value, unit, "");
    }

    private static Bound bound(Comparison op, double value, @Nullable String unit, String raw) {
        return new Bound(op, value, unit, null, raw);
    }

    private static Scale scale(@Nullable Bound normal, @Nullable Bound warning, @Nullable Bound critical) {
        return Scale.of(new Metric("m", null, null, null, normal, warning, critical, new Origin("f", 1)));
    }

    private static String bands(Scale scale, double... values) {
        return DoubleStream.of(values).mapToObj(v -> scale.band(v).name()).collect(Collectors.joining(" "));
    }

    private final Scale latency =
            scale(bound(Comparison.BELOW, 500, "ms"), bound(Comparison.ABOVE, 1, "s"), bound(Comparison.ABOVE, 3, "s"));

    @Test
    void bringsAllLimitsToOneUnit() {
        assertThat(latency.unit()).isEqualTo("ms");
        assertThat(latency.warning()).isEqualTo(1000);
        assertThat(latency.critical()).isEqualTo(3000);
    }

    @Test
    void tellsTheBand() {
        assertThat(bands(latency, 499, 500, 501, 1000.5, 3001)).isEqualTo("NORMAL RAISED RAISED WARNING CRITICAL");
    }

    @Test
    void aLimitThatIsIncludedIsReachedByItsNumber() {
        Scale lost = scale(
                bound(Comparison.AT_MOST, 0, null, "0"),
                bound(Comparison.AT_LEAST, 1, null, "≥ 1"),
                bound(Comparison.ABOVE, 5, null, "> 5"));
        assertThat(bands(lost, 0, 1, 5, 6)).isEqualTo("NORMAL WARNING WARNING CRITICAL");
    }

    @Test
    void aCellWithoutAnOperatorMeansItsNumberToo() {
        Scale workers = scale(
                bound(Comparison.ABOVE, 4, null, "4"),
                bound(Comparison.BELOW, 2, null, "2"),
                bound(Comparison.AT_MOST, 0, null, "0"));
        assertThat(bands(workers, 4, 3, 2, 0)).isEqualTo("NORMAL RAISED WARNING CRITICAL");
    }

    @Test
    void anEqualsSignTakesItsDirectionFromTheOtherLimits() {
        Scale replicas = scale(
                bound(Comparison.AT_LEAST, 3, null, ">= 3"),
                bound(Comparison.BELOW, 3, null, "< 3"),
                bound(Comparison.EQUAL, 0, null, "= 0"));
        assertThat(bands(replicas, 3, 2, 0)).isEqualTo("NORMAL WARNING CRITICAL");
        Scale full =
                scale(null, bound(Comparison.ABOVE, 80, "%", "> 80%"), bound(Comparison.EQUAL, 100, "%", "= 100%"));
        assertThat(bands(full, 90, 100)).isEqualTo("WARNING CRITICAL");
        Scale only = scale(null, null, bound(Comparison.EQUAL, 0, null, "= 0"));
        assertThat(bands(only, 0, 1)).isEqualTo("CRITICAL NORMAL");
    }

    @Test
    void drawsLimitsOfEveryMetricInTheSamePlaces() {
        assertThat(latency.position(0)).isEqualTo(0);
        assertThat(latency.position(250)).isEqualTo(0.25, within(1e-9));
        assertThat(latency.position(500)).isEqualTo(0.5, within(1e-9));
        assertThat(latency.position(1000)).isEqualTo(0.66, within(1e-9));
        assertThat(latency.position(3000)).isEqualTo(0.82, within(1e-9));
        assertThat(latency.position(1e9)).isEqualTo(1);
    }

    @Test
    void mirrorsMetricsWhereLowerIsWorse() {
        Scale hits = scale(
                bound(Comparison.ABOVE, 80, "%"), bound(Comparison.BELOW, 70, "%"), bound(Comparison.BELOW, 50, "%"));
        assertThat(hits.higherIsWorse()).isFalse();
        assertThat(bands(hits, 90, 75, 60, 40)).isEqualTo("NORMAL RAISED WARNING CRITICAL");
        assertThat(hits.position(100)).isEqualTo(0, within(1e-9));
        assertThat(hits.position(80)).isEqualTo(0.5, within(1e-9));
        assertThat(hits.position(50)).isEqualTo(0.82, within(1e-9));
        assertThat(hits.position(0)).isEqualTo(1, within(1e-9));
    }

    @Test
    void aMissingLimitLeavesTheOthersInTheirPlaces() {
        Scale two = scale(null, bound(Comparison.ABOVE, 1, "%"), bound(Comparison.ABOVE, 5, "%"));
        assertThat(two.position(1)).isEqualTo(0.66, within(1e-9));
        assertThat(two.position(5)).isEqualTo(0.82, within(1e-9));
        assertThat(two.band(0.5)).isEqualTo(Scale.Band.NORMAL);
    }

    @Test
    void normalThatEndsWhereTheWarningBeginsIsOneLimit() {
        Scale one = scale(
                bound(Comparison.BELOW, 1, "%"), bound(Comparison.ABOVE, 1, "%"), bound(Comparison.ABOVE, 5, "%"));
        assertThat(one.ownNormal()).isNull();
        assertThat(one.position(0.5)).isEqualTo(0.33, within(1e-9));
        assertThat(one.position(1)).isEqualTo(0.66, within(1e-9));
        assertThat(latency.ownNormal()).isEqualTo(500);
    }
}
