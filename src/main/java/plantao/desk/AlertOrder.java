package plantao.desk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import plantao.alert.Alert;
import plantao.alert.Condition;

/// The order of an alert list.
public final class AlertOrder {
    private AlertOrder() {}

    private static final Comparator<Alert> ORDER = Comparator.comparing(AlertOrder::rank)
            .thenComparing(a -> a.rule().level())
            .thenComparing(a -> a.since() == null ? Instant.MAX : a.since());

    /// What fires and waits for somebody first, then what is over and was not seen, then what somebody has.
    ///
    /// @return the smaller, the earlier on a list
    public static int rank(Alert alert) {
        return !alert.unacknowledged() ? 2 : alert.over() ? 1 : 0;
    }

    /// Sorted, and what another alert on the list is the cause of behind that one.
    static List<Alert> sorted(List<Alert> alerts, SystemBoard system) {
        List<Alert> sorted = alerts.stream().sorted(ORDER).toList();
        Map<String, String> causes = new HashMap<>();
        system.services().forEach(t -> {
            if (t.cause() != null) {
                causes.put(t.name(), t.cause());
            }
        });
        if (causes.isEmpty()) {
            return sorted;
        }
        Set<String> about = new HashSet<>();
        sorted.forEach(a -> about.add(service(a)));
        Map<String, List<Alert>> behind = new HashMap<>();
        List<Alert> first = new ArrayList<>();
        for (Alert alert : sorted) {
            String cause = causes.get(service(alert));
            if (cause != null && about.contains(cause)) {
                behind.computeIfAbsent(cause, _ -> new ArrayList<>()).add(alert);
            } else {
                first.add(alert);
            }
        }
        List<Alert> all = new ArrayList<>();
        for (Alert alert : first) {
            all.add(alert);
            List<Alert> consequences = behind.remove(service(alert));
            if (consequences != null) {
                all.addAll(consequences);
            }
        }
        behind.values().forEach(all::addAll);
        return List.copyOf(all);
    }

    private static String service(Alert alert) {
        return !alert.over() && alert.rule().condition() instanceof Condition.Down(String name) ? name : "";
    }
}
