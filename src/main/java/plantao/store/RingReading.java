package plantao.store;

import java.time.Duration;
import java.time.Instant;

/// One reading as the rings keep it.
///
/// @param good the time it stands for when it was good, else zero
/// @param bad the time it stands for when it was bad, else zero
/// @param value the figure, NaN for none
public record RingReading(RingSeries series, Instant at, Duration good, Duration bad, double value) {}
