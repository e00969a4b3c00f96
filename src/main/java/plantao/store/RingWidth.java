package plantao.store;

import java.time.Duration;
import java.time.Instant;

/// The three rings: a day by minute, a month by hour, a year by day. A ring has a fixed number of slots; what comes
/// round writes over what was there, so that a series never takes more than 2,525 rows.
enum RingWidth {
    MINUTE(Duration.ofMinutes(1), 1440),
    HOUR(Duration.ofHours(1), 720),
    DAY(Duration.ofDays(1), 365);

    private final Duration width;
    private final int slots;

    RingWidth(Duration width, int slots) {
        this.width = width;
        this.slots = slots;
    }

    /// The number of the slot's time since 1970.
    long bucket(Instant at) {
        return Math.floorDiv(at.getEpochSecond(), width.toSeconds());
    }

    int slot(long bucket) {
        return (int) Math.floorMod(bucket, (long) slots);
    }

    Instant from(long bucket) {
        return Instant.ofEpochSecond(bucket * width.toSeconds());
    }

    int slots() {
        return slots;
    }
}
