package plantao.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import plantao.alert.Trail;
import plantao.probe.Probe;
import plantao.probe.Reading;
import plantao.store.RingHistory;
import plantao.store.RingReading;
import plantao.store.RingSeries;

class ReadingHistoryTest {
    private final Play play = Play.sketch();
    private final ServiceTile first = play.system().services().stream()
            .filter(t -> t.probe() != null)
            .findFirst()
            .orElseThrow();
    private final RingSeries series =
            new RingSeries(play.system().name(), play.system().target().id(), "service", first.name());

    private ServiceTile tile() {
        return play.system().services().stream()
                .filter(t -> t.name().equals(first.name()))
                .findFirst()
                .orElseThrow();
    }

    private List<RingReading> kept() {
        return play.effects.stream()
                .filter(Effect.StoreReading.class::isInstance)
                .map(e -> ((Effect.StoreReading) e).measured())
                .toList();
    }

    @Test
    void readingsAreKeptWithTheTimeTheyStandFor() {
        Probe probe = first.probe();
        assertThat(probe).isNotNull();
        String system = play.system().name();
        Duration took = Duration.ofMillis(12);
        play.send(new Event.Read(system, new Reading.Up(probe.id(), play.now, took, null, "GET / → 200")));
        play.send(new Event.Read(system, new Reading.Down(probe.id(), play.now, took, "refused", "")));
        play.send(new Event.Read(system, new Reading.NoData(probe.id(), play.now, took, "?")));

        assertThat(kept())
                .containsExactly(
                        new RingReading(series, play.now, probe.interval(), Duration.ZERO, 12),
                        new RingReading(series, play.now, Duration.ZERO, probe.interval(), Double.NaN));
        assertThat(tile().uptime().percent()).isEqualTo(50);
        assertThat(tile().uptime().lost()).isEqualTo(probe.interval());
    }

    @Test
    void earlierReadingsComeBackBehindThoseOfThisSession() {
        Probe probe = first.probe();
        assertThat(probe).isNotNull();
        Instant hourAgo = play.now.minusSeconds(3000);
        List<RingHistory.Slot> minutes =
                List.of(slot(hourAgo, 20), slot(hourAgo.plusSeconds(60), 30), slot(play.now.minusSeconds(300), 40));
        play.send(new Event.Read(
                play.system().name(),
                new Reading.Up(probe.id(), play.now, Duration.ofMillis(12), null, "GET / → 200")));
        RingHistory.Slot month = new RingHistory.Slot(
                play.now.minus(Duration.ofDays(20)), Duration.ofHours(99), Duration.ofHours(1), 990, 1000, 5, 5, 5);
        play.send(new Event.HistoryRead(
                play.system().name(),
                play.system().target().id(),
                Map.of(series, new RingHistory(minutes, List.of(month), List.of(month)))));

        assertThat(tile().latency().points())
                .extracting(Trail.Point::value)
                .containsExactly(20.0, 30.0, Double.NaN, 40.0, Double.NaN, 12.0);
        assertThat(tile().uptime().percent()).isEqualTo(99);
        assertThat(tile().uptime().lost()).isEqualTo(Duration.ofHours(1));
        assertThat(tile().uptime().from()).isEqualTo(month.from());

        ServiceTile once = tile();
        play.send(new Event.HistoryRead(play.system().name(), "another", Map.of()));
        assertThat(tile()).isEqualTo(once);
    }

    private static RingHistory.Slot slot(Instant from, double mean) {
        return new RingHistory.Slot(from, Duration.ofSeconds(60), Duration.ZERO, 4, 4, mean, mean, mean);
    }
}
