package plantao.desk;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import plantao.runbook.Checklist;
import plantao.runbook.Command;
import plantao.runbook.Playbook;
import plantao.runbook.ProbeSpec;
import plantao.runbook.Procedure;
import plantao.runbook.Runbook;
import plantao.runbook.Step;

/// What of a runbook must be approved before it may run or be probed.
public final class Approvals {
    private Approvals() {}

    /// Every probe and command of a runbook, each text once, in the order of its lines.
    public static List<Trust.Item> items(Runbook runbook) {
        Map<String, Trust.Item> items = new LinkedHashMap<>();
        for (ProbeSpec probe : runbook.settings().probes()) {
            add(
                    items,
                    "probe",
                    probe.subject() + ": " + probe.kind() + " " + new TreeMap<>(probe.settings()),
                    probe.origin().line());
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
        return new Trust(waiting);
    }

    private static void add(Map<String, Trust.Item> items, String kind, String text, int line) {
        String hash = sha256(kind + "\n" + text);
        items.putIfAbsent(hash, new Trust.Item(kind, text, line, hash));
    }

    private static String sha256(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
