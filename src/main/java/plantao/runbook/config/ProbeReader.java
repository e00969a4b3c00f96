package plantao.runbook.config;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import plantao.runbook.ProbeSpec;
import plantao.runbook.text.Durations;
import tools.jackson.databind.JsonNode;

/// Reads the probes of services and metrics in `console.yaml`.
record ProbeReader(YamlEntries entries) {
    /// What can be said of each kind.
    private static final Map<String, Set<String>> SETTINGS = Map.of(
            "http",
            Set.of(
                    "url",
                    "method",
                    "headers",
                    "body",
                    "redirects",
                    "status",
                    "contains",
                    "lacks",
                    "json",
                    "within",
                    "certificate"),
            "tcp",
            Set.of("host", "port"),
            "tls",
            Set.of("url"),
            "sql",
            Set.of("url", "user", "password", "query", "column", "atLeast", "atMost", "factor"),
            "redis",
            Set.of(
                    "url",
                    "host",
                    "port",
                    "user",
                    "password",
                    "tls",
                    "database",
                    "command",
                    "atLeast",
                    "atMost",
                    "factor"),
            "exposition",
            Set.of("url", "headers", "gauge", "rate", "share", "of", "quantile", "labels", "ofLabels", "factor"),
            "command",
            Set.of("command", "pattern", "label", "atLeast", "atMost", "factor"),
            "prometheus",
            Set.of("url", "headers", "query", "atLeast", "atMost"),
            "json",
            Set.of("url", "headers", "path", "atLeast", "atMost", "factor"),
            "statuspage",
            Set.of("url"));
    private static final Set<String> KINDS = SETTINGS.keySet();
    private static final Set<String> COMMON = Set.of("interval", "timeout", "failures", "recoveries");
    static final int FAILURES = 2;
    static final int RECOVERIES = 2;

    List<ProbeSpec> services(JsonNode node) {
        return specs("services", node, ProbeSpec.Subject.SERVICE);
    }

    List<ProbeSpec> metrics(JsonNode node) {
        return specs("metrics", node, ProbeSpec.Subject.METRIC);
    }

    List<ProbeSpec> vendors(JsonNode node) {
        return specs("vendors", node, ProbeSpec.Subject.VENDOR);
    }

    private List<ProbeSpec> specs(String section, JsonNode node, ProbeSpec.Subject of) {
        List<ProbeSpec> out = new ArrayList<>();
        entries.map(section, node).forEach((subject, body) -> {
            ProbeSpec spec = spec(section + "." + subject, subject, body, of);
            if (spec != null) {
                out.add(spec);
            }
        });
        return out;
    }

    private @Nullable ProbeSpec spec(String at, String subject, JsonNode body, ProbeSpec.Subject of) {
        if (!body.isObject()) {
            entries.wrong(
                    at,
                    subject,
                    "a map with one of "
                            + String.join(", ", KINDS.stream().sorted().toList()));
            return null;
        }
        List<String> kinds =
                body.propertyNames().stream().filter(KINDS::contains).toList();
        Set<String> known = new java.util.HashSet<>(COMMON);
        known.addAll(KINDS);
        entries.unknown(at, body, known);
        if (kinds.size() != 1) {
            entries.wrong(
                    at,
                    subject,
                    "a map with exactly one of "
                            + String.join(", ", KINDS.stream().sorted().toList()));
            return null;
        }
        String kind = kinds.getFirst();
        Map<String, String> settings = new LinkedHashMap<>();
        JsonNode what = body.path(kind);
        if (what.isValueNode() && !what.isNull()) {
            settings.put(alone(kind, what.asString()), what.asString());
        } else if (what.isObject()) {
            entries.unknown(at + "." + kind, what, SETTINGS.getOrDefault(kind, Set.of()));
            flatten("", at + "." + kind, what, settings);
        } else {
            entries.wrong(at + "." + kind, kind, "a URL or a map");
            return null;
        }
        return new ProbeSpec(
                subject,
                of,
                kind,
                java.util.Collections.unmodifiableMap(settings),
                duration(at, body, "interval"),
                duration(at, body, "timeout"),
                count(at, body, "failures", FAILURES),
                count(at, body, "recoveries", RECOVERIES),
                entries.at(at));
    }

    /// What a kind's value is that stands there alone.
    private static String alone(String kind, String value) {
        boolean address = value.contains("://") || value.matches("\\$\\{?\\w+}?");
        return switch (kind) {
            case "sql" -> address ? "url" : "query";
            case "redis" -> address ? "url" : "command";
            case "command" -> "command";
            case "tcp" -> "host";
            default -> "url";
        };
    }

    private void flatten(String prefix, String at, JsonNode node, Map<String, String> out) {
        node.properties().forEach(e -> {
            String key = prefix + e.getKey();
            if (e.getValue().isObject()) {
                flatten(key + ".", at + "." + e.getKey(), e.getValue(), out);
            } else {
                String text = entries.text(at + "." + e.getKey(), e.getValue());
                if (text != null) {
                    out.put(key, text);
                }
            }
        });
    }

    private @Nullable Duration duration(String at, JsonNode body, String key) {
        String text = entries.text(at + "." + key, body.path(key));
        if (text == null) {
            return null;
        }
        Integer seconds = text.matches("\\d{1,6}") ? Integer.valueOf(text) : Durations.seconds(text);
        if (seconds == null || seconds < 1) {
            entries.wrong(at + "." + key, key, "a time of at least a second, such as 15s or 2m");
            return null;
        }
        return Duration.ofSeconds(seconds);
    }

    private int count(String at, JsonNode body, String key, int otherwise) {
        JsonNode node = body.path(key);
        if (node.isMissingNode()) {
            return otherwise;
        }
        if (!node.isInt() || node.asInt() < 1) {
            entries.wrong(at + "." + key, key, "a whole number from 1");
            return otherwise;
        }
        return node.asInt();
    }
}
