package plantao.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class OwnProberTest {
    private final OwnProber own = new OwnProber();
    private final Probe probe = Probes.service(Probes.get("http://127.0.0.1/"), Probes.PATIENT);

    private Reading figure(Check.Own.What what, Instant at) {
        Check.Own check = new Check.Own(what, 90, 0.001, List.of(probe.id(), "another"));
        return own.read(Attempt.begin(Probes.metric(check), at), check);
    }

    @Test
    void figuresOfTheLastQuarterOfAnHour() {
        Instant at = Probes.AT;
        own.keep(probe, new Reading.Up(probe.id(), at, Duration.ofSeconds(4), null, "slow by our own beginning"));
        for (int i = 1; i <= 9; i++) {
            at = at.plusSeconds(15);
            own.keep(probe, new Reading.Up(probe.id(), at, Duration.ofMillis(100 * i), null, ""));
        }
        assertThat(Probes.noData(figure(Check.Own.What.LATENCY, at)).reason())
                .isEqualTo("too few own readings yet (9 of 10)");
        at = at.plusSeconds(15);
        own.keep(probe, new Reading.Up(probe.id(), at, Duration.ofSeconds(1), null, ""));
        own.keep(probe, new Reading.NoData(probe.id(), at, Duration.ZERO, "counts for neither"));

        Reading.Up latency = Probes.up(figure(Check.Own.What.LATENCY, at));
        assertThat(latency.value()).isEqualTo(0.9);
        assertThat(latency.detail()).isEqualTo("p90 of 10 own readings in 15 min");
        for (int i = 0; i < 2; i++) {
            at = at.plusSeconds(15);
            own.keep(probe, new Reading.Down(probe.id(), at, Duration.ZERO, "refused", ""));
            // Asked again by hand.
            own.keep(probe, new Reading.Down(probe.id(), at.plusSeconds(1), Duration.ZERO, "refused", ""));
        }
        assertThat(Probes.up(figure(Check.Own.What.ERRORS, at)).value()).isEqualTo(100.0 * 2 / 12);
        assertThat(Probes.up(figure(Check.Own.What.AVAILABILITY, at)).value()).isEqualTo(100.0 * 10 / 12);

        assertThat(Probes.noData(figure(Check.Own.What.ERRORS, at.plus(Duration.ofMinutes(20))))
                        .reason())
                .isEqualTo("too few own readings yet (0 of 10)");
    }
}
