package plantao.runbook;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// How to handle one kind of incident.
///
/// @param severity as written, or null
/// @param level 1 (worst) to 4
/// @param banner the warning that stands above everything else
public record Playbook(
        String title,
        @Nullable String severity,
        int level,
        @Nullable Integer respondWithinSeconds,
        @Nullable String banner,
        List<NotedLine> symptoms,
        List<NotedLine> causes,
        List<Step> steps,
        List<Escalation> escalation,
        Origin origin) {
    /// The same, as severe as that.
    public Playbook at(int other) {
        return new Playbook(
                title, severity, other, respondWithinSeconds, banner, symptoms, causes, steps, escalation, origin);
    }
}
