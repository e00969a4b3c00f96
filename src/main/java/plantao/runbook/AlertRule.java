package plantao.runbook;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A rule that says when somebody must look.
///
/// @param severity as written, or null
/// @param level 1 (worst) to 4
/// @param condition the condition as written
/// @param metric the name of the metric it is about, where one of the runbook's metrics fits
/// @param service the name of the service it is about, for rules of the kind "X is down"
/// @param why what made the link to the metric or service, in English, for the reading report; null where there is
/// none
/// @param op with `value` and `unit`: the comparison of a metric rule
/// @param forSeconds how long the condition must hold
/// @param respondWithinSeconds how soon somebody must answer
/// @param playbook the one answer found, or null
/// @param candidates possible answers when none is sure
public record AlertRule(
        String name,
        @Nullable String severity,
        int level,
        String condition,
        @Nullable String metric,
        @Nullable String service,
        @Nullable String why,
        @Nullable Comparison op,
        @Nullable Double value,
        @Nullable String unit,
        @Nullable Integer forSeconds,
        @Nullable Integer respondWithinSeconds,
        @Nullable PlaybookLink playbook,
        List<PlaybookLink> candidates,
        Origin origin) {
    /// Whether there is something to go by: a comparison of a metric, or a service that is up or down.
    public boolean hasCondition() {
        return service != null || metric != null && op != null && value != null;
    }
}
