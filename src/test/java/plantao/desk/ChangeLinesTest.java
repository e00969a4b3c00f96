package plantao.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ChangeLinesTest {
    private static final Instant NOW = Play.T0;

    @Test
    void aLineIsATimeAndWhatWasChanged() {
        assertThat(ChangeLines.of("""
                2026-11-22T02:54:00Z a1b2c3 Deploy: larger pool
                2026-11-21T23:00:00-03:00 Settings of the queue
                1795316400 rotate the keys
                not a time at all
                2026-11-20T02:00:00Z too long ago
                """, NOW))
                .extracting(Surroundings.Mark::at, Surroundings.Mark::what)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                Instant.parse("2026-11-22T02:54:00Z"), "a1b2c3 Deploy: larger pool"),
                        org.assertj.core.groups.Tuple.tuple(
                                Instant.parse("2026-11-22T02:00:00Z"), "Settings of the queue"),
                        org.assertj.core.groups.Tuple.tuple(Instant.ofEpochSecond(1795316400L), "rotate the keys"));
    }

    @Test
    void theLastChangeBeforeAnAlertStandsBesideIt() {
        Play play = Play.sketch();
        play.send(new Event.ChangesRead(
                "Sketch", ChangeLines.of("2026-11-22T02:54:00Z deploy\n2026-11-22T01:00:00Z older", NOW)));
        Surroundings.Mark mark = play.system().changeBefore(NOW, Duration.ofHours(2));
        assertThat(mark).isNotNull();
        assertThat(mark.what()).isEqualTo("deploy");
        assertThat(play.system().changeBefore(NOW.minusSeconds(10_000), Duration.ofHours(2)))
                .isNull();
    }
}
