package plantao.desk;

import org.jspecify.annotations.Nullable;

/// What an incident would be called if it were declared now, to be taken or changed.
///
/// @param severity 1 is worst
public record IncidentProposal(String title, int severity) {
    /// The proposal for what stands on a system's board.
    ///
    /// @param alert the alert it is about, by its id; null for the worst
    public static IncidentProposal of(SystemBoard system, @Nullable String alert) {
        return IncidentHandler.proposal(system, alert, null);
    }
}
