package plantao.link;

import java.time.Instant;
import java.util.Map;

/// An alert that fires in another program.
///
/// @param fingerprint what tells it from all others there
/// @param since when it began
/// @param suppressed whether somebody silenced it there, or another alert stands for it
public record EngineAlert(
        String fingerprint,
        Map<String, String> labels,
        Map<String, String> annotations,
        Instant since,
        boolean suppressed) {
    public EngineAlert {
        labels = Map.copyOf(labels);
        annotations = Map.copyOf(annotations);
    }

    /// The rule's name there (`alertname`).
    public String name() {
        return labels.getOrDefault("alertname", "alert");
    }
}
