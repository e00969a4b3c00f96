package plantao.alert;

import java.time.Duration;
import plantao.runbook.AlertRule;

/// An alert rule bound to what measures it.
///
/// @param id unique in its system and stable while the rule keeps its name
/// @param hold how long the condition must hold before the alert fires; in practice already shortened
/// @param source the rule as the runbook has it
public record Rule(String id, Condition condition, Duration hold, AlertRule source) {
    public String name() {
        return source.name();
    }

    /// 1 (worst) to 4.
    public int level() {
        return source.level();
    }
}
