package plantao.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The rings of readings: what goes in comes back after a restart, and no more than fits is ever kept.
@Timeout(60)
class RingsTest {
    private static final Instant T0 = Instant.parse("2026-11-22T10:00:00Z");
    private static final RingSeries API = new RingSeries("Shop", "production", "service", "API");

    @TempDir
    Path folder;

    private static RingReading good(Instant at, double millis) {
        return new RingReading(API, at, Duration.ofSeconds(15), Duration.ZERO, millis);
    }

    private static RingReading bad(Instant at) {
        return new RingReading(API, at, Duration.ZERO, Duration.ofSeconds(15), Double.NaN);
    }

    private static RingHistory past(Rings rings) throws Exception {
        CompletableFuture<Map<RingSeries, RingHistory>> found = new CompletableFuture<>();
        rings.recall("Shop", "production", found::complete);
        return found.get(20, TimeUnit.SECONDS).getOrDefault(API, RingHistory.NONE);
    }

    @Test
    void whatWasReadIsThereAfterARestart() throws Exception {
        InstantSource clock = () -> T0.plusSeconds(90);
        try (Rings rings = new Rings(folder, clock, _ -> {})) {
            rings.add(good(T0, 10));
            rings.add(good(T0.plusSeconds(15), 30));
            rings.add(bad(T0.plusSeconds(30)));
        }
        try (Rings rings = new Rings(folder, clock, _ -> {})) {
            rings.add(good(T0.plusSeconds(45), 50)); // of the same minute as before the restart
            rings.add(good(T0.plusSeconds(60), 7));
            RingHistory past = past(rings);
            assertThat(past.minutes())
                    .containsExactly(
                            new RingHistory.Slot(T0, Duration.ofSeconds(45), Duration.ofSeconds(15), 3, 4, 30, 10, 50),
                            new RingHistory.Slot(
                                    T0.plusSeconds(60), Duration.ofSeconds(15), Duration.ZERO, 1, 1, 7, 7, 7));
            assertThat(past.hours())
                    .containsExactly(new RingHistory.Slot(
                            T0, Duration.ofSeconds(60), Duration.ofSeconds(15), 4, 5, 97.0 / 4, 7, 50));
            assertThat(past.days()).hasSize(1);
        }
        assertThat(Files.getPosixFilePermissions(folder.resolve("readings.mv.db")))
                .allMatch(p -> p.name().startsWith("OWNER"));
    }

    @Test
    void aRingNeverGrowsBeyondItsSlotsAndAWrongClockDoesNoHarm() {
        try (RingStore store = RingStore.open(folder, T0)) {
            for (int day = 0; day < 3; day++) {
                Map<RingStore.Key, RingCell> cells = new HashMap<>();
                for (int minute = 0; minute < 1440; minute++) {
                    Instant at = T0.plusSeconds(60L * (1440 * day + minute));
                    for (RingWidth width : RingWidth.values()) {
                        cells.merge(
                                new RingStore.Key(API, width, width.bucket(at)),
                                RingCell.of(good(at, minute)),
                                RingCell::plus);
                    }
                }
                store.add(cells);
            }
            assertThat(store.rows()).isEqualTo(1440 + 72 + 4);
            Instant wrong = T0.plus(Duration.ofDays(400));
            store.add(Map.of(
                    new RingStore.Key(API, RingWidth.DAY, RingWidth.DAY.bucket(wrong)), RingCell.of(good(wrong, 1))));
            RingHistory past = store.past("Shop", "production", T0.plus(Duration.ofDays(3)))
                    .getOrDefault(API, RingHistory.NONE);
            assertThat(past.minutes()).hasSize(59);
            assertThat(past.hours()).hasSize(72);
            assertThat(past.days()).hasSizeBetween(3, 4).noneMatch(d -> d.from().isAfter(T0.plus(Duration.ofDays(3))));
            assertThat(store.past("Shop", "staging", T0)).isEmpty();
        }
        // a series that nobody measured for more than a year is forgotten
        try (RingStore store = RingStore.open(folder, T0.plus(Duration.ofDays(900)))) {
            assertThat(store.rows()).isZero();
        }
    }

    @Test
    void aHistoryThatCannotBeKeptIsToldOnce() throws Exception {
        Path file = Files.writeString(folder.resolve("readings.mv.db"), "no database at all");
        BlockingQueue<String> told = new LinkedBlockingQueue<>();
        try (Rings rings = new Rings(folder, () -> T0, told::add)) {
            rings.add(good(T0, 1));
            rings.recall("Shop", "production", _ -> {});
            rings.recall("Shop", "production", _ -> {});
        }
        assertThat(told)
                .singleElement()
                .asString()
                .contains("history of readings could not be opened", file.toString())
                .doesNotContain("Exception");
    }
}
