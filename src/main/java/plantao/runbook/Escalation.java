package plantao.runbook;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Whom to call when, for one severity or level.
///
/// @param level the rung's name where the runbook counts rungs, else null
/// @param severity the severity it is for, as written, else null
public record Escalation(@Nullable String level, @Nullable String severity, List<Rung> steps, Origin origin) {
    /// One rung.
    ///
    /// @param afterSeconds seconds since the incident began; null when the text gives no number of seconds
    public record Rung(
            String text,
            @Nullable Integer afterSeconds,
            @Nullable String contact) {}
}
