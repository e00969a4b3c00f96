package plantao.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import plantao.runbook.Bound;
import plantao.runbook.Comparison;
import plantao.runbook.Metric;
import plantao.runbook.Origin;

class ScaleTest {
    private static Bound bound(Comparison op, double value, @Nullable String unit) {
        return new Bound(op, value, unit, null, "");
    }

    private static Scale scale(@Nullable Bound normal, @Nullable Bound warning, @Nullable Bound critical) {
        return Scale.of(new Metric("m", null, null, null, normal, warning, critical, new Origin("f", 1)));
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
        assertThat(latency.band(500)).isEqualTo(Scale.Band.NORMAL);
        assertThat(latency.band(501)).isEqualTo(Scale.Band.RAISED);
        assertThat(latency.band(1000.5)).isEqualTo(Scale.Band.WARNING);
        assertThat(latency.band(3001)).isEqualTo(Scale.Band.CRITICAL);
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
        assertThat(hits.band(90)).isEqualTo(Scale.Band.NORMAL);
        assertThat(hits.band(75)).isEqualTo(Scale.Band.RAISED);
        assertThat(hits.band(60)).isEqualTo(Scale.Band.WARNING);
        assertThat(hits.band(40)).isEqualTo(Scale.Band.CRITICAL);
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
}
