package plantao.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class IdsTest {
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-03-01T02:17:00.123Z"));
    private final Ids ids = new Ids(now::get, new SecureRandom());

    @Test
    void isAVersion7IdOfItsMillisecond() {
        UUID id = ids.get();
        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(now.get().toEpochMilli());
    }

    @Test
    void eachIsGreaterAlsoWithinAMillisecondAndWhenTheClockGoesBack() {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            texts.add(ids.get().toString());
        }
        now.set(now.get().minusSeconds(3600));
        texts.add(ids.get().toString());
        now.set(now.get().plusSeconds(7200));
        texts.add(ids.get().toString());
        assertThat(texts).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void threadsNeverGetTheSame() {
        var seen = ConcurrentHashMap.newKeySet();
        IntStream.range(0, 20_000).parallel().forEach(i -> seen.add(ids.get()));
        assertThat(seen).hasSize(20_000);
    }
}
