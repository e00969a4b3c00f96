package plantao.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import plantao.probe.Reading;

class HealthTest {
    private static final Instant T0 = Instant.parse("2026-11-22T03:00:00Z");

    private static Reading good(int second) {
        return new Reading.Up("p", T0.plusSeconds(second), Duration.ofMillis(5), null, "ok");
    }

    private static Reading bad(int second) {
        return new Reading.Down("p", T0.plusSeconds(second), Duration.ofMillis(5), "refused", "");
    }

    private static Health after(Reading... readings) {
        Health health = Health.UNKNOWN;
        for (Reading reading : readings) {
            health = health.next(reading, 3, 2);
        }
        return health;
    }

    @Test
    void theFirstGoodReadingDecides() {
        assertThat(after(good(0)).state()).isEqualTo(Health.State.UP);
        assertThat(after(bad(0)).state()).isEqualTo(Health.State.UNKNOWN);
    }

    @Test
    void aFirstReadingThatIsOnlySlowDecidesNothing() {
        Reading slow = new Reading.Up("p", T0, Duration.ofSeconds(1), null, "ok", "slow");
        assertThat(after(slow).state()).isEqualTo(Health.State.UNKNOWN);
        assertThat(after(slow, good(1)).state()).isEqualTo(Health.State.UP);
        assertThat(after(slow, slow, slow).state()).isEqualTo(Health.State.DEGRADED);
    }

    @Test
    void goesDownAfterEnoughBadReadingsAndCountsFromTheFirst() {
        Health down = after(good(0), bad(10), bad(20), bad(30));
        assertThat(down.state()).isEqualTo(Health.State.DOWN);
        assertThat(down.since()).isEqualTo(T0.plusSeconds(10));
        assertThat(after(good(0), bad(10), bad(20)).state()).isEqualTo(Health.State.UP);
    }

    @Test
    void oneGoodReadingInBetweenBeginsTheCountAnew() {
        assertThat(after(good(0), bad(10), bad(20), good(30), bad(40), bad(50)).state())
                .isEqualTo(Health.State.UP);
    }

    @Test
    void comesBackAfterEnoughGoodReadings() {
        Health back = after(bad(0), bad(1), bad(2), good(3), good(4));
        assertThat(back.state()).isEqualTo(Health.State.UP);
        assertThat(back.since()).isEqualTo(T0.plusSeconds(4));
        assertThat(after(bad(0), bad(1), bad(2), good(3), bad(4), good(5)).state())
                .isEqualTo(Health.State.DOWN);
    }

    @Test
    void aReadingWithoutDataCountsForNeither() {
        Reading none = new Reading.NoData("p", T0.plusSeconds(3), Duration.ZERO, "first scrape");
        Health health = after(good(0), bad(1), bad(2), none, bad(4));
        assertThat(health.state()).isEqualTo(Health.State.DOWN);
        assertThat(health.since()).isEqualTo(T0.plusSeconds(1));
    }
}
