package plantao.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AlertLoadTest {
    private static final Instant T0 = Instant.parse("2026-11-22T03:00:00Z");

    private final List<Entry> entries = new ArrayList<>();

    private void at(int minute, Detail detail) {
        entries.add(new Entry(
                new UUID(1, entries.size()), T0.plusSeconds(60L * minute), "Ana", "desk", "Shop", "", detail));
    }

    private void fires(int minute, String alert, int line) {
        at(minute, new Detail.AlertFired(alert, alert, 2, "x > 1", null, T0, line));
    }

    @Test
    void countsAnHourTheWorstAndWhatNobodySaw() {
        fires(0, "disk", 12);
        at(1, new Detail.AlertAcknowledged("disk", "disk", 60_000, "known"));
        at(5, new Detail.AlertCleared("disk", "disk", 300_000));
        fires(30, "disk", 14);
        at(40, new Detail.AlertCleared("disk", "disk", 600_000));
        fires(100, "queue", 20);
        AlertLoad load = AlertLoad.of(AlertEpisode.of(entries), T0, T0.plusSeconds(7200));
        assertThat(load.perHour()).isEqualTo(1.5);
        assertThat(load.heavy()).isFalse();
        assertThat(load.offenders())
                .containsExactly(
                        new AlertLoad.Offender("disk", "disk", 14, 2, 1),
                        new AlertLoad.Offender("queue", "queue", 20, 1, 1));
    }

    @Test
    void moreThanTenInTenMinutesAreAFlood() {
        for (int i = 0; i < 11; i++) {
            fires(i < 10 ? i : 9, "a" + i, i);
        }
        AlertLoad load = AlertLoad.of(AlertEpisode.of(entries), T0, T0.plusSeconds(12 * 3600));
        assertThat(load.most()).isEqualTo(11);
        assertThat(load.heavy()).isTrue();
    }

    @Test
    void anEpisodeKeepsWhoSawItWithWhatWordsAndWhenItEnded() {
        fires(0, "disk", 12);
        at(1, new Detail.AlertAcknowledged("disk", "disk", 60_000, "known"));
        at(5, new Detail.AlertCleared("disk", "disk", 300_000));
        fires(9, "disk", 12);
        assertThat(AlertEpisode.of(entries))
                .extracting(AlertEpisode::by, AlertEpisode::note, AlertEpisode::cleared)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("Ana", "known", T0.plusSeconds(300)),
                        org.assertj.core.groups.Tuple.tuple(null, null, null));
    }
}
