package plantao.journal;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/// The services of one system that were down when they were last written of, each with since when. Every console
/// goes by what it saw itself, so they are kept by device.
final class Outages {
    private Outages() {}

    /// Since when a device has seen which services down, by name.
    static Map<String, Instant> of(Map<String, Instant> all, String device) {
        Map<String, Instant> own = new HashMap<>();
        all.forEach((key, since) -> {
            if (key.startsWith(device + "\n")) {
                own.put(key.substring(device.length() + 1), since);
            }
        });
        return own;
    }

    /// The fold. In another environment the services are others, though they have the same names.
    static Map<String, Instant> next(Map<String, Instant> before, Entry entry) {
        return switch (entry.detail()) {
            case Detail.ServiceDown d -> seen(before, entry.device() + "\n" + d.service(), d.since());
            case Detail.ServiceUp d -> without(before, entry.device() + "\n" + d.service());
            case Detail.EnvironmentChosen _ -> {
                Map<String, Instant> after = before;
                for (String service : of(before, entry.device()).keySet()) {
                    after = without(after, entry.device() + "\n" + service);
                }
                yield after;
            }
            default -> before;
        };
    }

    // Told again without having come back: a console that was started anew saw it before it knew its log.
    static Map<String, Instant> seen(Map<String, Instant> before, String key, Instant since) {
        Instant told = before.get(key);
        return PersistentMaps.of(before).plus(key, told == null || since.isBefore(told) ? since : told);
    }

    private static Map<String, Instant> without(Map<String, Instant> before, String key) {
        return PersistentMaps.of(before).minus(key);
    }
}
