package plantao.runbook.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import plantao.runbook.Origin;
import plantao.runbook.ProbeSpec;
import plantao.runbook.Problem;
import plantao.runbook.Settings;
import plantao.runbook.TargetSpec;
import plantao.runbook.VariableSpec;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// Reads `console.yaml`. A broken file gives empty settings and an error with its line; a wrong entry is left out.
public final class SettingsReader {
    private static final Set<String> KEYS = Set.of(
            "system",
            "language",
            "variables",
            "environments",
            "services",
            "vendors",
            "metrics",
            "playbooks",
            "dependencies",
            "nodes",
            "vocabulary",
            "practice");
    private static final Set<String> ENVIRONMENT_KEYS = Set.of("label", "kind", "folder", "variables", "substitutions");

    private final Entries entries;

    private SettingsReader(Entries entries) {
        this.entries = entries;
    }

    /// What was read.
    ///
    /// @param vocabulary role → more words for it
    /// @param language from the file, or null
    public record Result(
            Settings settings,
            @Nullable String language,
            Map<String, List<String>> vocabulary,
            List<Problem> problems) {}

    /// Reads the text. @param file its name, for the problems
    public static Result read(String yaml, String file) {
        List<Problem> problems = new ArrayList<>();
        JsonNode root;
        try {
            root = new YAMLMapper().readTree(yaml);
        } catch (JacksonException e) {
            TokenStreamLocation at = e.getLocation();
            int line = at == null || at.getLineNr() < 1 ? 1 : at.getLineNr();
            problems.add(new Problem(
                    new Origin(file, line),
                    Problem.Severity.ERROR,
                    "broken-config",
                    "This is no valid YAML: "
                            + e.getOriginalMessage().lines().findFirst().orElse("")
                            + ". Mend this line; until then nothing of this file counts."));
            return new Result(Settings.NONE, null, Map.of(), problems);
        }
        if (root == null || root.isMissingNode() || root.isNull()) {
            return new Result(Settings.NONE, null, Map.of(), problems);
        }
        Entries entries = new Entries(file, yaml.split("\n", -1), problems);
        if (!root.isObject()) {
            entries.wrong("", "console.yaml", "a map of settings");
            return new Result(Settings.NONE, null, Map.of(), problems);
        }
        return new SettingsReader(entries).result(root, problems);
    }

    private Result result(JsonNode root, List<Problem> problems) {
        entries.unknown("", root, KEYS);
        ProbeReader probes = new ProbeReader(entries);
        List<ProbeSpec> all = new ArrayList<>(probes.services(root.path("services")));
        all.addAll(probes.metrics(root.path("metrics")));
        all.addAll(probes.vendors(root.path("vendors")));
        Map<String, List<String>> dependencies = new LinkedHashMap<>();
        entries.map("dependencies", root.path("dependencies"))
                .forEach((k, v) -> dependencies.put(k, entries.texts("dependencies." + k, v)));
        Map<String, List<String>> vocabulary = new LinkedHashMap<>();
        entries.map("vocabulary", root.path("vocabulary"))
                .forEach((k, v) -> vocabulary.put(k, entries.texts("vocabulary." + k, v)));
        Settings settings = new Settings(
                entries.text("system", root.path("system")),
                List.copyOf(all),
                variables("variables", root.path("variables")),
                targets(root.path("environments")),
                entries.flat("playbooks", root.path("playbooks")),
                Map.copyOf(dependencies),
                entries.flat("nodes", root.path("nodes")),
                entries.text("practice", root.path("practice")));
        return new Result(settings, entries.text("language", root.path("language")), Map.copyOf(vocabulary), problems);
    }

    private List<VariableSpec> variables(String path, JsonNode node) {
        List<VariableSpec> out = new ArrayList<>();
        entries.map(path, node).forEach((name, v) -> {
            if (v.isValueNode()) {
                out.add(new VariableSpec(name, v.isNull() ? null : v.asString(), null, false, null));
            } else if (v.isObject()) {
                String at = path + "." + name;
                entries.unknown(at, v, Set.of("env", "secret", "about", "value"));
                out.add(new VariableSpec(
                        name,
                        entries.text(at + ".value", v.path("value")),
                        entries.text(at + ".env", v.path("env")),
                        v.path("secret").asBoolean(false),
                        entries.text(at + ".about", v.path("about"))));
            } else {
                entries.wrong(path + "." + name, name, "a value or a map with env, secret, about");
            }
        });
        return List.copyOf(out);
    }

    private List<TargetSpec> targets(JsonNode node) {
        List<TargetSpec> out = new ArrayList<>();
        entries.map("environments", node).forEach((id, v) -> {
            String at = "environments." + id;
            if (!v.isObject()) {
                entries.wrong(at, id, "a map with label, kind, variables");
                return;
            }
            entries.unknown(at, v, ENVIRONMENT_KEYS);
            String label = entries.text(at + ".label", v.path("label"));
            String kind = entries.text(at + ".kind", v.path("kind"));
            if (kind != null && !Set.of("production", "staging", "local").contains(kind)) {
                entries.wrong(at + ".kind", "kind", "production, staging or local");
                kind = null;
            }
            out.add(new TargetSpec(
                    id,
                    label == null ? id : label,
                    kind == null ? "production" : kind,
                    entries.flat(at + ".substitutions", v.path("substitutions")),
                    entries.text(at + ".folder", v.path("folder")),
                    variables(at + ".variables", v.path("variables"))));
        });
        return List.copyOf(out);
    }
}
