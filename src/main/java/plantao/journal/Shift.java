package plantao.journal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A turn of being on call, of one operator on one system.
///
/// @param until when it is planned to end, or null
/// @param entries every entry of the system from its start to its end, in order
public record Shift(
        UUID id,
        String system,
        String operator,
        Instant started,
        @Nullable Instant until,
        @Nullable Instant ended,
        List<Entry> entries) {

    /// Shifts are planned in half hours, and begun a little earlier or later.
    private static final long GRAIN = Duration.ofMinutes(30).toSeconds();

    /// How long it was planned to be, to the half hour and at least one; null when no end was planned.
    public @Nullable Duration planned() {
        if (until == null) {
            return null;
        }
        long seconds = Duration.between(started, until).toSeconds();
        return Duration.ofSeconds(Math.max(1, Math.round((double) seconds / GRAIN)) * GRAIN);
    }

    /// What was done in it about the checklists' items, in the order they were first touched.
    public List<ItemState> items() {
        List<ItemState> states = List.of();
        for (Entry entry : entries) {
            states = ItemState.next(states, entry);
        }
        return states;
    }
}
