package plantao.store;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.UUID;
import java.util.function.Supplier;

/// Time-ordered ids: UUID version 7 (RFC 9562, section 5.7). Each is greater than the one before, also within one
/// millisecond and when the clock is set back: `rand_a` is a counter (section 6.2, method 1) that begins at a
/// random value below half of its range in each millisecond. May be used from any thread.
public final class Ids implements Supplier<UUID> {
    private static final int COUNTER_END = 1 << 12;

    /// The first of January 2200, in milliseconds.
    private static final long LAST = 7_258_118_400_000L;

    private final InstantSource clock;
    private final SecureRandom random;
    private long millis = -1;
    private int counter;

    public Ids(InstantSource clock, SecureRandom random) {
        this.clock = clock;
        this.random = random;
    }

    @Override
    public synchronized UUID get() {
        long now = clock.millis();
        if (now > millis) {
            begin(now);
        } else if (++counter == COUNTER_END) {
            begin(millis + 1);
        }
        long high = millis << 16 | 0x7000 | counter;
        long low = random.nextLong() >>> 2 | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }

    /// From now on every id is greater than this one, so that what is written in answer to an entry comes after it,
    /// however wrong the other console's clock is (a hybrid logical clock; RFC 9562 lets the timestamp be altered).
    /// An id from beyond the year 2200 is not followed.
    public synchronized void after(UUID seen) {
        long at = seen.getMostSignificantBits() >>> 16;
        if (seen.version() == 7 && at >= millis && at < LAST) {
            // Its counter may stand anywhere: the next millisecond is surely beyond it.
            begin(at + 1);
        }
    }

    private void begin(long at) {
        millis = at;
        counter = random.nextInt(COUNTER_END / 2);
    }
}
