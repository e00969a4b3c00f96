package plantao.desk;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import plantao.alert.Alert;

/// The order of an alert list.
final class AlertOrder {
    private AlertOrder() {}

    private static final Comparator<Alert> ORDER = Comparator.comparing(
                    Alert::unacknowledged, Comparator.reverseOrder())
            .thenComparing(a -> a.rule().level())
            .thenComparing(a -> a.since() == null ? Instant.MAX : a.since());

    static List<Alert> sorted(List<Alert> alerts) {
        return alerts.stream().sorted(ORDER).toList();
    }
}
