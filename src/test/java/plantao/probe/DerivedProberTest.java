package plantao.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class DerivedProberTest {
    private final DerivedProber own = new DerivedProber();
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

    private Instant keep(Instant from, String course, int slowMillis) {
        Instant at = from;
        for (char c : course.toCharArray()) {
            at = at.plusSeconds(15);
            own.keep(
                    probe,
                    c == 'x'
                            ? new Reading.Down(probe.id(), at, Duration.ZERO, "refused", "")
                            : new Reading.Up(probe.id(), at, Duration.ofMillis(c == 's' ? slowMillis : 100), null, ""));
        }
        return at;
    }

    @Test
    void anOutageThatIsOverCountsNoLonger() {
        Instant down = keep(Probes.AT, "..............xxxxxx", 0);
        assertThat(Probes.up(figure(Check.Own.What.ERRORS, down)).value()).isGreaterThan(30);
        Instant few = keep(down, ".....", 0);
        assertThat(Probes.up(figure(Check.Own.What.ERRORS, few)).value()).isEqualTo(100.0 * 6 / 24);

        Instant over = keep(few, ".", 0);

        assertThat(Probes.up(figure(Check.Own.What.ERRORS, over)))
                .extracting(Reading.Up::value, Reading.Up::detail)
                .containsExactly(0.0, "0 failed of the last 6 own readings");
        assertThat(Probes.up(figure(Check.Own.What.AVAILABILITY, over)).value()).isEqualTo(100.0);
    }

    @Test
    void failuresNowAndThenAreNotOverAfterAShortRest() {
        Instant at = keep(Probes.AT, "......x....x....x....x....x..........", 0);

        assertThat(Probes.up(figure(Check.Own.What.ERRORS, at)).value()).isEqualTo(100.0 * 5 / 36);
        assertThat(Probes.up(figure(Check.Own.What.ERRORS, keep(at, ".....", 0)))
                        .value())
                .isZero();
    }

    @Test
    void oneFailureAloneIsNoRate() {
        Instant at = keep(Probes.AT, "............x", 0);

        assertThat(Probes.up(figure(Check.Own.What.ERRORS, at)))
                .extracting(Reading.Up::value, Reading.Up::detail)
                .containsExactly(0.0, "1 failed of 12 own readings in 15 min: counts when another one fails");
        assertThat(Probes.up(figure(Check.Own.What.ERRORS, keep(at, "x", 0))).value())
                .isEqualTo(100.0 * 2 / 13);
    }

    @Test
    void slownessThatIsOverCountsNoLonger() {
        Instant slow = keep(Probes.AT, ".............sssssss", 2000);
        assertThat(Probes.up(figure(Check.Own.What.LATENCY, slow)).value()).isEqualTo(2.0);

        assertThat(Probes.up(figure(Check.Own.What.LATENCY, keep(slow, "......", 0))))
                .extracting(Reading.Up::value, Reading.Up::detail)
                .containsExactly(0.1, "p90 of the last 6 own readings");
    }
}
