package plantao.runbook.due;

import java.time.Instant;

/// One occurrence of work that comes back.
///
/// @param opens from when doing it counts for this occurrence
/// @param from when it is to be begun
/// @param by when it is late; the same as `from` where the runbook names a moment
/// @param timed whether the runbook says a time or day; else the whole period is as good
public record DueTime(Instant opens, Instant from, Instant by, boolean timed) {

    /// Whether it should have been done by now.
    public boolean late(Instant now) {
        return now.isAfter(by);
    }
}
