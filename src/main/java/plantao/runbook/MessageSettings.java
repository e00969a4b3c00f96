package plantao.runbook;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What `console.yaml` says about messages to people outside of the incident; nothing is sent without it.
///
/// @param places in the order written
/// @param every severity, 1 (worst) to 4 → how long after a message the next one is due; what is missing is usual
public record MessageSettings(List<Place> places, Map<Integer, Duration> every) {
    public static final MessageSettings NONE = new MessageSettings(List.of(), Map.of());

    private static final List<Duration> USUAL =
            List.of(Duration.ofMinutes(15), Duration.ofMinutes(30), Duration.ofHours(1), Duration.ofHours(2));

    public MessageSettings {
        places = List.copyOf(places);
        every = Map.copyOf(every);
    }

    /// How a place wants its messages.
    public enum Kind {
        SLACK,
        TEAMS,
        WEBHOOK,
        MAIL
    }

    /// Where messages go. The address of all but mail is a secret: it is in a variable, or a command prints it.
    ///
    /// @param env the variable's name, or null
    /// @param command what prints it, or null
    /// @param addresses of a mail; empty for the others
    public record Place(
            String name,
            Kind kind,
            @Nullable String env,
            @Nullable String command,
            List<String> addresses) {
        public Place {
            addresses = List.copyOf(addresses);
        }
    }

    /// How long after a message the next one is due.
    public Duration every(int severity) {
        Duration own = every.get(severity);
        return own == null ? USUAL.get(Math.clamp(severity, 1, 4) - 1) : own;
    }
}
