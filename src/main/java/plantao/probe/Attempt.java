package plantao.probe;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import plantao.runbook.ProbeSpec.Subject;

/// One run of a probe: when it began, when it must be over, and how its outcome becomes a reading.
///
/// @param at when it began, by the clock on the wall
/// @param start the same by [System#nanoTime]
record Attempt(Probe probe, Instant at, long start) {

    static Attempt begin(Probe probe, Instant at) {
        return new Attempt(probe, at, System.nanoTime());
    }

    /// Time left, never negative.
    Duration left() {
        Duration left = probe.timeout().minusNanos(System.nanoTime() - start);
        return left.isNegative() ? Duration.ZERO : left;
    }

    /// Milliseconds left for a socket's own limit, at least 1 because 0 means for ever there.
    int leftMillis() {
        return Math.clamp(left().toMillis(), 1, 3_600_000);
    }

    Duration took() {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    /// Milliseconds so far: the figure of a metric that is bound to nothing but an answer.
    @Nullable
    Double tookAsValue() {
        return probe.of() == Subject.METRIC ? took().toNanos() / 1e6 : null;
    }

    Reading up(@Nullable Double value, String detail) {
        return new Reading.Up(probe.id(), at, took(), value, detail);
    }

    /// @param concern null when all is well
    Reading up(@Nullable Double value, String detail, @Nullable String concern) {
        return new Reading.Up(probe.id(), at, took(), value, detail, concern);
    }

    Reading down(String reason, String evidence) {
        return new Reading.Down(probe.id(), at, took(), reason, evidence);
    }

    Reading noData(String reason) {
        return new Reading.NoData(probe.id(), at, took(), reason);
    }
}
