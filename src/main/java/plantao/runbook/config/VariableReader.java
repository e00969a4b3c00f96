package plantao.runbook.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import plantao.runbook.VariableSpec;
import tools.jackson.databind.JsonNode;

/// Reads `variables` of `console.yaml`.
final class VariableReader {
    private VariableReader() {}

    static List<VariableSpec> read(YamlEntries entries, String path, JsonNode node) {
        List<VariableSpec> out = new ArrayList<>();
        entries.map(path, node).forEach((name, v) -> {
            if (v.isValueNode()) {
                out.add(new VariableSpec(name, v.isNull() ? null : v.asString(), null, false, null));
            } else if (v.isObject()) {
                out.add(variable(entries, path + "." + name, name, v));
            } else {
                entries.wrong(path + "." + name, name, "a value or a map with env, command, secret, about");
            }
        });
        return List.copyOf(out);
    }

    /// What a command prints is a secret unless the file says otherwise: that is what such commands are for.
    private static VariableSpec variable(YamlEntries entries, String at, String name, JsonNode v) {
        entries.unknown(at, v, Set.of("env", "command", "secret", "about", "value"));
        String command = entries.text(at + ".command", v.path("command"));
        return new VariableSpec(
                name,
                entries.text(at + ".value", v.path("value")),
                entries.text(at + ".env", v.path("env")),
                command,
                v.path("secret").asBoolean(command != null),
                entries.text(at + ".about", v.path("about")));
    }
}
