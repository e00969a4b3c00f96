package plantao;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// The real time, moved on by hand: what a test would have to wait for has passed at once.
final class MovableClock implements InstantSource {
    private volatile Duration ahead = Duration.ZERO;

    @Override
    public Instant instant() {
        return Instant.now().plus(ahead);
    }

    void advance(Duration by) {
        ahead = ahead.plus(by);
    }
}
