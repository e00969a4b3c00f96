package plantao.alert;

import java.util.Map;
import plantao.runbook.Comparison;

/// What must be true for an alert to fire.
public sealed interface Condition {

    /// A metric stands in this relation to a limit, both in the unit of the metric's [Scale].
    record Measured(String metric, Comparison op, double limit) implements Condition {}

    /// A service is down.
    record Down(String service) implements Condition {}

    /// Another program judges it.
    ///
    /// @param engine its name
    /// @param labels what the alert is known by there
    record Elsewhere(String engine, Map<String, String> labels) implements Condition {
        public Elsewhere {
            labels = Map.copyOf(labels);
        }
    }

    /// The rule was read but nothing measures it.
    ///
    /// @param why what is missing, for the operator
    record Unwatched(String why) implements Condition {}
}
