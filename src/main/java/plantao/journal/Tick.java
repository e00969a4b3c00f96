package plantao.journal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A ticked item of a shift's checklist.
public record Tick(
        String checklist,
        int line,
        String by,
        Instant at,
        @Nullable String evidence) {}
