package plantao.journal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An incident: what its entries add up to.
///
/// @param began when the trouble began
/// @param timeline every entry of its system from `began` until it was closed, in order
/// @param postmortem the text last saved, or null
public record Incident(
        UUID id,
        String system,
        int number,
        String title,
        int severity,
        Instant began,
        Instant declared,
        String commander,
        @Nullable String alert,
        @Nullable String playbook,
        List<String> services,
        @Nullable Instant resolved,
        @Nullable Instant closed,
        List<Entry> timeline,
        @Nullable String postmortem) {

    /// Whether it still needs somebody: not yet closed.
    public boolean open() {
        return closed == null;
    }

    /// From the beginning of the trouble to its end, or to `now` while it lasts.
    public Duration lasted(Instant now) {
        return Duration.between(began, resolved == null ? now : resolved);
    }
}
