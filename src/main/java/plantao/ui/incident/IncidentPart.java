package plantao.ui.incident;

import java.util.UUID;

/// Where to go in an incident.
public record IncidentPart(UUID incident, Part part) {
    /// What can be done beside the timeline.
    public enum Part {
        POSTMORTEM,
        MESSAGES,
        RESPONSE,
        SEEN,
        FOLLOWUPS,
        PATCH
    }
}
