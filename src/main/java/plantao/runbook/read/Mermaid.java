package plantao.runbook.read;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;
import plantao.runbook.Diagram;
import plantao.runbook.text.Expression;
import plantao.runbook.text.Vocabulary;
import plantao.runbook.text.Words;
import plantao.runbook.tree.Fence;
import plantao.runbook.tree.Line;

/// Reads a Mermaid flowchart (`graph TB`, `flowchart LR`): nodes, groups, arrows. Other diagrams are left alone.
final class Mermaid {
    private static final Expression NODE = Expression.of(
            "^([\\p{L}\\p{N}_.-]+?)\\s*(?:(?:\\[\\(|\\[\\[|\\(\\(|\\(\\[|\\[/|\\{\\{|\\[|\\(|\\{|>)\\s*\"?(.*?)\"?\\s*(?:\\)\\]|\\]\\]|\\)\\)|\\]\\)|/\\]|\\}\\}|\\]|\\)|\\}))?(?::::\\w+)?$");
    private static final Expression ARROW =
            Expression.of("\\s*(?:<?--+(?:\\s*[^->|][^>|]*?\\s*--+)?[>ox]?|<?==+>?|<?-\\.+->?)(?:\\|[^|]*\\|)?\\s*");
    private static final Expression SUBGRAPH =
            Expression.of("^subgraph\\s+(?:[\\w-]+\\s*\\[\"?(.+?)\"?\\]|\"(.+?)\"|(.+?))\\s*$");

    private static final Set<String> STORES = Set.of("database", "cache", "queue");
    // A broker's consumer and a database's operator hold no data themselves.
    private static final Set<String> WORKERS = Set.of("worker", "proxy", "monitoring");

    private final Set<String> cylinders = new HashSet<>();
    private final ComponentKinds kinds = ComponentKinds.of(Vocabulary.standard());
    private final Map<String, Diagram.Node> nodes = new LinkedHashMap<>();
    private final List<Diagram.Edge> edges = new ArrayList<>();

    private Mermaid() {}

    static Diagram of(Topic root) {
        for (Topic t : root.all().toList()) {
            for (Fence f : t.section().fences()) {
                String head = f.text().stripLeading();
                if (f.info().equals("mermaid") && (head.startsWith("graph") || head.startsWith("flowchart"))) {
                    return new Mermaid().read(f);
                }
            }
        }
        return Diagram.NONE;
    }

    private Diagram read(Fence fence) {
        List<String> groups = new ArrayList<>();
        for (Line line : fence.lines()) {
            for (String statement : line.text().split(";")) {
                statement(statement.strip(), groups);
            }
        }
        return new Diagram(
                List.copyOf(nodes.values()),
                edges.stream()
                        .map(e -> new Diagram.Edge(e.from(), e.to(), isStore(e.from()) && !isStore(e.to())))
                        .toList());
    }

    private boolean isStore(String id) {
        Diagram.Node node = nodes.get(id);
        Set<String> named = node == null ? Set.of() : kinds.in(node.label());
        return cylinders.contains(id)
                || named.stream().anyMatch(STORES::contains) && named.stream().noneMatch(WORKERS::contains);
    }

    private void statement(String text, List<String> groups) {
        if (text.isEmpty()
                || text.matches("^(?:graph|flowchart|%%|style|classDef|class|linkStyle|click|direction)\\b.*|^%%.*")) {
            return;
        }
        Matcher sub = SUBGRAPH.matcher(text);
        if (sub.matches()) {
            groups.add(sub.group(1) != null ? sub.group(1) : sub.group(2) != null ? sub.group(2) : sub.group(3));
        } else if (text.equals("end")) {
            if (!groups.isEmpty()) {
                groups.removeLast();
            }
        } else {
            chain(text, groups.isEmpty() ? null : groups.getLast());
        }
    }

    private void chain(String text, @Nullable String group) {
        List<String> before = List.of();
        for (String end : ARROW.split(text, 0)) {
            List<String> ids = new ArrayList<>();
            for (String one : end.split("\\s+&\\s+")) {
                Matcher m = NODE.matcher(one.strip());
                if (m.matches()) {
                    node(m.group(1), m.group(2), group);
                    if (one.strip()
                            .substring(m.group(1).length())
                            .stripLeading()
                            .startsWith("[(")) {
                        cylinders.add(m.group(1));
                    }
                    ids.add(m.group(1));
                }
            }
            for (String from : before) {
                ids.forEach(to -> edges.add(new Diagram.Edge(from, to)));
            }
            before = ids;
        }
    }

    private void node(String id, @Nullable String label, @Nullable String group) {
        Diagram.Node known = nodes.get(id);
        String first = label == null ? id : Words.plain(label.split("(?i)<br\\s*/?>|\\\\n", 2)[0]);
        if (known == null) {
            nodes.put(id, new Diagram.Node(id, first.isBlank() ? id : first, group));
        } else if (label != null && known.label().equals(id)) {
            nodes.put(id, new Diagram.Node(id, first, known.group() == null ? group : known.group()));
        }
    }
}
