package plantao.ui.board;

import java.util.List;
import plantao.alert.Alert;

/// A row of the alert list: one alert, or many of a kind.
sealed interface AlertItem {
    /// Unique on the list.
    String id();

    /// The alerts that are meant.
    List<One> alerts();

    /// An alert of one of the systems.
    ///
    /// @param telling whether it tells what was changed before: the first that began after a change does
    /// @param inside whether it stands below its kind
    record One(String system, Alert alert, boolean telling, boolean inside) implements AlertItem {
        One(String system, Alert alert, boolean telling) {
            this(system, alert, telling, false);
        }

        @Override
        public String id() {
            return system + "\n" + alert.rule().id();
        }

        @Override
        public List<One> alerts() {
            return List.of(this);
        }
    }

    /// What makes alerts of one kind.
    enum Kind {
        /// Another program gives them one name.
        NAME,
        /// They are consequences of one service's fault.
        CAUSE,
        /// They are about services of one group, or of a system without groups.
        SERVICES,
        /// They go by one metric.
        METRIC,
        /// They cleared before anybody saw them.
        OVER
    }

    /// Alerts of one kind.
    ///
    /// @param title of what: the name, the service at fault, the group, the metric
    /// @param open whether they are shown below
    record Many(String id, Kind kind, String title, List<One> alerts, boolean open) implements AlertItem {
        public Many {
            alerts = List.copyOf(alerts);
        }

        long waiting() {
            return alerts.stream().filter(o -> o.alert().unacknowledged()).count();
        }
    }
}
