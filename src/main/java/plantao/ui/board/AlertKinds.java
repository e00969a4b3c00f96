package plantao.ui.board;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import plantao.alert.Condition;
import plantao.desk.ServiceTile;
import plantao.desk.SystemBoard;

/// A flood in few rows: alerts of one kind stand together, and are shown one by one only where that was asked for.
/// Pure.
final class AlertKinds {
    /// From so many alerts on they are a flood.
    static final int FLOOD = 12;

    /// From so many on alerts of one kind stand together.
    private static final int TOGETHER = 3;

    private record Key(String system, AlertItem.Kind kind, String title) {
        String id() {
            return system + "\n" + kind + "\n" + title;
        }
    }

    private AlertKinds() {}

    /// The rows for these alerts, each kind at the place of its first.
    ///
    /// @param open the ids of the kinds whose alerts are shown
    static List<AlertItem> of(List<AlertItem.One> alerts, List<SystemBoard> systems, Set<String> open) {
        if (alerts.size() < FLOOD) {
            return List.copyOf(alerts);
        }
        Map<String, Map<String, ServiceTile>> tiles = new HashMap<>();
        for (SystemBoard s : systems) {
            Map<String, ServiceTile> services = new HashMap<>();
            s.services().forEach(t -> services.put(t.name(), t));
            tiles.put(s.name(), services);
        }
        Map<Object, List<AlertItem.One>> kinds = new LinkedHashMap<>();
        for (AlertItem.One one : alerts) {
            Key key = key(one, tiles.getOrDefault(one.system(), Map.of()));
            kinds.computeIfAbsent(key == null ? one : key, _ -> new ArrayList<>())
                    .add(one);
        }
        List<AlertItem> items = new ArrayList<>();
        Set<String> shown = new HashSet<>(open);
        kinds.forEach((key, all) -> {
            if (!(key instanceof Key k) || all.size() < TOGETHER) {
                items.addAll(all);
                return;
            }
            boolean isOpen = shown.contains(k.id());
            items.add(new AlertItem.Many(k.id(), k.kind(), k.title(), all, isOpen));
            if (isOpen) {
                all.forEach(o -> items.add(new AlertItem.One(o.system(), o.alert(), o.telling(), true)));
            }
        });
        return items;
    }

    private static @Nullable Key key(AlertItem.One one, Map<String, ServiceTile> tiles) {
        if (one.alert().over()) {
            return new Key(one.system(), AlertItem.Kind.OVER, one.system());
        }
        return switch (one.alert().rule().condition()) {
            case Condition.Elsewhere e -> {
                String name = e.labels().get("alertname");
                yield name == null ? null : new Key(one.system(), AlertItem.Kind.NAME, name);
            }
            case Condition.Measured m -> new Key(one.system(), AlertItem.Kind.METRIC, m.metric());
            case Condition.Down(String service) -> {
                ServiceTile tile = tiles.get(service);
                if (tile == null) {
                    yield null;
                }
                String cause = tile.cause();
                String group = tile.service().group();
                yield cause != null
                        ? new Key(one.system(), AlertItem.Kind.CAUSE, cause)
                        : new Key(
                                one.system(),
                                AlertItem.Kind.SERVICES,
                                group == null || group.isBlank() ? one.system() : group);
            }
            case Condition.Unwatched _ -> null;
        };
    }
}
