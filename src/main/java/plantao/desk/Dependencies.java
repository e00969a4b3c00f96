package plantao.desk;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import plantao.runbook.Diagram;
import plantao.runbook.Runbook;
import plantao.runbook.Service;

/// What hangs on what: the boxes of the runbook's diagram, told apart as services, and the arrows between them.
public final class Dependencies {
    /// At least this share of a service's words must stand in a box, its id or its group.
    private static final double ENOUGH = 0.5;

    private Dependencies() {}

    /// The service that each box of the diagram shows, by the box's id; a box that shows none is left out.
    /// `console.yaml` (`nodes:`) wins over shared words; each service belongs to the box that names it best.
    public static Map<String, String> nodes(Runbook runbook) {
        Map<String, String> shown = new LinkedHashMap<>();
        for (Diagram.Node node : runbook.diagram().nodes()) {
            String named = runbook.settings().nodes().get(node.label());
            if (named != null && service(runbook, named) != null) {
                shown.put(node.id(), named);
            }
        }
        record Match(String node, String service, double score) {}
        List<Match> matches = new ArrayList<>();
        for (Diagram.Node node : runbook.diagram().nodes()) {
            for (Service service : runbook.services()) {
                double score = score(service, node);
                if (score >= ENOUGH) {
                    matches.add(new Match(node.id(), service.name(), score));
                }
            }
        }
        matches.sort(Comparator.comparingDouble(Match::score).reversed());
        for (Match match : matches) {
            if (!shown.containsKey(match.node()) && !shown.containsValue(match.service())) {
                shown.put(match.node(), match.service());
            }
        }
        return shown;
    }

    /// The supplier that a box of the diagram shows, by the box's id: one that shows no service and names them.
    public static Map<String, String> vendors(Runbook runbook) {
        Map<String, String> taken = nodes(runbook);
        Map<String, String> shown = new LinkedHashMap<>();
        for (Diagram.Node node : runbook.diagram().nodes()) {
            if (!taken.containsKey(node.id())) {
                runbook.vendors().stream()
                        .filter(v -> !words(v.name()).isEmpty()
                                && words(node.label()).containsAll(words(v.name())))
                        .findFirst()
                        .ifPresent(v -> shown.put(node.id(), v.name()));
            }
        }
        return shown;
    }

    private static double score(Service service, Diagram.Node node) {
        Set<String> words = words(service.name());
        Set<String> label = words(node.label());
        Set<String> around = words(node.id() + " " + (node.group() == null ? "" : node.group()));
        double shared = 0;
        for (String word : words) {
            shared += label.contains(word) ? 1 : around.contains(word) ? 0.9 : 0;
        }
        return words.isEmpty() ? 0 : shared / words.size();
    }

    /// The services each service needs, by name. `console.yaml` (`dependencies:`) wins over the diagram.
    public static Map<String, List<String>> needs(Runbook runbook) {
        Map<String, String> nodes = nodes(runbook);
        Map<String, Set<String>> needs = new HashMap<>();
        for (Diagram.Edge edge : runbook.diagram().edges()) {
            String from = nodes.get(edge.needing());
            String to = nodes.get(edge.needed());
            if (from != null && to != null && !from.equals(to)) {
                needs.computeIfAbsent(from, _ -> new LinkedHashSet<>()).add(to);
            }
        }
        Map<String, List<String>> all = new HashMap<>();
        for (Service service : runbook.services()) {
            List<String> configured = runbook.settings().dependencies().get(service.name());
            all.put(
                    service.name(),
                    configured != null
                            ? List.copyOf(configured)
                            : List.copyOf(needs.getOrDefault(service.name(), Set.of())));
        }
        return all;
    }

    private static @Nullable Service service(Runbook runbook, String name) {
        return runbook.services().stream()
                .filter(s -> s.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    /// Whether two names mean the same: the same words, whatever the case, the accents, the punctuation and what
    /// stands in parentheses at the end.
    static boolean sameName(String a, String b) {
        return a.equals(b) || words(bare(a)).equals(words(bare(b)));
    }

    private static String bare(String name) {
        return name.replaceFirst("\\s*\\([^()]*\\)\\s*$", "");
    }

    /// The words of a name: lower case, without accents.
    static Set<String> words(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
        Set<String> words = new LinkedHashSet<>(List.of(plain.split("[^\\p{L}\\p{N}]+")));
        words.remove("");
        return words;
    }
}
