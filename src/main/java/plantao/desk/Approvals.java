package plantao.desk;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import plantao.runbook.Checklist;
import plantao.runbook.Command;
import plantao.runbook.LinkSettings;
import plantao.runbook.MessageSettings;
import plantao.runbook.Playbook;
import plantao.runbook.ProbeSpec;
import plantao.runbook.Procedure;
import plantao.runbook.Runbook;
import plantao.runbook.Step;
import plantao.runbook.StepSettings;
import plantao.runbook.TargetSpec;
import plantao.runbook.VariableSpec;
import plantao.runbook.WatchSettings;

/// What of a runbook must be approved before it may run or be probed.
public final class Approvals {
    private Approvals() {}

    /// Every setting, probe and command of a runbook, each text once, in the order of its lines.
    public static List<Trust.Item> items(Runbook runbook) {
        Map<String, Trust.Item> items = new LinkedHashMap<>();
        settings(runbook).forEach(text -> add(items, "setting", text, 0));
        for (ProbeSpec probe : runbook.settings().probes()) {
            add(items, "probe", text(probe), probe.origin().line());
        }
        WatchSettings.Changes changes = runbook.settings().watch().changes();
        if (changes != null) {
            add(items, "command", changes.command(), changes.origin().line());
        }
        Stream<Step> steps = Stream.concat(
                runbook.playbooks().stream().map(Playbook::steps).flatMap(List::stream),
                runbook.procedures().stream().map(Procedure::steps).flatMap(List::stream));
        Stream<Command> commands = Stream.concat(
                steps.map(Step::commands).flatMap(List::stream),
                runbook.checklists().stream()
                        .map(Checklist::items)
                        .flatMap(List::stream)
                        .map(Checklist.Item::commands)
                        .flatMap(List::stream));
        commands.forEach(c -> add(items, "command", c.text(), c.origin().line()));
        return List.copyOf(items.values());
    }

    /// What still waits, given the hashes that were approved before.
    public static Trust of(Runbook runbook, Set<String> approved) {
        List<Trust.Item> waiting = new ArrayList<>(items(runbook));
        waiting.removeIf(i -> approved.contains(i.hash()));
        boolean settled = waiting.stream().noneMatch(i -> i.kind().equals("setting"));
        return new Trust(waiting, approved, settled, false);
    }

    /// Whether these commands may run.
    public static boolean allow(Trust trust, List<Command> commands) {
        return commands.stream().allMatch(c -> trust.allows(hash("command", c.text())));
    }

    /// The command that tells what was changed, when it is approved.
    public static Optional<String> changes(SystemBoard system) {
        return Optional.ofNullable(system.runbook().settings().watch().changes())
                .map(WatchSettings.Changes::command)
                .filter(c -> system.trust().allows(hash("command", c)));
    }

    static boolean allow(Trust trust, ProbeSpec probe) {
        return trust.allows(hash("probe", text(probe)));
    }

    private static String text(ProbeSpec probe) {
        return probe.subject() + ": " + probe.kind() + " " + new TreeMap<>(probe.settings());
    }

    /// What `console.yaml` says about where commands go: a command is the same text in another environment. Each
    /// environment is one text, so that something that is taken away waits too.
    private static List<String> settings(Runbook runbook) {
        List<String> texts = new ArrayList<>();
        if (!runbook.settings().variables().isEmpty()) {
            texts.add("variables: " + variables(runbook.settings().variables()));
        }
        StepSettings steps = runbook.settings().steps();
        if (steps.database() != null) {
            texts.add("database: " + steps.database());
        }
        if (steps.prometheus() != null) {
            texts.add("prometheus: " + steps.prometheus());
        }
        links(runbook.settings().watch().links(), texts);
        for (TargetSpec spec : runbook.settings().targets()) {
            List<String> parts = new ArrayList<>();
            parts.add(spec.kind());
            if (spec.folder() != null) {
                parts.add("folder " + spec.folder());
            }
            if (spec.place() != null) {
                parts.add(spec.place().kind() + " " + spec.place().name()
                        + (spec.place().folder() == null
                                ? ""
                                : " in " + spec.place().folder()));
            }
            if (spec.database() != null) {
                parts.add("database " + spec.database());
            }
            if (spec.prometheus() != null) {
                parts.add("prometheus " + spec.prometheus());
            }
            if (!spec.variables().isEmpty()) {
                parts.add(variables(spec.variables()));
            }
            new TreeMap<>(spec.substitutions())
                    .forEach((text, here) -> parts.add("\"" + text + "\" is \"" + here + "\""));
            texts.add("environment " + spec.id() + ": " + String.join(", ", parts));
        }
        return texts;
    }

    private static void links(LinkSettings links, List<String> texts) {
        LinkSettings.Engine engine = links.alertmanager();
        if (engine != null) {
            texts.add("alertmanager: " + engine.url() + " " + engine.filters() + " "
                    + new TreeMap<>(engine.headers()).keySet()
                    + (engine.silence() == null ? "" : ", acknowledged alerts silenced there"));
        }
        if (links.webhook() != null) {
            texts.add("webhook: the address in $" + links.webhook().env());
        }
        if (links.handoffs() != null) {
            texts.add("handoffs written into " + links.handoffs());
        }
        for (MessageSettings.Place place : links.messages().places()) {
            String where = place.env() != null
                    ? "the address in $" + place.env()
                    : place.command() != null ? "the address from `" + place.command() + "`" : "" + place.addresses();
            texts.add("messages to " + place.name() + " (" + place.kind().name().toLowerCase(Locale.ROOT) + "): "
                    + where);
        }
    }

    private static String variables(List<VariableSpec> specs) {
        return specs.stream()
                .map(v -> "$" + v.name() + " = " + value(v))
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private static String value(VariableSpec spec) {
        if (spec.value() != null) {
            return spec.secret() ? "(secret)" : "\"" + spec.value() + "\"";
        }
        String env = spec.env() == null ? "" : "$" + spec.env();
        return spec.command() == null
                ? "$" + spec.env()
                : env + (env.isEmpty() ? "" : " or ") + "`" + spec.command() + "`";
    }

    private static void add(Map<String, Trust.Item> items, String kind, String text, int line) {
        String hash = hash(kind, text);
        items.putIfAbsent(hash, new Trust.Item(kind, text, line, hash));
    }

    private static String hash(String kind, String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest((kind + "\n" + text).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
