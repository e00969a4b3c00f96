package plantao.runbook.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import plantao.runbook.PlaceSpec;
import plantao.runbook.TargetSpec;
import tools.jackson.databind.JsonNode;

/// Reads `environments` of `console.yaml`.
record TargetReader(YamlEntries entries) {
    private static final Set<String> KEYS =
            Set.of("label", "kind", "folder", "variables", "substitutions", "place", "database", "prometheus");
    private static final Set<String> KINDS = Set.of("production", "staging", "local");

    List<TargetSpec> targets(JsonNode node) {
        List<TargetSpec> out = new ArrayList<>();
        entries.map("environments", node).forEach((id, v) -> {
            String at = "environments." + id;
            if (!v.isObject()) {
                entries.wrong(at, id, "a map with label, kind, variables");
                return;
            }
            entries.unknown(at, v, KEYS);
            String label = entries.text(at + ".label", v.path("label"));
            String kind = entries.text(at + ".kind", v.path("kind"));
            if (kind != null && !KINDS.contains(kind)) {
                entries.wrong(at + ".kind", "kind", "production, staging or local");
                kind = null;
            }
            out.add(new TargetSpec(
                    id,
                    label == null ? id : label,
                    kind == null ? "production" : kind,
                    entries.flat(at + ".substitutions", v.path("substitutions")),
                    entries.text(at + ".folder", v.path("folder")),
                    VariableReader.read(entries, at + ".variables", v.path("variables")),
                    place(at + ".place", v.path("place")),
                    entries.text(at + ".database", v.path("database")),
                    entries.text(at + ".prometheus", v.path("prometheus"))));
        });
        return List.copyOf(out);
    }

    /// `here`, `ssh ALIAS`, `container NAME`, or a map with one of the two and a folder.
    private @Nullable PlaceSpec place(String at, JsonNode v) {
        if (v.isMissingNode() || v.isNull()) {
            return null;
        }
        if (v.isObject()) {
            entries.unknown(at, v, Set.of("ssh", "container", "folder"));
            String ssh = entries.text(at + ".ssh", v.path("ssh"));
            String container = entries.text(at + ".container", v.path("container"));
            String folder = entries.text(at + ".folder", v.path("folder"));
            if (ssh != null && container == null) {
                return named(at, "ssh", ssh, folder);
            }
            if (container != null && ssh == null) {
                return named(at, "container", container, folder);
            }
        } else {
            if (v.asString().strip().equals("here")) {
                return new PlaceSpec("here", "", null);
            }
            String[] words = v.asString().strip().split("\\s+");
            if (words.length == 2 && (words[0].equals("ssh") || words[0].equals("container"))) {
                return named(at, words[0], words[1], null);
            }
        }
        return wrong(at);
    }

    /// A name that begins with a dash would be an option of ssh.
    private @Nullable PlaceSpec named(String at, String kind, String name, @Nullable String folder) {
        return name.matches("[A-Za-z0-9_][\\w.@:-]*") ? new PlaceSpec(kind, name, folder) : wrong(at);
    }

    private @Nullable PlaceSpec wrong(String at) {
        entries.wrong(
                at, "place", "`here`, `ssh ALIAS`, `container NAME`, or a map with ssh or container and a folder");
        return null;
    }
}
