package plantao.desk;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import plantao.alert.Alert;
import plantao.values.Target;
import plantao.values.Variable;

/// What an alert gives to the run that it opens.
final class AlertValues {
    private AlertValues() {}

    /// The system's environment with the alert's own values: those whose names can mean nothing else.
    static Target in(SystemBoard system, @Nullable String alert) {
        Target target = system.target();
        Alert opened = of(system, alert);
        if (opened == null) {
            return target;
        }
        for (Map.Entry<String, String> value : all(opened).entrySet()) {
            if (value.getKey().startsWith("alert")) {
                target = target.with(Variable.learned(
                        value.getKey(), value.getValue(), false, opened.rule().name()));
            }
        }
        return target;
    }

    /// The alert with this id, or null.
    static @Nullable Alert of(SystemBoard system, @Nullable String alert) {
        return system.alerts().stream()
                .filter(a -> a.rule().id().equals(alert))
                .findFirst()
                .orElse(null);
    }

    /// Everything an alert could fill a blank with, by the blank's likely name.
    static Map<String, String> all(Alert alert) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("alert", alert.rule().name());
        values.put("alertname", alert.rule().name());
        values.put("alert_name", alert.rule().name());
        values.put("alert_severity", String.valueOf(alert.rule().level()));
        String service = alert.rule().source().service();
        if (service != null) {
            values.put("alert_service", service);
            values.put("service", service);
        }
        Double measured = alert.measured();
        if (measured != null) {
            String text =
                    java.math.BigDecimal.valueOf(measured).stripTrailingZeros().toPlainString();
            values.put("alert_value", text);
            values.put("value", text);
        }
        return values;
    }
}
