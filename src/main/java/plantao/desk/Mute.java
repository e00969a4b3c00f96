package plantao.desk;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import plantao.journal.Silence;
import plantao.runbook.Origin;

/// A reason, just now, why alerts call nobody: a silence or a maintenance window.
///
/// @param silence the silence's id, or null for a window of the runbook's schedule
/// @param services the services it covers, empty for all; not used for one alert's silence
/// @param alert the one alert it covers, or null
/// @param title what it covers or what is being done
/// @param reason why, or null
/// @param origin where the schedule stands, or null
public record Mute(
        @Nullable UUID silence,
        boolean maintenance,
        java.util.List<String> services,
        @Nullable String alert,
        String title,
        Instant from,
        Instant until,
        @Nullable String reason,
        @Nullable Origin origin) {

    static Mute of(Silence s) {
        return new Mute(
                s.id(),
                s.maintenance(),
                s.scope() == Silence.Scope.SERVICE ? java.util.List.of(s.subject()) : java.util.List.of(),
                s.scope() == Silence.Scope.ALERT ? s.subject() : null,
                s.name(),
                s.from(),
                s.until(),
                s.reason(),
                null);
    }

    /// Whether it covers a service.
    public boolean covers(String service) {
        return alert == null && (services.isEmpty() || services.contains(service));
    }

    /// Whether it covers an alert of that id, about that service where it is about one.
    boolean covers(String id, @Nullable String service) {
        return alert != null ? alert.equals(id) : services.isEmpty() || service != null && services.contains(service);
    }
}
