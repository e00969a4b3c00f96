package plantao.runbook.config;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import plantao.runbook.Origin;
import plantao.runbook.ProbeSpec;
import plantao.runbook.Problem;
import plantao.runbook.Settings;
import plantao.runbook.StepLimits;
import plantao.runbook.StepSettings;
import plantao.runbook.text.Durations;
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
            "practice",
            "secret-output",
            "captures",
            "database",
            "prometheus",
            "maintenance",
            "witnesses",
            "networks",
            "changes",
            "implied-alerts",
            "alertmanager",
            "webhook",
            "messages",
            "handoffs",
            "timeouts");

    private final YamlEntries entries;

    private SettingsReader(YamlEntries entries) {
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

    /// Reads the text.
    ///
    /// @param file its name, for the problems
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
        YamlEntries entries = new YamlEntries(file, yaml.split("\n", -1), problems);
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
        WatchReader watch = new WatchReader(entries);
        all.addAll(watch.witnesses(root));
        Map<String, List<String>> dependencies = new LinkedHashMap<>();
        entries.map("dependencies", root.path("dependencies"))
                .forEach((k, v) -> dependencies.put(k, entries.texts("dependencies." + k, v)));
        Map<String, List<String>> vocabulary = new LinkedHashMap<>();
        entries.map("vocabulary", root.path("vocabulary"))
                .forEach((k, v) -> vocabulary.put(k, entries.texts("vocabulary." + k, v)));
        Settings settings = new Settings(
                entries.text("system", root.path("system")),
                List.copyOf(all),
                VariableReader.read(entries, "variables", root.path("variables")),
                new TargetReader(entries).targets(root.path("environments")),
                entries.flat("playbooks", root.path("playbooks")),
                Map.copyOf(dependencies),
                entries.flat("nodes", root.path("nodes")),
                entries.text("practice", root.path("practice")),
                steps(root),
                watch.read(root));
        return new Result(settings, entries.text("language", root.path("language")), Map.copyOf(vocabulary), problems);
    }

    private StepSettings steps(JsonNode root) {
        List<StepSettings.Capture> captures = new ArrayList<>();
        entries.map("captures", root.path("captures")).forEach((name, v) -> {
            String at = "captures." + name;
            entries.unknown(at, v, Set.of("from", "pattern"));
            String from = entries.text(at + ".from", v.path("from"));
            String pattern = entries.text(at + ".pattern", v.path("pattern"));
            if (from == null || pattern == null || !isPattern(pattern)) {
                entries.wrong(at, name, "a map with from (a text in the command) and pattern (a regular expression)");
            } else {
                captures.add(new StepSettings.Capture(name, from, pattern));
            }
        });
        return new StepSettings(
                entries.texts("secret-output", root.path("secret-output")),
                captures,
                entries.text("database", root.path("database")),
                entries.text("prometheus", root.path("prometheus")),
                limits(root));
    }

    private StepLimits limits(JsonNode root) {
        Duration reading = StepLimits.STANDARD.reading();
        Duration changing = StepLimits.STANDARD.changing();
        Map<String, Duration> named = new LinkedHashMap<>();
        for (Map.Entry<String, String> e :
                entries.flat("timeouts", root.path("timeouts")).entrySet()) {
            Duration limit = limit(e.getValue());
            if (limit == null) {
                entries.wrong("timeouts." + e.getKey(), e.getKey(), "a length of time (90s, 10m, 2h) or none");
            } else if (e.getKey().equals("reading")) {
                reading = limit;
            } else if (e.getKey().equals("changing")) {
                changing = limit;
            } else {
                named.put(e.getKey(), limit);
            }
        }
        return new StepLimits(reading, changing, named);
    }

    private static @Nullable Duration limit(String text) {
        if (text.equals("none")) {
            return Duration.ZERO;
        }
        Integer seconds = text.matches("\\d{1,6}") ? Integer.valueOf(text) : Durations.seconds(text);
        return seconds == null || seconds < 1 ? null : Duration.ofSeconds(seconds);
    }

    private static boolean isPattern(String text) {
        try {
            Pattern.compile(text);
            return true;
        } catch (PatternSyntaxException e) {
            return false;
        }
    }
}
