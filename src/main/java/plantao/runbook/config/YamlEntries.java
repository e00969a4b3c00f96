package plantao.runbook.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import plantao.runbook.Origin;
import plantao.runbook.Problem;
import tools.jackson.databind.JsonNode;

/// Typed access to the entries of a YAML tree; what has the wrong type becomes a problem with its line.
record YamlEntries(String file, String[] lines, List<Problem> problems) {
    /// The entries of a map; empty, with a problem, when it is none.
    Map<String, JsonNode> map(String path, JsonNode node) {
        Map<String, JsonNode> out = new LinkedHashMap<>();
        if (node.isObject()) {
            node.properties().forEach(e -> out.put(e.getKey(), e.getValue()));
        } else if (!node.isMissingNode() && !node.isNull()) {
            wrong(path, last(path), "a map");
        }
        return out;
    }

    /// A map of plain values as text.
    Map<String, String> flat(String path, JsonNode node) {
        Map<String, String> out = new LinkedHashMap<>();
        map(path, node).forEach((k, v) -> {
            String text = text(path + "." + k, v);
            if (text != null) {
                out.put(k, text);
            }
        });
        return java.util.Collections.unmodifiableMap(out);
    }

    /// A plain value as text, or null.
    @Nullable
    String text(String path, JsonNode node) {
        if (node.isMissingNode() || node.isNull()) {
            return null;
        }
        if (!node.isValueNode()) {
            wrong(path, last(path), "a plain value");
            return null;
        }
        return node.asString();
    }

    /// A list of plain values; a single value is a list of one.
    List<String> texts(String path, JsonNode node) {
        List<String> out = new ArrayList<>();
        if (node.isArray()) {
            node.forEach(n -> {
                String text = text(path, n);
                if (text != null) {
                    out.add(text);
                }
            });
        } else {
            String text = text(path, node);
            if (text != null) {
                out.add(text);
            }
        }
        return List.copyOf(out);
    }

    /// A warning for every key that is not among the known ones.
    void unknown(String path, JsonNode map, Set<String> known) {
        map.propertyNames().stream().filter(k -> !known.contains(k)).forEach(k -> {
            String at = path.isEmpty() ? k : path + "." + k;
            problems.add(new Problem(
                    at(at),
                    Problem.Severity.WARNING,
                    "unknown-config-key",
                    "\"" + at + "\" is no setting and is not used. Known here: "
                            + String.join(", ", known.stream().sorted().toList()) + "."));
        });
    }

    void wrong(String path, String name, String wanted) {
        problems.add(new Problem(
                at(path),
                Problem.Severity.ERROR,
                "wrong-config-type",
                "\"" + name + "\" should be " + wanted + "; it is left out."));
    }

    /// The place of an entry: the lines are followed key by key, which is exact for block style and near for flow
    /// style.
    Origin at(String path) {
        int line = 0;
        int found = 1;
        for (String key : path.split("\\.")) {
            for (int i = line; i < lines.length && !key.isEmpty(); i++) {
                String text = lines[i].strip();
                if (text.startsWith(key + ":") || text.startsWith("\"" + key + "\":") || text.contains(key + ":")) {
                    found = i + 1;
                    line = i;
                    break;
                }
            }
        }
        return new Origin(file, found);
    }

    private static String last(String path) {
        return path.substring(path.lastIndexOf('.') + 1);
    }
}
