package plantao.runbook;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Conversion between units of one kind.
public final class Units {
    private static final List<Map<String, Double>> KINDS = List.of(
            Map.of("ms", 1.0, "s", 1000.0, "min", 60_000.0, "h", 3_600_000.0, "d", 86_400_000.0),
            Map.of("B", 1.0, "KB", 1024.0, "MB", 1024.0 * 1024, "GB", 1024.0 * 1024 * 1024),
            Map.of("/min", 1.0, "/s", 60.0));

    private Units() {}

    /// `value` given in `from`, in `to`; unchanged when the two are not of one kind (nothing better is known).
    public static double convert(double value, @Nullable String from, @Nullable String to) {
        Double factor = factor(from, to);
        return factor == null ? value : value * factor;
    }

    /// How many of `to` make one of `from`; null when the two are not of one kind.
    public static @Nullable Double factor(@Nullable String from, @Nullable String to) {
        for (Map<String, Double> kind : KINDS) {
            Double a = from == null ? null : kind.get(from);
            Double b = to == null ? null : kind.get(to);
            if (a != null && b != null) {
                return a / b;
            }
        }
        return null;
    }
}
