package plantao.journal;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What one operator hands to the next.
///
/// @param remarks questions about it and their answers, in order
public record Handoff(
        UUID id,
        UUID shift,
        String system,
        String from,
        @Nullable String to,
        Instant written,
        String markdown,
        @Nullable String acceptedBy,
        @Nullable Instant accepted,
        List<Remark> remarks) {}
