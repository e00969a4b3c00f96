package plantao.alert;

import plantao.runbook.Comparison;

/// What must be true for an alert to fire.
public sealed interface Condition {

    /// A metric stands in this relation to a limit, both in the unit of the metric's [Scale].
    record Measured(String metric, Comparison op, double limit) implements Condition {}

    /// A service is down.
    record Down(String service) implements Condition {}

    /// The rule was read but nothing measures it.
    ///
    /// @param why what is missing, for the operator
    record Unwatched(String why) implements Condition {}
}
