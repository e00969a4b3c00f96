package plantao.runbook;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How long a step may take before it is stopped.
///
/// @param reading for steps that only read
/// @param changing for steps that change something: a dump or a migration that is cut off does more harm than one
/// that
///     hangs
/// @param named for steps whose commands hold a text, in the file's order; zero: until they end
public record StepLimits(Duration reading, Duration changing, Map<String, Duration> named) {
    /// Longer work is stopped so that nobody waits for a hung command at night.
    public static final StepLimits STANDARD = new StepLimits(Duration.ofMinutes(5), Duration.ofMinutes(30), Map.of());

    public StepLimits {
        named = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(named));
    }

    /// The limit of a step; zero for one that runs until it ends or somebody stops it, as what waits for somebody
    /// or never ends by itself (`logs -f`) does.
    public Duration of(Step step) {
        Duration own = named(step);
        if (own != null) {
            return own;
        }
        if (step.commands().stream().anyMatch(Command::interactive)) {
            return Duration.ZERO;
        }
        return step.risk() == Risk.SAFE ? reading : changing;
    }

    /// The longest that is said of one of its commands.
    private @Nullable Duration named(Step step) {
        return named.entrySet().stream()
                .filter(e -> step.commands().stream().anyMatch(c -> c.text().contains(e.getKey())))
                .map(Map.Entry::getValue)
                .reduce((a, b) -> a.isZero() || b.isZero() ? Duration.ZERO : a.compareTo(b) > 0 ? a : b)
                .orElse(null);
    }
}
