package plantao.journal;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A time in which alerts call nobody. It always has an end.
///
/// @param subject the service's name or the alert's id; empty for all
/// @param name what it covers as the operator knows it
/// @param maintenance whether the system is being worked on
/// @param warned whether its end was announced
public record Silence(
        UUID id,
        Scope scope,
        String subject,
        String name,
        Instant from,
        Instant until,
        String by,
        @Nullable String reason,
        boolean maintenance,
        boolean warned) {

    /// How much a silence covers.
    public enum Scope {
        ALERT,
        SERVICE,
        ALL
    }

    /// Whether it keeps quiet at this moment.
    public boolean active(Instant now) {
        return now.isBefore(until);
    }

    Silence announced() {
        return new Silence(id, scope, subject, name, from, until, by, reason, maintenance, true);
    }
}
