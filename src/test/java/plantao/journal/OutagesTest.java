package plantao.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OutagesTest {
    @Test
    void anOutageToldTwiceBeganWhenItWasFirstSeen() {
        Instant fell = Instant.parse("2026-11-22T03:00:00Z");
        Map<String, Instant> told = Map.of("desk\nAPI", fell);

        assertThat(Outages.seen(told, "desk\nAPI", fell.plusSeconds(60))).isEqualTo(told);
        assertThat(Outages.seen(told, "desk\nAPI", fell.minusSeconds(60)))
                .containsEntry("desk\nAPI", fell.minusSeconds(60));
        assertThat(Outages.seen(told, "other\nAPI", fell.plusSeconds(60)))
                .containsEntry("other\nAPI", fell.plusSeconds(60));
    }
}
