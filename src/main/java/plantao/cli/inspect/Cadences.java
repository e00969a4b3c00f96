package plantao.cli.inspect;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Cadences as `inspect` prints them: its format has fewer of them than the reader knows.
final class Cadences {
    private static final Set<String> OTHERS = Set.of("fortnightly", "every-two-months", "half-yearly");

    private Cadences() {}

    /// The cadence, or null for one that the format has no word for.
    static @Nullable String told(@Nullable String cadence) {
        return cadence == null || OTHERS.contains(cadence) ? null : cadence;
    }

    /// The schedule as written; where the format has no word for the cadence, at least what the title says of it.
    static @Nullable String when(@Nullable String cadence, @Nullable String when, String title) {
        return when == null && cadence != null && OTHERS.contains(cadence) ? title : when;
    }
}
