package plantao.desk;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import plantao.alert.Alert;
import plantao.probe.Check;
import plantao.probe.Probe;
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
        for (Map.Entry<String, String> value : all(system, opened).entrySet()) {
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
    static Map<String, String> all(SystemBoard system, Alert alert) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("alert", alert.rule().name());
        values.put("alertname", alert.rule().name());
        values.put("alert_name", alert.rule().name());
        values.put("alert_severity", String.valueOf(alert.rule().level()));
        String service = alert.rule().source().service();
        if (service != null) {
            values.put("alert_service", service);
            values.put("service", service);
            address(system, service).forEach((name, value) -> {
                values.put("alert_" + name, value);
                values.put(name, value);
            });
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

    /// Where a service is asked how it is; nothing of an address that may hold a secret.
    private static Map<String, String> address(SystemBoard system, String service) {
        Check check = system.services().stream()
                .filter(t -> t.name().equals(service))
                .map(ServiceTile::probe)
                .filter(Objects::nonNull)
                .map(Probe::check)
                .findFirst()
                .orElse(null);
        return switch (check) {
            case Check.Http h -> ofUrl(h.url());
            case Check.Tcp t -> Map.of("host", t.host(), "port", String.valueOf(t.port()));
            case Check.Tls t -> Map.of("host", t.host(), "port", String.valueOf(t.port()));
            case null, default -> Map.of();
        };
    }

    private static Map<String, String> ofUrl(String url) {
        URI uri;
        try {
            uri = new URI(url);
        } catch (URISyntaxException e) {
            return Map.of();
        }
        if (uri.getHost() == null || uri.getRawUserInfo() != null || uri.getRawQuery() != null) {
            return Map.of();
        }
        int usual = "https".equalsIgnoreCase(uri.getScheme()) ? 443 : 80;
        String port = String.valueOf(uri.getPort() < 0 ? usual : uri.getPort());
        return Map.of("url", url, "host", uri.getHost(), "port", port);
    }
}
