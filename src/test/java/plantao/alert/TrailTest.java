package plantao.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class TrailTest {
    private static final Instant T0 = Instant.parse("2026-11-22T03:00:00Z");

    @Test
    void forgetsWhatIsOlderThanAnHour() {
        Trail trail = Trail.EMPTY.plus(T0, 1).plus(T0.plusSeconds(1800), 2).plus(T0.plusSeconds(3600), 3);
        assertThat(trail.points()).extracting(Trail.Point::value).containsExactly(2.0, 3.0);
    }

    @Test
    void staysBoundedAndKeepsTheNewest() {
        Trail trail = Trail.EMPTY;
        for (int i = 0; i < 3000; i++) {
            trail = trail.plus(T0.plusSeconds(i), i);
        }
        assertThat(trail.points()).hasSizeLessThanOrEqualTo(Trail.LENGTH + 1);
        assertThat(trail.points().getLast().value()).isEqualTo(2999);
        assertThat(trail.points()).extracting(Trail.Point::at).isSorted();
        assertThat(trail.points().getFirst().at()).isBefore(T0.plusSeconds(1500));
    }
}
