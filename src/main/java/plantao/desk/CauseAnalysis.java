package plantao.desk;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import plantao.alert.Health;

/// Tells causes from consequences: a service that needs one that is down suffers from it.
final class CauseAnalysis {
    private CauseAnalysis() {}

    /// The tiles, each with the service that is behind its trouble: the furthest one down along what it needs.
    static List<ServiceTile> explained(List<ServiceTile> tiles) {
        Map<String, ServiceTile> byName = new HashMap<>();
        tiles.forEach(t -> byName.put(t.name(), t));
        return tiles.stream()
                .map(t -> with(t, cause(t, byName, new HashSet<>(Set.of(t.name())))))
                .toList();
    }

    private static ServiceTile with(ServiceTile t, @Nullable String cause) {
        return Objects.equals(cause, t.cause())
                ? t
                : new ServiceTile(t.service(), t.probe(), t.health(), t.latency(), t.uptime(), t.needs(), cause);
    }

    private static @Nullable String cause(ServiceTile tile, Map<String, ServiceTile> byName, Set<String> visited) {
        for (String need : tile.needs()) {
            ServiceTile needed = byName.get(need);
            if (needed == null || !visited.add(need)) {
                continue;
            }
            String deeper = cause(needed, byName, visited);
            if (deeper != null) {
                return deeper;
            }
            if (needed.health().state() == Health.State.DOWN) {
                return need;
            }
        }
        return null;
    }
}
