package plantao.ui.board;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import plantao.runbook.Diagram;

/// Puts a diagram's boxes into rows: what needs above what is needed, boxes of one group side by side.
final class Layers {
    private static final int WIDEST = 3;

    private Layers() {}

    /// The ids of the boxes, row by row; every box once.
    static List<List<String>> of(Diagram diagram) {
        Map<String, Integer> depth = new HashMap<>();
        for (Diagram.Node node : diagram.nodes()) {
            depth(node.id(), diagram, depth, new HashSet<>());
        }
        levelGroups(diagram, depth);
        Map<Integer, Map<String, List<String>>> rows = new java.util.TreeMap<>();
        for (Diagram.Node node : diagram.nodes()) {
            String group = node.group() == null ? "" : node.group();
            rows.computeIfAbsent(depth.getOrDefault(node.id(), 0), _ -> new LinkedHashMap<>())
                    .computeIfAbsent(group, _ -> new ArrayList<>())
                    .add(node.id());
        }
        List<List<String>> layers = new ArrayList<>();
        for (Map<String, List<String>> groups : rows.values()) {
            List<String> row = new ArrayList<>();
            for (List<String> group : groups.values()) {
                if (!row.isEmpty() && row.size() + group.size() > WIDEST) {
                    layers.add(row);
                    row = new ArrayList<>();
                }
                for (String id : group) {
                    if (row.size() == WIDEST) {
                        layers.add(row);
                        row = new ArrayList<>();
                    }
                    row.add(id);
                }
            }
            layers.add(row);
        }
        return layers;
    }

    /// The longest way to a box from one that nobody needs.
    private static int depth(String id, Diagram diagram, Map<String, Integer> known, Set<String> visiting) {
        Integer before = known.get(id);
        if (before != null) {
            return before;
        }
        if (!visiting.add(id)) {
            return 0;
        }
        int most = 0;
        for (Diagram.Edge edge : diagram.edges()) {
            if (edge.to().equals(id)) {
                most = Math.max(most, depth(edge.from(), diagram, known, visiting) + 1);
            }
        }
        known.put(id, most);
        return most;
    }

    /// Boxes of one group stand in one row: the deepest of theirs.
    private static void levelGroups(Diagram diagram, Map<String, Integer> depth) {
        Map<String, Integer> deepest = new HashMap<>();
        for (Diagram.Node node : diagram.nodes()) {
            if (node.group() != null) {
                deepest.merge(node.group(), depth.getOrDefault(node.id(), 0), Math::max);
            }
        }
        for (Diagram.Node node : diagram.nodes()) {
            if (node.group() != null) {
                depth.put(node.id(), deepest.getOrDefault(node.group(), 0));
            }
        }
    }
}
