package plantao.journal;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A turn of being on call, of one operator on one system.
///
/// @param entries every entry of the system from its start to its end, in order
public record Shift(
        UUID id,
        String system,
        String operator,
        Instant started,
        @Nullable Instant ended,
        List<Entry> entries) {

    /// The ticks that stand, in the order they were made.
    public List<Tick> ticks() {
        return Shifts.ticks(this);
    }
}
