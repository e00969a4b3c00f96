package plantao.ui.board;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import plantao.runbook.Diagram;

/// Puts a diagram's boxes into rows: what needs above what is needed, boxes of one group side by side.
final class DiagramLayers {
    private static final int SWEEPS = 4;

    private DiagramLayers() {}

    /// The ids of the boxes, row by row; every box once.
    ///
    /// @param width how wide a box is with the gap beside it
    /// @param room how wide a row may be; a box wider than that has a row of its own
    static List<List<String>> of(Diagram diagram, ToDoubleFunction<String> width, double room) {
        Map<String, Integer> depth = depths(diagram);
        Map<Integer, Map<String, List<String>>> rows = new TreeMap<>();
        for (Diagram.Node node : diagram.nodes()) {
            rows.computeIfAbsent(depth.getOrDefault(node.id(), 0), _ -> new LinkedHashMap<>())
                    .computeIfAbsent(group(node), _ -> new ArrayList<>())
                    .add(node.id());
        }
        List<List<String>> layers = new ArrayList<>();
        for (Map<String, List<String>> groups : rows.values()) {
            List<String> row = new ArrayList<>();
            for (List<String> group : groups.values()) {
                // a group that fits into a row is not torn apart
                if (wide(row, width) + wide(group, width) > room) {
                    row = next(layers, row);
                }
                for (String id : group) {
                    if (wide(row, width) + width.applyAsDouble(id) > room) {
                        row = next(layers, row);
                    }
                    row.add(id);
                }
            }
            next(layers, row);
        }
        return untangled(layers, diagram);
    }

    /// Boxes stand below what needs them as far as their groups stay together: a few sweeps down and up, each row
    /// by the mean place of its neighbours (Sugiyama's barycentres).
    private static List<List<String>> untangled(List<List<String>> layers, Diagram diagram) {
        Map<String, String> groups = new HashMap<>();
        diagram.nodes().forEach(n -> groups.put(n.id(), n.group() == null ? "node " + n.id() : "group " + n.group()));
        List<List<String>> rows = new ArrayList<>(layers);
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            boolean down = sweep % 2 == 0;
            for (int i = 0; i < rows.size(); i++) {
                int r = down ? i : rows.size() - 1 - i;
                rows.set(r, sorted(rows, r, diagram, groups, down));
            }
        }
        return rows;
    }

    private static List<String> sorted(
            List<List<String>> rows, int r, Diagram diagram, Map<String, String> groups, boolean down) {
        Map<String, Double> places = new HashMap<>();
        Map<String, Integer> at = new HashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            for (int j = 0; j < rows.get(i).size(); j++) {
                places.put(rows.get(i).get(j), (j + 0.5) / rows.get(i).size());
                at.put(rows.get(i).get(j), i);
            }
        }
        Map<String, Double> wanted = new HashMap<>();
        Map<String, Double> ofGroup = new HashMap<>();
        List<String> row = rows.get(r);
        for (String id : row) {
            double mean = diagram.edges().stream()
                    .map(e -> e.from().equals(id) ? e.to() : e.to().equals(id) ? e.from() : "")
                    .filter(o -> at.containsKey(o) && (down ? at.get(o) < r : at.get(o) > r))
                    .mapToDouble(places::get)
                    .average()
                    .orElse(places.getOrDefault(id, 0.5));
            wanted.put(id, mean);
        }
        for (String id : row) {
            String group = groups.get(id);
            ofGroup.computeIfAbsent(
                    group,
                    g -> row.stream()
                            .filter(o -> g.equals(groups.get(o)))
                            .mapToDouble(wanted::get)
                            .average()
                            .orElse(0));
        }
        Map<String, Integer> first = new HashMap<>();
        row.forEach(id -> first.putIfAbsent(groups.get(id), first.size()));
        return row.stream()
                .sorted(Comparator.comparing((String id) -> ofGroup.get(groups.get(id)))
                        .thenComparing(id -> first.get(groups.get(id)))
                        .thenComparing(wanted::get))
                .toList();
    }

    private static List<String> next(List<List<String>> layers, List<String> row) {
        if (!row.isEmpty()) {
            layers.add(row);
        }
        return new ArrayList<>();
    }

    private static double wide(List<String> ids, ToDoubleFunction<String> width) {
        return ids.stream().mapToDouble(width).sum();
    }

    private static String group(Diagram.Node node) {
        return node.group() == null ? "" : node.group();
    }

    /// How deep each box stands: below everything that needs it, level with its group. A circle of needs stops
    /// sinking after as many rounds as there are boxes.
    private static Map<String, Integer> depths(Diagram diagram) {
        Map<String, String> groups = new HashMap<>();
        Map<String, Integer> depth = new HashMap<>();
        for (Diagram.Node node : diagram.nodes()) {
            groups.put(node.id(), node.group() == null ? "node " + node.id() : "group " + node.group());
            depth.put(node.id(), 0);
        }
        for (int round = 0; round < diagram.nodes().size(); round++) {
            Map<String, Integer> next = new HashMap<>(depth);
            for (Diagram.Edge edge : diagram.edges()) {
                String from = groups.get(edge.from());
                String to = groups.get(edge.to());
                if (from != null && to != null && !from.equals(to)) {
                    next.merge(edge.to(), depth.getOrDefault(edge.from(), 0) + 1, Math::max);
                }
            }
            Map<String, Integer> level = new HashMap<>();
            next.forEach((id, at) -> level.merge(groups.get(id), at, Math::max));
            next.replaceAll((id, at) -> level.getOrDefault(groups.get(id), at));
            if (next.equals(depth)) {
                break;
            }
            depth = next;
        }
        return depth;
    }
}
